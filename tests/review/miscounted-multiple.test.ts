import { describe, expect, it } from 'vitest';
import { fen } from '../../src/law/money.ts';
import { miscountedMultiple } from '../../src/review/miscounted-multiple.ts';

const due = (text: string, fine: number) => miscountedMultiple(text, fen(fine))?.due;

describe('按基数的几倍或者几成算的罚款', () => {
  it.each([
    ['货值金额42000元。按货值金额的1.5倍确定罚款', 63_000],
    ['货值金额共计42,000元，按照货值金额一点五倍处以罚款', 63_000],
    ['按货值金额42000元的1.5倍计算罚款', 63_000],
    ['罚款按货值金额4.2万元的1.5倍计算', 63_000],
    ['违法所得为8000元，以违法所得的百分之一百二十给予罚款', 9600],
    ['销售收入8000元，处销售收入2倍的罚款', 16_000],
    ['工程合同价款3000000元，按照工程合同价款3%的标准处以罚款', 90_000],
  ])('%s', (text, right) => {
    expect(due(text, right)).toBeUndefined();
    expect(due(text, right + 2000)).toBe(right);
  });

  it.each([
    '货值金额42000元，按法定幅度上限的60%确定罚款',
    '每日按罚款数额的3%加处罚款',
    '货值金额42000元，按约1.5倍确定罚款',
    '甲批货值金额42000元，乙批货值金额9000元，按货值金额的1.5倍确定罚款',
    '货值金额42000元，处货值金额1倍以上3倍以下的罚款',
    '货值金额42000元，先按货值金额的1.5倍确定罚款，并处违法所得8000元2倍的罚款',
  ])('不能据以断定算错：%s', (text) => {
    expect(due(text, 65_000)).toBeUndefined();
  });
});
