import type { Wav } from './open-wav.ts';
import { readSamples } from './read-samples.ts';

/** Samples in a frame: 20 ms at 16 kHz. */
export const FRAME = 320;
/** What stands for no sound at all, in decibels below full scale. */
export const NOTHING = -100;

/** How loud a recording is, frame by frame, in decibels below full scale, hum and rumble left out. */
export interface Levels {
  /** Of the channels together. */
  mix: Float32Array;
  /** Of each channel; empty where there is only one. */
  channels: Float32Array[];
  /** By what each channel counts in the mix: −1 where it is wired the other way round. */
  signs: number[];
}

/**
 * Measures a recording of 16 kHz. Two channels that carry the same sound with opposite sign would cancel each other and
 * seem to be silence, so such a channel is turned round first.
 */
export async function measureLevels(wav: Wav, options: { signal?: AbortSignal } = {}): Promise<Levels> {
  const upright = Array.from({ length: wav.channels }, () => 1);
  const first = await measure(wav, upright, options);
  if (first.alike.every((share) => share > -0.5)) return first.levels;
  const signs = first.alike.map((share) => (share > -0.5 ? 1 : -1));
  return (await measure(wav, signs, options)).levels;
}

async function measure(wav: Wav, signs: number[], { signal }: { signal?: AbortSignal }) {
  const count = wav.channels;
  const frames = Math.floor(wav.frames / FRAME);
  const own = count > 1 ? Array.from({ length: count }, () => new Float32Array(frames)) : [];
  const mix = new Float32Array(frames);
  const meters = own.map(() => makeMeter());
  const together = makeMeter();
  const squares = new Float64Array(count);
  const products = new Float64Array(count);
  let frame = 0;
  let within = 0;
  for await (const block of readSamples(wav)) {
    signal?.throwIfAborted();
    for (let at = 0; at < block.length && frame < frames; at += count) {
      const reference = block[at]!;
      let sum = 0;
      for (let channel = 0; channel < count; channel += 1) {
        const sample = block[at + channel]!;
        sum += sample * signs[channel]!;
        if (count > 1) {
          meters[channel]!.add(sample);
          squares[channel]! += sample * sample;
          products[channel]! += sample * reference;
        }
      }
      together.add(sum / count);
      within += 1;
      if (within === FRAME) {
        mix[frame] = together.take();
        for (let channel = 0; channel < own.length; channel += 1) {
          own[channel]![frame] = meters[channel]!.take();
        }
        frame += 1;
        within = 0;
      }
    }
  }
  const alike = Array.from(products, (product, channel) =>
    squares[channel]! > 0 && squares[0]! > 0 ? product / Math.sqrt(squares[channel]! * squares[0]!) : 0,
  );
  return { levels: { mix, channels: own, signs }, alike };
}

/** Energy from about 120 Hz, where mains hum and the rumble of a room end, to about 3500 Hz, where voices do. */
const KEEP = 1 / (1 + (2 * Math.PI * 120) / 16_000);
const SMOOTH = 1 - Math.exp((-2 * Math.PI * 3500) / 16_000);

function makeMeter() {
  let before = 0;
  let high = 0;
  let low = 0;
  let energy = 0;
  return {
    add(sample: number) {
      high = KEEP * (high + sample - before);
      before = sample;
      low += SMOOTH * (high - low);
      energy += low * low;
    },
    take(): number {
      const level = 10 * Math.log10(energy / FRAME + 1e-10);
      energy = 0;
      return level;
    },
  };
}
