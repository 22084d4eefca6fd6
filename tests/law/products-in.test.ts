import { describe, expect, it } from 'vitest';
import { productsIn } from '../../src/law/products-in.ts';

const read = (text: string) =>
  productsIn(text).map(({ product, stated, right }) => ({ product, stated, right }));

describe('productsIn', () => {
  it.each([
    ['32人×300元＝9600元', 9600, 9600, true],
    ['32人×300元＝9800元', 9600, 9800, false],
    ['货值金额1,200元的15倍，即18,000元', 18_000, 18_000, true],
    ['货值金额1200元3倍的罚款，计叁仟陆佰元（3600元）', 3600, 3600, true],
    ['货值金额1200元3倍的罚款，计人民币叁仟捌佰元整（¥3,800元）', 3600, 3800, false],
    ['货值金额1,200元的15倍，即19,000元', 18_000, 19_000, false],
    ['12600000元×1.2%＝151200元', 151_200, 151_200, true],
    ['违法所得2万元的二倍，计4万元', 40_000, 40_000, true],
    ['涉及32人，每人罚款300元，共计9800元', 9600, 9800, false],
    ['合同价款1000元的百分之二，即20元', 20, 20, true],
    ['3.333元×3＝10元', 9.999, 10, true],
    ['处货值金额1500元3倍的罚款人民币4800元', 4500, 4800, false],
    ['处木材价值2600元三倍的罚款，罚款7700元', 7800, 7700, false],
    ['按合同价款80万元百分之二罚款，计16000元', 16000, 16000, true],
  ])('%s', (text, product, stated, right) => {
    expect(read(text)).toEqual([{ product, stated, right }]);
  });

  it.each([
    '12盒×40元+3盒×20元＝540元',
    '1年×500元/月＝6000元',
    '5吨×300元＝1500元',
    '罚款9600元',
    '货值金额1500元3倍以下的罚款',
    '货值1500元，处3倍罚款4800元',
  ])('passes over %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
