import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnheard } from '../../../src/models/speech/find-unheard.ts';
import { placeHeard } from '../../../src/models/speech/place-heard.ts';
import { planParts } from '../../../src/models/speech/plan-parts.ts';

/** Two utterances: 2 to 4 s and 20 to 23 s. */
const SPEECH = [
  { from: 100, to: 200 },
  { from: 1000, to: 1150 },
];
const MIX = new Float32Array(1300).fill(-30);
const LEVELS = { mix: MIX, channels: [], signs: [1] };
const [PART] = planParts(SPEECH, MIX);
const place = (...sentences: Parameters<typeof placeHeard>[1]) =>
  placeHeard(PART!, sentences, SPEECH, LEVELS).map(({ segment }) => segment);

describe('a sentence of a part', () => {
  it('gets its time in the recording, without the silence that the engine counted in', () => {
    expect(
      place(
        { start: 0, end: 2.5, tokens: [{ text: '前' }] },
        { start: 2.6, end: 6, tokens: [{ text: '后' }] },
      ),
    ).toEqual([
      { start: expect.closeTo(2, 0), end: expect.closeTo(4, 0), text: '前' },
      { start: expect.closeTo(20, 0), end: expect.closeTo(23, 0), text: '后' },
    ]);
  });

  it('over a long silence that was left out is two, as far as its words have times', () => {
    const tokens = [
      { text: '我没有', start: 0.5, sure: 0.9 },
      { text: '意见。', start: 1.5, sure: 0.3 },
      { text: '谢谢。', start: 3.5, sure: 0.8 },
    ];
    expect(place({ start: 0.2, end: 5, tokens })).toEqual([
      expect.objectContaining({ text: '我没有意见。', confidence: 0.6, uncertain: [{ from: 3, to: 6 }] }),
      expect.objectContaining({ text: '谢谢。', start: expect.closeTo(20, 0), confidence: 0.8 }),
    ]);
    const untimed = place({ start: 0.2, end: 5.9, tokens: [{ text: '我没有意见。谢谢。' }] });
    expect(untimed).toEqual([
      expect.objectContaining({ start: expect.closeTo(2, 0), end: expect.closeTo(23, 0) }),
    ]);
  });

  it('marks unsure words by characters, without the space before them, also beyond the basic plane', () => {
    const tokens = [
      { text: ' 𠮷', sure: 0.9 },
      { text: '公', sure: 0.2 },
      { text: '司', sure: 0.1 },
      { text: '。', sure: 0.1 },
    ];
    expect(place({ start: 0, end: 2, tokens })[0]).toMatchObject({
      text: '𠮷公司。',
      uncertain: [{ from: 1, to: 3 }],
    });
  });

  it('lies within the recording and in order, whatever times the engine gives', () => {
    const time = fc.double({ min: -5, max: 60, noNaN: true });
    fc.assert(
      fc.property(time, time, (start, end) => {
        for (const segment of place({ start, end, tokens: [{ text: '好' }] })) {
          expect(segment.start).toBeGreaterThanOrEqual(0);
          expect(segment.end).toBeGreaterThanOrEqual(segment.start);
          expect(segment.end).toBeLessThanOrEqual(26);
        }
      }),
    );
  });
});

describe('speech without text', () => {
  it('is what no sentence covers, a second and more', () => {
    expect(findUnheard(SPEECH, [])).toEqual([
      { start: 2, end: 4 },
      { start: 20, end: 23 },
    ]);
    expect(findUnheard(SPEECH, [{ start: 1.9, end: 3.4 }])).toEqual([{ start: 20, end: 23 }]);
    expect(
      findUnheard(SPEECH, [
        { start: 20.5, end: 22.5 },
        { start: 0, end: 20 },
      ]),
    ).toEqual([]);
    expect(findUnheard(SPEECH, [{ start: 0, end: 21 }])).toEqual([{ start: 21, end: 23 }]);
  });
});
