import type { Wav } from './open-wav.ts';
import { readSamples } from './read-samples.ts';
import { makeResampler } from './resample.ts';
import { writeWav } from './write-wav.ts';

const RATE = 16_000;

/** A working copy of an uncompressed recording, 16-bit at 16 kHz with all channels, made without another program. */
export async function convertWav(
  wav: Wav,
  to: string,
  { signal, report }: { signal?: AbortSignal; report?: (share: number) => void } = {},
): Promise<void> {
  const { channels } = wav;
  const out = await writeWav(to, channels);
  try {
    const resamplers = Array.from({ length: channels }, () => makeResampler(wav.rate, RATE));
    let done = 0;
    for await (const block of readSamples(wav)) {
      signal?.throwIfAborted();
      const frames = block.length / channels;
      await out.write(
        interleave(
          resamplers.map((resampler, channel) =>
            wav.rate === RATE
              ? channelOf(block, channel, channels)
              : resampler.push(channelOf(block, channel, channels)),
          ),
        ),
      );
      done += frames;
      report?.(done / wav.frames);
    }
    if (wav.rate !== RATE) await out.write(interleave(resamplers.map((resampler) => resampler.end())));
  } finally {
    await out.close();
  }
}

function channelOf(block: Float32Array, channel: number, channels: number): Float32Array {
  const samples = new Float32Array(block.length / channels);
  for (let i = 0; i < samples.length; i += 1) samples[i] = block[i * channels + channel]!;
  return samples;
}

function interleave(channels: Float32Array[]): Float32Array {
  const [first] = channels;
  const frames = first?.length ?? 0;
  const joined = new Float32Array(frames * channels.length);
  for (const [channel, samples] of channels.entries()) {
    for (let i = 0; i < frames; i += 1) joined[i * channels.length + channel] = samples[i]!;
  }
  return joined;
}
