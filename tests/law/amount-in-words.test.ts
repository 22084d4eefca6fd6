import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInCapitals, fenFromCapitals } from '../../src/law/amount-in-words.ts';

const PAIRS: [number, string][] = [
  [0, '零元整'],
  [1, '壹分'],
  [10, '壹角整'],
  [11, '壹角壹分'],
  [101, '壹元零壹分'],
  [110, '壹元壹角整'],
  [100_00, '壹佰元整'],
  [1_000_00, '壹仟元整'],
  [1_005_00, '壹仟零伍元整'],
  [2_051_94, '贰仟零伍拾壹元玖角肆分'],
  [10_000_00, '壹万元整'],
  [10_050_00, '壹万零伍拾元整'],
  [60_000_00, '陆万元整'],
  [105_000_00, '壹拾万伍仟元整'],
  [100_500_00, '壹拾万零伍佰元整'],
  [20_010_000_00, '贰仟零壹万元整'],
  [100_000_001_00, '壹亿零壹元整'],
  [100_010_000_00, '壹亿零壹万元整'],
];

describe('金额大写', () => {
  it.each(PAIRS)('%i fen ↔ %s', (amount, capitals) => {
    expect(amountInCapitals(amount)).toBe(capitals);
    expect(fenFromCapitals(capitals)).toBe(amount);
  });

  it('reads what it writes, for every sum below a hundred billion yuan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (amount) => {
        expect(fenFromCapitals(amountInCapitals(amount))).toBe(amount);
      }),
    );
  });

  it('accepts the other usual ways of writing', () => {
    for (const text of ['人民币陆万元整', '陆万圆正', '陆万元', '人民币 陆万元整']) {
      expect(fenFromCapitals(text)).toBe(60_000_00);
    }
    expect(fenFromCapitals('壹拾元零伍角整')).toBe(10_50);
    expect(fenFromCapitals('壹仟元伍角')).toBe(1_000_50);
  });

  it('refuses what is not a proper sum', () => {
    for (const text of [
      '',
      '元',
      '整',
      '陆',
      '六万元',
      '60000元',
      '陆万',
      '贰仟伍拾壹元整',
      '壹万万元整',
      '陆万元整整',
      '伍元十角',
    ]) {
      expect(fenFromCapitals(text), text).toBeUndefined();
    }
  });

  it('refuses to write a sum that is negative or not whole fen', () => {
    expect(() => amountInCapitals(-1)).toThrow(RangeError);
    expect(() => amountInCapitals(0.5)).toThrow(RangeError);
  });
});
