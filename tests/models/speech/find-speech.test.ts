import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { findSpeech } from '../../../src/models/speech/find-speech.ts';
import { FRAME, measureLevels } from '../../../src/models/speech/measure-levels.ts';
import { openWav } from '../../../src/models/speech/open-wav.ts';
import { planParts } from '../../../src/models/speech/plan-parts.ts';
import { makeSound, type Sound, wavBytes } from '../../support/make-sound.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-speech-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function speechIn(channels: Float32Array[]) {
  const path = join(folder, 'sound.wav');
  writeFileSync(path, wavBytes(channels));
  const wav = await openWav(path);
  const levels = await measureLevels(wav!);
  return { levels, speech: findSpeech(levels.mix).map(({ from, to }) => [from / 50, to / 50] as const) };
}

const voice = (seconds: number, level = -20): Sound => ({ kind: 'voice', seconds, level });
const nothing = (seconds: number): Sound => ({ kind: 'nothing', seconds });

describe('where somebody speaks', () => {
  it('finds each utterance to within a tenth of a second, in the noise of a room', async () => {
    const sounds = [nothing(3), voice(2), nothing(4), voice(0.4, -30), nothing(2)];
    const { speech } = await speechIn([makeSound(sounds, { room: -50 })]);
    expect(speech).toHaveLength(2);
    expect(Math.abs(speech[0]![0] - 3)).toBeLessThan(0.1);
    expect(Math.abs(speech[0]![1] - 5)).toBeLessThan(0.1);
    expect(Math.abs(speech[1]![0] - 9)).toBeLessThan(0.1);
    expect(Math.abs(speech[1]![1] - 9.4)).toBeLessThan(0.1);
  });

  it.each([
    ['no sound at all', [nothing(60)], undefined],
    ['the noise of a room', [nothing(60)], -45],
    ['loud noise', [nothing(60)], -15],
    ['the hum of the mains', [{ kind: 'hum', seconds: 60, level: -10 } as Sound], -60],
    [
      'a recorder that mutes now and then',
      [nothing(20), { kind: 'noise', seconds: 20, level: -75 } as Sound, nothing(20)],
      undefined,
    ],
    ['a knock', [nothing(20), voice(0.06, -10), nothing(20)], -50],
  ] as [string, Sound[], number | undefined][])('finds nobody in %s', async (_, sounds, room) => {
    const { speech } = await speechIn([makeSound(sounds, room === undefined ? {} : { room })]);
    expect(speech).toEqual([]);
  });

  it('finds a faint voice beside a loud one, and a voice in loud noise', async () => {
    const faint = await speechIn([
      makeSound([nothing(5), voice(3, -12), nothing(5), voice(3, -45), nothing(5)], { room: -65 }),
    ]);
    expect(faint.speech).toHaveLength(2);
    const noisy = await speechIn([makeSound([nothing(10), voice(5, -12), nothing(10)], { room: -22 })]);
    expect(noisy.speech[0]![0]).toBeGreaterThan(9.8);
    expect(noisy.speech.at(-1)![1]).toBeLessThan(15.2);
  });

  it('does not take two channels that cancel each other for silence', async () => {
    const left = makeSound([nothing(2), voice(3), nothing(2)], { room: -60 });
    const { speech, levels } = await speechIn([left, left.map((sample) => -sample)]);
    expect(levels.signs).toEqual([1, -1]);
    expect(speech).toHaveLength(1);
  });
});

describe('parts', () => {
  const stretches = fc
    .array(
      fc.record({ gap: fc.integer({ min: 10, max: 3000 }), length: fc.integer({ min: 5, max: 2500 }) }),
      { maxLength: 60 },
    )
    .map((list) => {
      let at = 0;
      return list.map(({ gap, length }) => {
        const from = at + gap;
        at = from + length;
        return { from, to: at };
      });
    });

  it('hold all that was said exactly once, in order, none longer than the window of the engine', () => {
    fc.assert(
      fc.property(stretches, (speech) => {
        const levels = new Float32Array((speech.at(-1)?.to ?? 0) + 40).fill(-30);
        const parts = planParts(speech, levels);
        const pieces = parts.flatMap(({ pieces: inside }) => inside);
        for (const [index, piece] of pieces.entries()) {
          const next = pieces[index + 1];
          if (next) expect(piece.from + piece.length).toBeLessThanOrEqual(next.from);
        }
        for (const { from, to } of speech) {
          const covered = pieces.reduce(
            (sum, piece) =>
              sum +
              Math.max(
                0,
                Math.min(to * FRAME, piece.from + piece.length) - Math.max(from * FRAME, piece.from),
              ),
            0,
          );
          expect(covered).toBe((to - from) * FRAME);
        }
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(29 * 16_000);
        for (const part of parts) expect(part.length).toBeGreaterThan(1.3 * 16_000);
      }),
      { numRuns: 200 },
    );
  });

  it('are as full as pauses allow, and end at the longer pause', () => {
    // A sentence every 5 s with pauses of 0.4 s, and one of 2 s after the fifth.
    const speech = Array.from({ length: 12 }, (_, index) => {
      const from = index * 270 + (index > 4 ? 80 : 0);
      return { from, to: from + 250 };
    });
    const parts = planParts(speech, new Float32Array(4000).fill(-30));
    expect(parts).toHaveLength(3);
    expect(parts[1]!.pieces[0]!.from).toBeGreaterThan(speech[4]!.to * FRAME);
  });
});
