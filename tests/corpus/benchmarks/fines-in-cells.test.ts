import { describe, expect, it } from 'vitest';
import { cutCell } from '../../../src/corpus/benchmarks/words/cut-cell.ts';
import { percentResult } from '../../../src/corpus/benchmarks/words/percent-result.ts';
import { plainFines } from '../../../src/corpus/benchmarks/words/plain-fines.ts';
import { resultIn } from '../../../src/corpus/benchmarks/words/result-in.ts';
import { sumOfCase } from '../../../src/corpus/benchmarks/words/sum-of-case.ts';
import { resolveRange } from '../../../src/law/fine-range.ts';

const EXCLUDES = { above: true, below: false };

describe('罚款之后的最低基数', () => {
  const goods = { base: 'goods', min: 5, max: 8, baseLeast: 20_000 };
  it.each([
    '并处货值金额5倍以上8倍以下罚款；货值金额不足2万元的，按2万元计算。',
    '处货值金额5倍以上8倍以下的罚款，货值金额不足二万元的，以二万元计',
    '货值金额低于2万元的，按照2万元计算；处货值金额5倍以上8倍以下罚款',
    '处货值金额5倍以上8倍以下罚款（货值金额不足2万元的，按20000元计算）',
    '处货值5倍以上8倍以下罚款，货值不足2万元按2万元计算罚款',
  ])('%s', (cell) => {
    const { fine, fines } = resultIn(cell, undefined) ?? {};
    expect(fines ?? [fine]).toEqual([goods]);
  });

  it('不是罚款的基数、两个数不同的，读不懂', () => {
    expect(
      resultIn('处货值金额5倍以上8倍以下罚款；违法所得不足2万元的，按2万元计算', undefined),
    ).toBeUndefined();
    expect(
      resultIn('处货值金额5倍以上8倍以下罚款；货值金额不足2万元的，按3万元计算', undefined),
    ).toBeUndefined();
  });
});

describe('法定幅度的份额', () => {
  it.each([
    ['在法定罚款幅度的30%以下处以罚款', { min: 0, max: 0.3, maxInclusive: false }],
    ['按法定处罚幅度30%以上70%以下处罚', { min: 0.3, max: 0.7, maxInclusive: false }],
    ['并在法定罚款幅度的70%以上处以罚款', { min: 0.7, max: 1 }],
    ['在法定幅度内处30%以下的罚款', { min: 0, max: 0.3, maxInclusive: false }],
    ['处法定罚款数额幅度下限至30%的罚款', { min: 0, max: 0.3 }],
    ['处法定罚款幅度内30%至上限的罚款', { min: 0.3, max: 1 }],
  ])('%s', (cell, share) => {
    expect(resultIn(cell, EXCLUDES)?.fine).toEqual({ ofSpan: true, ...share });
    expect(cutCell(cell)).toBeUndefined();
  });

  it('处以后面少了字的，仍是缺字', () => {
    expect(cutCell('5000元以')).toContain('缺字');
  });

  it('最高罚款数额的百分数写在“处罚”之前的也读', () => {
    const cell = plainFines('按法定罚款上限的30%以上50%以下处罚');
    const statute = [{ range: { min: 1000, max: 10_000 } }];
    expect(percentResult(cell, { head: '处罚标准' }, undefined, statute)).toMatchObject({
      fine: { min: 3000, max: 5000 },
    });
  });
});

describe('按单位计罚的幅度和封顶的数', () => {
  it.each([
    ['处每立方米10元以上12元以下的罚款', { each: '立方米', min: 10, max: 12 }],
    ['按每吨200元以上500元以下的标准处以罚款', { each: '吨', min: 200, max: 500 }],
    ['处非法占用土地每平方米100元以上300元以下罚款', { each: '平方米', min: 100, max: 300 }],
    ['以每名从业人员500元以上1000元以下的标准处以罚款', undefined],
    ['处每条（只）500元以上1000元以下罚款', { each: '条', min: 500, max: 1000 }],
    ['处违法所得3倍以下但最高不超过3万元的罚款', { base: 'gains', max: 3, most: 30_000 }],
    [
      '处以每平方米50元以上100元以下罚款，最高不超过10万元',
      { each: '平方米', min: 50, max: 100, most: 100_000 },
    ],
  ])('%s', (cell, range) => {
    const { fine, fines } = resultIn(cell, undefined) ?? {};
    expect((fines ?? [fine])[0]).toEqual(range);
  });

  it('封顶的数：超过的一端以它为准，不超过的不变', () => {
    const range = { base: 'gains' as const, min: 1, max: 3, maxInclusive: false, most: 30_000 };
    expect(resolveRange(range, { gains: 800_000 })).toEqual({
      min: 800_000,
      max: 2_400_000,
      minInclusive: true,
      maxInclusive: false,
    });
    expect(resolveRange(range, { gains: 2_000_000 })).toMatchObject({ max: 3_000_000, maxInclusive: true });
    expect(resolveRange(range, { gains: 9_000_000 })).toMatchObject({ min: 3_000_000, max: 3_000_000 });
    expect(resolveRange(range, {})).toBeUndefined();
  });
});

describe('一格几种情形', () => {
  it.each([
    '个人处200元以上500元以下罚款，单位处1万元以上2万元以下罚款',
    '个人：200元以上500元以下；单位：1-2万元',
  ])('对象前面没有“对”：%s', (cell) => {
    expect(resultIn(cell, undefined)?.fines).toEqual([
      { party: 'person', min: 200, max: 500 },
      { party: 'unit', min: 10_000, max: 20_000 },
    ]);
  });

  it('分不开的两个幅度读不懂', () => {
    expect(resultIn('车主处200元罚款，驾驶员处500元罚款', undefined)).toBeUndefined();
    expect(resultIn('对法定代表人处1万元罚款', undefined)?.fine).toBeUndefined();
  });

  it('“警告、罚款”是两样', () => {
    expect(resultIn('警告、罚款500元以上1000元以下', undefined)).toEqual({
      fine: { min: 500, max: 1000 },
      extra: ['警告'],
    });
  });

  it('经营额等各种数额分段，没有的也在低的一段', () => {
    expect(
      resultIn(
        '责令停止经营；违法经营额5万元以上的，处违法经营额1倍罚款；没有违法经营额或者违法经营额不足5万元的，处4万元罚款',
        undefined,
      )?.fines,
    ).toEqual([
      { base: 'turnover', min: 1, max: 1, when: { factor: 'turnover', op: '>=', value: 50_000 } },
      { min: 40_000, max: 40_000, when: { factor: 'turnover', op: '<', value: 50_000 } },
    ]);
  });

  it('条文里的“没有违法所得或者违法所得在五万元以下的”是数额，不是另一个违法行为', () => {
    const below = { factor: 'gains', op: '<=', value: 50_000 };
    expect(sumOfCase('没有违法所得或者违法所得在五万元以下的', { above: true, below: true })).toEqual(below);
    expect(sumOfCase('违法经营额不足三万元或者没有违法经营额', EXCLUDES)).toMatchObject({
      op: '<',
      value: 30_000,
    });
    expect(sumOfCase('没有违法经营额或者违法所得不足三万元', EXCLUDES)).toBeUndefined();
  });

  it('“直至”之后的处罚由人选择；有违法所得才没收，与没收相同', () => {
    const stop = resultIn('处3万元罚款，责令停产停业，直至吊销许可证', undefined);
    expect(stop).toMatchObject({ extra: ['责令停产停业'], told: [expect.stringContaining('吊销')] });
    expect(resultIn('给予警告；有违法所得的，没收违法所得', undefined)?.extra).toEqual([
      '警告',
      '没收违法所得',
    ]);
  });
});
