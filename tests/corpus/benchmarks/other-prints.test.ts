import { describe, expect, it } from 'vitest';
import { ranksAcross } from '../../../src/corpus/benchmarks/ranks-across.ts';
import { spanFormula } from '../../../src/corpus/benchmarks/weights/span-formula.ts';
import { weightedRows } from '../../../src/corpus/benchmarks/weights/weighted-rows.ts';
import { countedBy } from '../../../src/corpus/benchmarks/words/counted-by.ts';
import { spansInBasis } from '../../../src/corpus/benchmarks/words/spans-in-basis.ts';

describe('阶次横排', () => {
  it('两行没有名目：上一行是情形，下一行是处罚', () => {
    const labels = ['从轻', '从重'];
    const turned = ranksAcross(
      labels,
      [
        ['逾期不足10日', '逾期10日以上'],
        ['处1000元以下罚款', '处1000元以上5000元以下罚款'],
      ],
      undefined,
    );
    expect(turned).toEqual({
      labels: ['裁量阶次', '适用条件', '处罚标准'],
      grid: [
        ['从轻', '逾期不足10日', '处1000元以下罚款'],
        ['从重', '逾期10日以上', '处1000元以上5000元以下罚款'],
      ],
    });
    expect(
      ranksAcross(
        labels,
        [
          ['警告', '警告'],
          ['处1000元以下罚款', '处5000元以下罚款'],
        ],
        undefined,
      ),
    ).toHaveProperty('faults');
  });

  it('每个阶次之下分情形和罚款幅度两列', () => {
    const labels = ['轻微情形', '轻微罚款幅度', '严重情形', '严重罚款幅度'];
    const turned = ranksAcross(
      labels,
      [['不足5件', '1000元以下', '5件以上', '1000元以上5000元以下']],
      undefined,
    );
    expect(turned).toMatchObject({
      grid: [
        ['轻微', '不足5件', '1000元以下'],
        ['严重', '5件以上', '1000元以上5000元以下'],
      ],
    });
  });
});

describe('分值', () => {
  const FORMULA = '罚款金额=罚款下限+（罚款上限-罚款下限）×（各裁量因素分值之和÷100）';
  const read = (weights: string[]) =>
    weightedRows(
      ['法定罚款幅度', '裁量因素', '情形', '分值'],
      weights.map((weight, at) => [
        '1万元以上5万元以下',
        '占用面积',
        at === 0 ? '不足5平方米' : '5平方米以上',
        weight,
      ]),
      { words: { above: true, below: false }, phrases: new Set(), notes: [], basis: [], beside: [FORMULA] },
    );

  it('公式除以 100 的，分值就是百分数，合计不到 100 也读', () => {
    expect(spanFormula([FORMULA])).toEqual({ of: 'span', points: true });
    const { parts, faults } = read(['0', '60']);
    expect(faults).toEqual([]);
    expect(parts.weights?.factors[0]?.degrees.map(({ percent }) => percent)).toEqual([0, 60]);
  });

  it('总和的上限和下限按说明', () => {
    const beside = ['罚款金额＝法定最高罚款金额×权重之和，权重之和不足20%的，按20%计算'];
    const { parts } = weightedRows(
      ['法定罚款幅度', '裁量因素', '情形', '权重'],
      [
        ['5万元以下', '占用面积', '不足5平方米', '10%'],
        ['5万元以下', '占用面积', '5平方米以上', '90%'],
      ],
      { words: { above: true, below: false }, phrases: new Set(), notes: [], basis: [], beside },
    );
    expect([parts.weights?.floor, parts.weights?.cap, parts.weights?.starts[0]?.of]).toEqual([
      20,
      100,
      { max: 50_000 },
    ]);
  });

  it('又写百分号又除以 100 的不猜', () => {
    expect(
      read(['0%', '60%'])
        .faults.map(({ reason }) => reason)
        .join(),
    ).toContain('除以 100');
  });
});

describe('按单位计罚的法定幅度和所乘的数', () => {
  it('条文只有这一个罚款的才读', () => {
    const range = { min: 100, max: 500, each: '平方米' };
    expect(spansInBasis(['《示例条例》第三十条：处每平方米一百元以上五百元以下罚款。'])).toEqual([{ range }]);
    expect(
      spansInBasis([
        '《示例条例》第三十条：处每平方米一百元以上五百元以下罚款；情节严重的，处五万元以下罚款。',
      ]),
    ).toEqual([]);
  });

  it('条文以别的数为基数的', () => {
    const range = { baseFactor: '骗取金额', min: 2, max: 5 };
    expect(spansInBasis(['《示例条例》第三十条：责令退回，处骗取金额二倍以上五倍以下罚款。'])).toEqual([
      { range },
    ]);
  });

  it('同一单位的别的尺度不当作数量', () => {
    const number = (name: string, unit: string) => ({ name, question: '？', type: 'number' as const, unit });
    expect(countedBy('平方米', [number('占用面积', '平方米')])).toEqual({ name: '占用面积' });
    expect(countedBy('米', [number('宽度', '米')])).toEqual({ name: '米数' });
    expect(countedBy('吨', [number('核定载质量', '吨')])).toEqual({ name: '吨数' });
    const both = [number('倾倒数量', '吨'), number('清运数量', '吨')];
    expect(countedBy('吨', both)).toEqual({ several: ['倾倒数量', '清运数量'] });
  });
});
