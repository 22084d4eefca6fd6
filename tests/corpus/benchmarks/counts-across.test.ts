import { describe, expect, it } from 'vitest';
import { countsAcross } from '../../../src/corpus/benchmarks/counts-across.ts';
import { tieredRows } from '../../../src/corpus/benchmarks/tiered-rows.ts';

const words = { above: true, below: false };
const HEADS = [
  '阶次',
  '进货总额',
  '罚款比例（按两年内查处次数）首次',
  '罚款比例（按两年内查处次数）第二次',
  '罚款比例（按两年内查处次数）第三次以上',
];

describe('次数横排在表头', () => {
  it('每一次数是一行的条件，没有罚款的一格只有没收，横向同样的一格不问次数', () => {
    const turned = countsAcross(
      HEADS,
      [
        ['一档', '进货总额不足1万元的', '10%—12%', '12%—14%', '没收违法所得，不并处罚款'],
        ['二档', '进货总额1万元以上的', '20%—30%', '20%—30%', '20%—30%'],
      ],
      words,
    );
    expect(turned?.labels).toEqual(['阶次', '进货总额', '两年内查处次数', '罚款比例']);
    expect(turned?.grid.map((row) => row.slice(2))).toEqual([
      ['首次', '10%—12%'],
      ['第二次', '12%—14%'],
      ['第三次以上', '没收违法所得，不并处罚款'],
      ['/', '20%—30%'],
    ]);
    const statute = [{ range: { baseFactor: '进货总额', min: 0.05, max: 0.5 } }];
    const { parts, faults } = tieredRows(turned!.labels, turned!.grid, {
      words,
      stated: true,
      phrases: new Set(),
      statute,
    });
    expect(faults).toEqual([]);
    expect(parts.tiers.map(({ fine, extra }) => [fine?.min, fine?.baseFactor, extra])).toEqual([
      [0.1, '进货总额', []],
      [0.12, '进货总额', []],
      [undefined, undefined, ['没收违法所得']],
      [0.2, '进货总额', []],
    ]);
    expect(parts.factors.map(({ name, unit }) => [name, unit])).toEqual([
      ['进货总额', '元'],
      ['两年内查处次数', '次'],
    ]);
  });

  it('条文的百分数之外的，不知道是什么的百分数', () => {
    const statute = [{ range: { baseFactor: '进货总额', min: 0.05, max: 0.11 } }];
    const { faults } = tieredRows(['阶次', '情形', '罚款比例'], [['一档', '首次的', '10%—12%']], {
      words,
      stated: true,
      phrases: new Set(),
      statute,
    });
    expect(faults[0]?.reason).toContain('份额');
  });

  it('对单位、对个人各一栏，或者栏名不是数的，照旧', () => {
    const cells = [['一档', '不足1万元的', '1万元', '2万元']];
    expect(countsAcross(['阶次', '情形', '对单位罚款', '对个人罚款'], cells, words)).toBeUndefined();
    expect(countsAcross(['阶次', '情形', '罚款限期改正', '罚款逾期未改正'], cells, words)).toBeUndefined();
  });
});
