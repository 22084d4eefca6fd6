import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtWhisper, lackingToBuild } from '../../../src/models/speech/build-whisper.ts';
import { lettersOf } from '../../../src/models/speech/known-inventions.ts';
import { openSpeech } from '../../../src/models/speech/open-speech.ts';
import { transcribeRecording } from '../../../src/models/speech/transcribe-recording.ts';
import type { Segment, Transcript } from '../../../src/models/speech/transcript.ts';
import { canSpeak, makeHearing, type SpokenLine } from '../../support/make-hearing.ts';

const MODEL = resolve('models/speech-example/ggml-hearing-example.bin');
/** Kept between runs: what is built takes half a minute. */
const DATA = resolve('node_modules/.cache/mingcai');
const lacking = [
  ...lackingToBuild(),
  ...(canSpeak ? [] : ['espeak-ng']),
  ...(existsSync(MODEL) ? [] : ['示例语音模型']),
];
const note = lacking.length > 0 ? `（跳过：缺少 ${lacking.join('、')}）` : '';

describe.skipIf(lacking.length > 0)(`the real whisper.cpp with the example model${note}`, () => {
  let folder: string;
  let spoken: SpokenLine[];
  let transcript: Transcript;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mingcai-hearing-'));
    const path = join(folder, '听证 $(录音).wav');
    ({ lines: spoken } = await makeHearing(path));
    const engine = await openSpeech({ dataFolder: DATA, whisper: { model: MODEL } });
    transcript = await transcribeRecording(path, engine!, {
      workFolder: join(folder, 'work'),
      vocabulary: ['示例食品店', '行政处罚法'],
    });
  }, 900_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is built from the source that comes with the packages, outside of them', () => {
    expect(existsSync(builtWhisper(DATA))).toBe(true);
  });

  it('writes what was said, with few wrong characters', () => {
    const said = lettersOf(spoken.map(({ text }) => text).join(''));
    const written = lettersOf(transcript.segments.map(({ text }) => text).join(''));
    const rate = edits([...said], [...written]) / [...said].length;
    console.info(`字错误率 ${(rate * 100).toFixed(1)}%（${[...said].length} 字）`);
    // The card of the example model says none; another compiler may round otherwise.
    expect(rate).toBeLessThan(0.05);
  });

  it('writes nothing where nobody speaks, and has the first sentence', () => {
    const invented = transcript.segments.filter(
      (segment) => !spoken.some((line) => overlap(segment, line) > 0),
    );
    expect(invented).toEqual([]);
    expect(overlap(transcript.segments[0]!, spoken[0]!)).toBeGreaterThan(0);
  });

  it('knows when sentences begin and end to within half a second', () => {
    const off = spoken.map((line) => {
      const inside = transcript.segments.filter((segment) => overlap(segment, line) > 0.2);
      return Math.max(
        Math.abs((inside[0]?.start ?? -9) - line.start),
        Math.abs((inside.at(-1)?.end ?? -9) - line.end),
      );
    });
    console.info(`时间最多相差 ${Math.max(...off).toFixed(2)} 秒`);
    expect(Math.max(...off)).toBeLessThanOrEqual(0.5);
  });
});

function overlap(a: Pick<Segment, 'start' | 'end'>, b: Pick<SpokenLine, 'start' | 'end'>): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function edits(left: string[], right: string[]): number {
  let row = right.map((_, index) => index + 1);
  for (const [index, sign] of left.entries()) {
    const next: number[] = [];
    for (const [column, other] of right.entries()) {
      const above = row[column]!;
      const corner = column === 0 ? index : row[column - 1]!;
      const before = column === 0 ? index + 1 : next[column - 1]!;
      next.push(sign === other ? corner : 1 + Math.min(above, corner, before));
    }
    row = next;
  }
  return row.at(-1) ?? left.length;
}
