import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionInRange, rangeText, resolveRange } from '../../src/law/fine-range.ts';
import { fen, times, yuan, yuanText } from '../../src/law/money.ts';

describe('money', () => {
  it('is exact to the fen', () => {
    expect(fen(2051.94)).toBe(205194);
    expect(fen('1,000,000.5')).toBe(100000050);
    expect(() => fen(0.005)).toThrow('精确到分');
    expect(() => fen('五千')).toThrow();
  });

  it('multiplies without binary fractions', () => {
    expect(times(fen(2051.94), 0.2)).toEqual({ fen: 41038, exact: false });
    expect(times(fen(80000), '1.5')).toEqual({ fen: 12000000, exact: true });
  });

  it('writes sums as pages show them', () => {
    expect(yuan(fen(8000))).toBe('8,000 元');
    expect(yuan(fen(2051.9))).toBe('2,051.90 元');
    expect(yuanText(fen(1234567.08))).toBe('1234567.08');
  });

  it('reads back what it wrote (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (amount) => {
        expect(fen(yuanText(amount))).toBe(amount);
      }),
    );
  });
});

describe('ranges of fines', () => {
  it('includes both ends unless told otherwise', () => {
    const range = resolveRange({ min: 50000, max: 100000 }, {})!;
    expect(positionInRange(fen(50000), range)).toBe(0);
    expect(positionInRange(fen(49999.99), range)).toBe(-1);
    expect(positionInRange(fen(100000), range)).toBe(0);
    expect(positionInRange(fen(100000.01), range)).toBe(1);
    const open = resolveRange({ min: 3, max: 6, maxInclusive: false }, {})!;
    expect(positionInRange(fen(6), open)).toBe(1);
    expect(rangeText(open)).toBe('3 元以上、6 元以下（不含本数）');
  });

  it('never rounds a multiple into the range: 20 % of 2,051.94 is 410.388, so 410.38 is below', () => {
    const range = resolveRange({ base: 'turnover', min: 0.2, max: 0.5 }, { turnover: fen(2051.94) })!;
    expect(range.min).toBe(41039);
    expect(range.max).toBe(102597);
    expect(positionInRange(fen(410.38), range)).toBe(-1);
    expect(positionInRange(fen(410.39), range)).toBe(0);
    expect(positionInRange(fen(600), range)).toBe(0);
  });

  it('does not take a missing base for zero', () => {
    expect(resolveRange({ base: 'goods', min: 10, max: 20 }, {})).toBeUndefined();
  });

  it('never has a fine of zero inside, even without a minimum', () => {
    expect(positionInRange(0, resolveRange({ max: 100 }, {})!)).toBe(-1);
  });
});
