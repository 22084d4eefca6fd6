import { writeFileSync } from 'node:fs';

/** What is heard for a while: a voice-like sound, a steady tone of the mains, the noise of a room, or nothing. */
export interface Sound {
  kind: 'voice' | 'hum' | 'noise' | 'nothing';
  seconds: number;
  /** Decibels below full scale. */
  level?: number;
}

/** Samples of sounds one after another, the noise of a room below all of them where `room` is given. */
export function makeSound(
  sounds: Sound[],
  { rate = 16_000, room }: { rate?: number; room?: number } = {},
): Float32Array {
  const parts = sounds.map(({ kind, seconds, level = -20 }) => {
    const gain = 10 ** (level / 20);
    return Float32Array.from({ length: Math.round(seconds * rate) }, (_, i) => {
      const at = i / rate;
      if (kind === 'voice') return gain * voice(at);
      if (kind === 'hum') return gain * Math.sin(2 * Math.PI * 50 * at);
      if (kind === 'noise') return gain * random();
      return 0;
    });
  });
  const joined = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  if (room !== undefined) {
    const gain = 10 ** (room / 20);
    for (let i = 0; i < joined.length; i += 1) joined[i] = joined[i]! + gain * random();
  }
  return joined;
}

/** Harmonics of 150 Hz that rise and fall four times a second, as syllables do. */
function voice(at: number): number {
  let sum = 0;
  for (let harmonic = 1; harmonic <= 12; harmonic += 1)
    sum += Math.sin(2 * Math.PI * 150 * harmonic * at) / harmonic;
  return (sum / 2) * (0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * at));
}

let seed = 1;
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
  return (seed / 0x7fffffff) * 2 - 1;
}

/** A .wav file of 16-bit samples; `promised`: bytes of sound that its head speaks of. */
export function wavBytes(
  channels: Float32Array[],
  { rate = 16_000, promised }: { rate?: number; promised?: number } = {},
): Buffer {
  const frames = channels[0]?.length ?? 0;
  const data = Buffer.alloc(frames * channels.length * 2);
  for (const [channel, samples] of channels.entries()) {
    for (let i = 0; i < frames; i += 1) {
      const value = Math.max(-32_768, Math.min(32_767, Math.round(samples[i]! * 32_768)));
      data.writeInt16LE(value, (i * channels.length + channel) * 2);
    }
  }
  return Buffer.concat([
    wavHead({ channels: channels.length, rate, bits: 16, tag: 1, length: promised ?? data.length }),
    data,
  ]);
}

/** The head of a .wav file. */
export function wavHead(shape: {
  channels: number;
  rate: number;
  bits: number;
  tag: number;
  length: number;
}): Buffer {
  const head = Buffer.alloc(44);
  const width = (shape.channels * shape.bits) / 8;
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE((36 + shape.length) >>> 0, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(shape.tag, 20);
  head.writeUInt16LE(shape.channels, 22);
  head.writeUInt32LE(shape.rate, 24);
  head.writeUInt32LE(shape.rate * width, 28);
  head.writeUInt16LE(width, 32);
  head.writeUInt16LE(shape.bits, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(shape.length >>> 0, 40);
  return head;
}

/** Writes sounds as a recording. */
export function writeSound(
  path: string,
  sounds: Sound[],
  options: { rate?: number; room?: number } = {},
): void {
  writeFileSync(path, wavBytes([makeSound(sounds, options)], options));
}
