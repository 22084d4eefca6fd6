import { describe, expect, it } from 'vitest';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { caseOfFacts } from '../../src/discretion/case-of-facts.ts';
import { findTier } from '../../src/discretion/find-tier.ts';

const book = loadReferenceBook();

describe('facts that cannot hold together', () => {
  it.each([
    ['competition-prize', '2026-01-01'],
    ['competition-2018-prize', '2024-01-01'],
  ])('%s: a highest prize above 50,000 yuan that is not', (id, on) => {
    const given = (prize: number, kind = '最高奖超过五万元') => {
      const facts = { on, 'prize-kind': kind, prize, harm: false, repeat: false, gains: 0 };
      return findTier({ file: caseOfFacts(id, facts, book), book });
    };
    const wrong = given(50_000);
    expect(wrong.conflicts).toContainEqual(expect.objectContaining({ kind: 'facts-differ', blocks: true }));
    expect(wrong.range).toBeUndefined();
    const right = given(50_001);
    expect(right.conflicts).toEqual([]);
    expect(right.tier?.name).toBe('从轻');
    expect(given(40_000, '信息不明确').conflicts).toEqual([]);
  });

  it.each([
    [0, true],
    [1, false],
  ])('%d times where the present one is counted', (times, wrong) => {
    const facts = { on: '2026-01-01', times, viewers: 100, months: 1, harm: false, serious: false, gains: 0 };
    const result = findTier({ file: caseOfFacts('competition-false-promotion', facts, book), book });
    expect(result.conflicts.some(({ kind, text }) => kind === 'wrong-value' && text.includes('含本次'))).toBe(
      wrong,
    );
    expect(result.settled === undefined).toBe(wrong);
  });
});
