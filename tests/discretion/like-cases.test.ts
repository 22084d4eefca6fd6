import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaseFile } from '../../src/cases/read-case-file.ts';
import { exampleCase } from '../../src/corpus/examples.ts';
import { pastCases } from '../../src/corpus/past-cases.ts';
import { likeCases } from '../../src/discretion/like-cases.ts';
import { spreadOfLikes } from '../../src/discretion/spread-of-likes.ts';
import { bigrams, cosine } from '../../src/discretion/text-similarity.ts';

const cases = pastCases();
const restaurant = readCaseFile(exampleCase('food-no-health-certificate'));

describe('likeCases', () => {
  it('puts cases of the same item first, each with its reasons', () => {
    const likes = likeCases(restaurant, cases, { limit: 20 });
    const same = cases.filter((one) => one.itemCode === 'MKT-002').length;
    expect(same).toBe(15);
    expect(likes.slice(0, same).every((like) => like.sameItem && like.violation.includes('健康证明'))).toBe(
      true,
    );
    expect(likes.slice(same).every((like) => !like.sameItem)).toBe(true);
    for (const like of likes) {
      expect(like.why.map((one) => one.aspect)).toEqual([
        'item',
        'provision',
        'circumstances',
        'facts',
        'field',
        'region',
      ]);
      expect(like.score).toBeCloseTo(
        like.why.reduce((sum, one) => sum + one.share * one.weight, 0),
        12,
      );
    }
    expect(likes.map((like) => like.score)).toEqual(likes.map((like) => like.score).sort((a, b) => b - a));
  });

  it('prefers, among equals, the nearer circumstances, region and facts', () => {
    const base = cases.find((one) => one.itemCode === 'MKT-002')!;
    const rank = (changes: Partial<typeof base>[]): string[] =>
      likeCases(
        restaurant,
        changes.map((change, index) => ({ ...base, id: `c${index}`, ...change })),
      ).map((like) => like.id);
    expect(rank([{ factors: { staff: 30 } }, { factors: { staff: 3 } }])).toEqual(['c1', 'c0']);
    expect(rank([{ region: '他省他市他区' }, { region: '示例省示例市示例区' }])).toEqual(['c1', 'c0']);
    expect(rank([{ facts: '占用道路堆放设备' }, { facts: restaurant.violation.facts! }])).toEqual([
      'c1',
      'c0',
    ]);
  });

  it('names what two cases share and what they do not', () => {
    const [first] = likeCases(restaurant, cases, { limit: 1 });
    const words = Object.fromEntries(first!.why.map((one) => [one.aspect, one.text]));
    expect(words.item).toBe('同一违法事项：安排未取得健康证明的人员从事接触直接入口食品的工作');
    expect(words.provision).toBe('同一处罚依据：食品安全法 126 ①(6)');
    expect(words.circumstances).toMatch(/^情节相近：/);
  });

  it('gives the fine as a multiple of the statutory minimum and its place in the span', () => {
    const like = likeCases(restaurant, cases, { limit: 20 }).find((one) => one.fine !== undefined)!;
    const past = cases.find((one) => one.id === like.id)!;
    expect(like.timesMinimum).toBeCloseTo(like.fine! / past.statutory!.min!, 12);
    expect(like.share).toBeCloseTo((like.fine! - 5000) / 45000, 12);
    const onlyMaximum = likeCases(readCaseFile(exampleCase('safety-training-2025')), cases, { limit: 1 })[0]!;
    expect(onlyMaximum.timesMinimum).toBeUndefined();
    expect(onlyMaximum.share).toBeCloseTo(onlyMaximum.fine! / 100_000, 12);
  });

  it('leaves out the case itself and cases with hardly anything in common', () => {
    const itself = { ...cases[0]!, id: restaurant.id };
    expect(likeCases(restaurant, [itself])).toEqual([]);
    const audit = cases.filter((one) => one.field === 'audit');
    expect(audit.length).toBeGreaterThan(0);
    expect(likeCases(restaurant, audit)).toEqual([]);
  });

  it('does not depend on the order of the library and keeps to the limit', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(cases, { minLength: cases.length }), (shuffled) => {
        expect(likeCases(restaurant, shuffled, { limit: 7 })).toEqual(
          likeCases(restaurant, cases, { limit: 7 }),
        );
      }),
      { numRuns: 20 },
    );
    expect(likeCases(restaurant, cases, { limit: 3 })).toHaveLength(3);
  });
});

describe('spreadOfLikes', () => {
  const like = (share: number | undefined, sameItem = true) => ({
    ...likeCases(restaurant, cases, { limit: 1 })[0]!,
    sameItem,
    ...(share === undefined ? { share: undefined as never } : { share, timesMinimum: 1 + share }),
  });

  it('gives quartiles by interpolation over cases of the same item', () => {
    const spread = spreadOfLikes([like(0), like(0.2), like(0.4), like(1), like(0.9, false)]);
    expect(spread?.count).toBe(4);
    expect(spread?.share.lower).toBeCloseTo(0.15, 12);
    expect(spread?.share.median).toBeCloseTo(0.3, 12);
    expect(spread?.share.upper).toBeCloseTo(0.55, 12);
    expect(spread?.timesMinimum?.median).toBeCloseTo(1.3, 12);
  });

  it('calls nine cases few and ten enough, and is silent without any', () => {
    expect(spreadOfLikes(Array.from({ length: 9 }, () => like(0.5)))?.enough).toBe(false);
    expect(spreadOfLikes(Array.from({ length: 10 }, () => like(0.5)))?.enough).toBe(true);
    expect(spreadOfLikes([like(0.5, false)])).toBeUndefined();
  });
});

describe('text similarity', () => {
  it('is 1 for the same words, 0 for none in common, and blind to punctuation', () => {
    expect(cosine(bigrams('经营过期食品'), bigrams('经营过期食品'))).toBeCloseTo(1, 12);
    expect(cosine(bigrams('经营过期食品'), bigrams('占用道路'))).toBe(0);
    expect(cosine(bigrams(''), bigrams('食品'))).toBe(0);
    expect(bigrams('食品，安全')).toEqual(bigrams('食品。安全'));
    expect(bigrams('食品，安全').has('品安')).toBe(false);
  });
});
