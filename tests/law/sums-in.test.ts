import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInCapitals } from '../../src/law/amount-in-words.ts';
import { yuanText } from '../../src/law/money.ts';
import { sumsIn } from '../../src/law/sums-in.ts';

const sums = (text: string) => sumsIn(text).map((sum) => yuanText(sum.fen));

describe('文字中的金额', () => {
  it.each([
    ['罚款5000元', ['5000']],
    ['5,000.00元', ['5000']],
    ['０．５万元', ['5000']],
    ['人民币伍万圆整（￥50000.00）', ['50000', '50000']],
    ['五千元以上五万元以下', ['5000', '50000']],
    ['十二元三角四分', ['12.34']],
    ['货值金额3千余元', []],
    ['1.234元', []],
    ['公元前', []],
  ])('%s', (text, expected) => {
    expect(sums(text)).toEqual(expected);
  });

  it('大写、小写各写一遍，读回同一个数', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9_999_999_999 }), (fen) => {
        const text = `处罚款人民币${amountInCapitals(fen)}（¥${yuanText(fen)}），即${yuanText(fen)}元`;
        expect(sumsIn(text).map((sum) => sum.fen)).toEqual([fen, fen, fen]);
      }),
    );
  });
});
