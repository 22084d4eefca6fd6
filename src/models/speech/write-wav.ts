import { type FileHandle, open } from 'node:fs/promises';

const HEADER = 44;

/** Writes 16-bit sound at 16 kHz as it comes; what a reader counts on, the lengths in the head, is written at the end. */
export interface WavWriter {
  /** Interleaved samples from −1 to 1. */
  write(samples: Float32Array): Promise<void>;
  close(): Promise<void>;
}

/** Begins a .wav file of 16-bit samples at 16 kHz. */
export async function writeWav(path: string, channels: number): Promise<WavWriter> {
  const file: FileHandle = await open(path, 'w', 0o600);
  let length = 0;
  await file.write(headOf(channels, 0), 0, HEADER, 0);
  return {
    async write(samples) {
      const bytes = Buffer.alloc(samples.length * 2);
      for (let i = 0; i < samples.length; i += 1) {
        bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(samples[i]! * 32_768))), i * 2);
      }
      await file.write(bytes, 0, bytes.length, HEADER + length);
      length += bytes.length;
    },
    async close() {
      await file.write(headOf(channels, length), 0, HEADER, 0);
      await file.close();
    },
  };
}

function headOf(channels: number, length: number): Buffer {
  const head = Buffer.alloc(HEADER);
  // Beyond four gigabytes the length does not fit: up to the end, then.
  const known = (bytes: number) => Math.min(0xffffffff, bytes);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(known(36 + length), 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(16_000, 24);
  head.writeUInt32LE(16_000 * channels * 2, 28);
  head.writeUInt16LE(channels * 2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(known(length), 40);
  return head;
}
