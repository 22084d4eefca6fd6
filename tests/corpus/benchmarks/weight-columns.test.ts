import { describe, expect, it } from 'vitest';
import type { RowFault } from '../../../src/corpus/benchmarks/item-reading.ts';
import { weightColumns } from '../../../src/corpus/benchmarks/weights/weight-columns.ts';
import { quantityIn } from '../../../src/corpus/benchmarks/words/quantity-in.ts';

const BESIDE = [
  '甲式：罚款金额＝法定最高罚款数额×权重之和。乙式：罚款金额＝法定最低罚款数额＋（法定最高罚款数额－法定最低罚款数额）×权重之和。',
];
const LABELS = ['裁量因素', '违法程度', '裁量权重单位', '裁量权重个人', '计算公式'];

function read(rows: string[][], beside = BESIDE) {
  const faults: RowFault[] = [];
  return { ...weightColumns(LABELS, rows, beside, faults), faults };
}

describe('权重表里不是权重的列', () => {
  it('各项写明适用哪一个公式的，只留那一个', () => {
    const { labels, grid, beside, party, faults } = read([
      ['次数', '1次', '0%', '', '适用乙式。'],
      ['次数', '2次', '10%', '', '适用乙式。'],
    ]);
    expect(labels).toEqual(['裁量因素', '违法程度', '裁量权重单位']);
    expect(grid).toEqual([
      ['次数', '1次', '0%'],
      ['次数', '2次', '10%'],
    ]);
    expect(beside.join('')).toContain('乙式');
    expect(beside.join('')).not.toContain('甲式');
    expect(party).toBe('unit');
    expect(faults).toEqual([]);
  });

  it('没有写明的公式不猜', () => {
    const { faults } = read([['次数', '1次', '0%', '', '适用丙式']]);
    expect(faults.map(({ reason }) => reason).join()).toContain('丙式');
  });

  it('单位和个人权重相同的合为一列，不同的不读', () => {
    expect(read([['次数', '1次', '0%', '0%', '']]).party).toBeUndefined();
    const { faults } = read([['次数', '2次', '8%', '10%', '']]);
    expect(faults.map(({ reason }) => reason).join()).toContain('权重不同');
  });

  it('一类区是名称，不是数量', () => {
    const words = { above: true, below: false };
    expect(quantityIn('一类区', words)).toBeUndefined();
    expect(quantityIn('2类以上', words)).toMatchObject({ low: 2, unit: '类' });
  });
});
