import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestCase } from '../../../src/corpus/like-cases/case-digest.ts';
import { frequenciesOf } from '../../../src/corpus/like-cases/case-frequencies.ts';
import { PART_WEIGHTS, scoreLikeCases } from '../../../src/corpus/like-cases/score-like-cases.ts';
import { pastCases } from '../../../src/corpus/past-cases.ts';

const CASES = pastCases()
  .slice(0, 30)
  .map(({ title, facts, reasons }, seq) => ({
    seq,
    lexical: (seq * 7) % 11,
    cosine: seq % 3 === 0 ? null : (seq % 5) / 5,
    digest: digestCase(title, `${facts}${reasons}`),
  }));
const FREQUENCIES = frequenciesOf(CASES.map(({ digest }) => digest));
const QUERY = digestCase(
  '',
  '示例商店未取得许可证经营，货值 4,200 元，曾因同样的事受过处罚，依据第一百二十二条。',
);

describe('parts of a case', () => {
  it('are what its text says, and nothing where it says nothing', () => {
    expect(QUERY).toEqual({
      cause: [],
      provisions: ['第一百二十二条'],
      circumstances: ['再次违法', '未经许可'],
      sum: 420_000,
    });
    expect(digestCase('无照经营案', '')).toEqual({
      cause: ['无照', '照经', '经营', '营案'],
      provisions: [],
      circumstances: [],
    });
  });

  it('weigh 1 together', () => {
    expect(Object.values(PART_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it('are shares between 0 and 1 that make up the score', () => {
    for (const { score, parts } of scoreLikeCases(QUERY, CASES, FREQUENCIES)) {
      expect(parts.map(({ part }) => part)).toEqual(Object.keys(PART_WEIGHTS));
      for (const { share } of parts) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(score).toBeCloseTo(
        parts.reduce((sum, { share, weight }) => sum + share * weight, 0),
        9,
      );
    }
  });

  it('do not depend on the order of the candidates', () => {
    const expected = scoreLikeCases(QUERY, CASES, FREQUENCIES);
    fc.assert(
      fc.property(fc.shuffledSubarray(CASES, { minLength: CASES.length }), (shuffled) => {
        expect(scoreLikeCases(QUERY, shuffled, FREQUENCIES)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('are found in any text without a crash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, text) => {
        const digest = digestCase(title, text);
        const scored = scoreLikeCases(digest, [{ seq: 1, lexical: 0, cosine: null, digest }], FREQUENCIES);
        expect(scored[0]?.score).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 30 },
    );
  });
});
