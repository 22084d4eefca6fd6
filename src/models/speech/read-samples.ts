import { open } from 'node:fs/promises';
import { SAMPLE_BYTES, type SampleFormat, type Wav } from './open-wav.ts';

/**
 * The samples of a recording in blocks of at most `most` frames, interleaved, from −1 to 1. A block is only good until
 * the next one is asked for.
 */
export async function* readSamples(
  wav: Wav,
  { from = 0, to = wav.frames, most = 16_384 }: { from?: number; to?: number; most?: number } = {},
): AsyncGenerator<Float32Array> {
  const width = SAMPLE_BYTES[wav.format] * wav.channels;
  const file = await open(wav.path, 'r');
  try {
    const bytes = Buffer.alloc(most * width);
    const samples = new Float32Array(most * wav.channels);
    for (let at = from; at < to; ) {
      const wanted = Math.min(most, to - at) * width;
      const { bytesRead } = await file.read(bytes, 0, wanted, wav.offset + at * width);
      const frames = Math.floor(bytesRead / width);
      if (frames === 0) return;
      const count = frames * wav.channels;
      DECODE[wav.format](bytes, count, samples);
      yield samples.subarray(0, count);
      at += frames;
    }
  } finally {
    await file.close();
  }
}

type Decode = (bytes: Buffer, count: number, into: Float32Array) => void;

const DECODE: Record<SampleFormat, Decode> = {
  u8: (bytes, count, into) => {
    for (let i = 0; i < count; i += 1) into[i] = (bytes[i]! - 128) / 128;
  },
  s16: (bytes, count, into) => {
    // By hand: readInt16LE checks its bounds each time, and hours have hundreds of millions of samples.
    for (let i = 0, at = 0; i < count; i += 1, at += 2) {
      into[i] = (((bytes[at]! | (bytes[at + 1]! << 8)) << 16) >> 16) / 32_768;
    }
  },
  s24: (bytes, count, into) => {
    for (let i = 0; i < count; i += 1) into[i] = bytes.readIntLE(i * 3, 3) / 8_388_608;
  },
  s32: (bytes, count, into) => {
    for (let i = 0; i < count; i += 1) into[i] = bytes.readInt32LE(i * 4) / 2_147_483_648;
  },
  f32: (bytes, count, into) => {
    for (let i = 0; i < count; i += 1) into[i] = finite(bytes.readFloatLE(i * 4));
  },
  f64: (bytes, count, into) => {
    for (let i = 0; i < count; i += 1) into[i] = finite(bytes.readDoubleLE(i * 8));
  },
};

/** One sample that is no number would make every level after it none. */
function finite(value: number): number {
  return Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0;
}
