import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../../errors.ts';

/** How one sample is written; all are little-endian. */
export type SampleFormat = 'u8' | 's16' | 's24' | 's32' | 'f32' | 'f64';

/** An uncompressed recording as it lies on the disk: `frames` frames of `channels` samples from byte `offset` on. */
export interface Wav {
  path: string;
  rate: number;
  channels: number;
  format: SampleFormat;
  offset: number;
  frames: number;
  /** Frames that the header promises and the file lacks. */
  lacking: number;
}

export const SAMPLE_BYTES: Record<SampleFormat, number> = { u8: 1, s16: 2, s24: 3, s32: 4, f32: 4, f64: 8 };
const MOST_CHANNELS = 16;
/** A file with more before its sound is none that a recorder wrote. */
const MOST_CHUNKS = 1000;
/** What recorders that write on the fly leave where the length belongs. */
const UNKNOWN_LENGTH = 0xffffffff;

/**
 * Finds the sound in a RIFF or RF64 file. `undefined` when the file is no such file, or its sound is compressed.
 * A length that is unknown or beyond the end of the file means: up to the end.
 * @throws AppError invalid-input when the file begins as one and then makes no sense.
 */
export async function openWav(path: string): Promise<Wav | undefined> {
  const file = await open(path, 'r');
  try {
    const head = await bytesAt(file, 0, 12);
    const magic = head.toString('latin1', 0, 4);
    if (head.length < 12 || !['RIFF', 'RF64'].includes(magic) || head.toString('latin1', 8, 12) !== 'WAVE') {
      return undefined;
    }
    return await findSound(path, file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

type Shape = Pick<Wav, 'rate' | 'channels' | 'format'>;

async function findSound(path: string, file: FileHandle, size: number): Promise<Wav | undefined> {
  let shape: Shape | undefined;
  let wideLength: number | undefined;
  let at = 12;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk += 1) {
    const head = await bytesAt(file, at, 8);
    if (head.length < 8) break;
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    if (name === 'fmt ') {
      const body = await bytesAt(file, at + 8, Math.min(length, 40));
      if (body.length < 16) break;
      const found = shapeOf(body);
      if (!found) return undefined;
      shape = found;
    } else if (name === 'ds64') {
      const body = await bytesAt(file, at + 8, 16);
      if (body.length === 16) wideLength = Number(body.readBigUInt64LE(8));
    } else if (name === 'data') {
      if (!shape) break;
      const width = SAMPLE_BYTES[shape.format] * shape.channels;
      const promised = length === UNKNOWN_LENGTH ? wideLength : length || undefined;
      const there = Math.max(0, size - at - 8);
      const frames = Math.floor(Math.min(promised ?? there, there) / width);
      const lacking = promised === undefined ? 0 : Math.max(0, Math.floor(promised / width) - frames);
      return { path, ...shape, offset: at + 8, frames, lacking };
    }
    // Chunks begin at even bytes.
    at += 8 + length + (length % 2);
  }
  throw new AppError('invalid-input', '这个 .wav 文件不完整，里面没有找到声音，请从录音设备重新导出后再试。');
}

/** The `fmt ` chunk; `undefined` for a compressed encoding. */
function shapeOf(body: Buffer): Shape | undefined {
  const tag = body.readUInt16LE(0);
  // An extensible header keeps the tag proper at the start of a longer identifier.
  const encoding = tag === 0xfffe && body.length >= 26 ? body.readUInt16LE(24) : tag;
  const channels = body.readUInt16LE(2);
  const rate = body.readUInt32LE(4);
  const format = FORMATS[`${encoding}/${body.readUInt16LE(14)}`];
  if (!format) return undefined;
  if (channels < 1 || channels > MOST_CHANNELS || rate < 4000 || rate > 384_000) {
    throw new AppError(
      'invalid-input',
      `这个 .wav 文件写着 ${channels} 个声道、每秒 ${rate} 次采样，不是可用的录音，请重新导出后再试。`,
    );
  }
  return { rate, channels, format };
}

const FORMATS: Record<string, SampleFormat> = {
  '1/8': 'u8',
  '1/16': 's16',
  '1/24': 's24',
  '1/32': 's32',
  '3/32': 'f32',
  '3/64': 'f64',
};

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
