import { describe, expect, it } from 'vitest';
import { ranksInConditions } from '../../../src/corpus/benchmarks/ranks-in-conditions.ts';

const LABELS = ['违法情节', '裁量标准'];
const FINES = ['处1万元以下罚款', '处1万元以上2万元以下罚款', '处3万元罚款'];
const table = (...cells: string[]) => cells.map((cell, at) => [cell, FINES[at]!]);

describe('ranks before a colon in the circumstances', () => {
  it('become a column; a row without one has none', () => {
    expect(
      ranksInConditions(LABELS, table('较轻：运输不足50头的', '严重：运输50头以上的', '无法查实的')),
    ).toEqual({
      labels: ['裁量阶次', '违法情节', '裁量标准'],
      grid: [
        ['较轻', '运输不足50头的', FINES[0]],
        ['严重', '运输50头以上的', FINES[1]],
        ['/', '无法查实的', FINES[2]],
      ],
    });
  });

  it.each([
    [table('较轻：运输不足50头的', '运输50头以上的')],
    [table('运输：不足50头的', '运输：50头以上的')],
    [table('严重：运输50头以上的', '严重：逃避检查的')],
  ])('%j stays as printed', (grid) => {
    expect(ranksInConditions(LABELS, grid)).toEqual({ labels: LABELS, grid });
  });

  it('stays as printed beside a column of ranks', () => {
    const grid = [
      ['从轻', '较轻：1次的', '处1万元以下罚款'],
      ['从重', '严重：2次的', '处2万元以下罚款'],
    ];
    const labels = ['裁量阶次', ...LABELS];
    expect(ranksInConditions(labels, grid)).toEqual({ labels, grid });
  });
});
