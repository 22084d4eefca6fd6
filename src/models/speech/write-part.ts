import type { Levels } from './measure-levels.ts';
import type { Wav } from './open-wav.ts';
import type { Part } from './plan-parts.ts';
import { readSamples } from './read-samples.ts';
import { writeWav } from './write-wav.ts';

/** Writes what the engine is to hear in one go: one channel, the silence at the end included. */
export async function writePart(wav: Wav, part: Part, signs: Levels['signs'], path: string): Promise<void> {
  const out = await writeWav(path, 1);
  try {
    let written = 0;
    for (const { from, length } of part.pieces) {
      for await (const block of readSamples(wav, { from, to: from + length })) {
        const mixed = wav.channels === 1 ? block : mix(block, signs);
        await out.write(mixed);
        written += mixed.length;
      }
    }
    if (written < part.length) await out.write(new Float32Array(part.length - written));
  } finally {
    await out.close();
  }
}

function mix(block: Float32Array, signs: number[]): Float32Array {
  const count = signs.length;
  const mixed = new Float32Array(block.length / count);
  for (let frame = 0; frame < mixed.length; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < count; channel += 1)
      sum += block[frame * count + channel]! * signs[channel]!;
    mixed[frame] = sum / count;
  }
  return mixed;
}
