import { describe, expect, it } from 'vitest';
import { tiersInCells } from '../../../src/corpus/benchmarks/tiers-in-cells.ts';

const UNIT = '对单位的裁量基准';
const PERSONS = '对直接负责的主管人员和其他直接责任人员的裁量基准';
const plain = (labels: string[], ...cells: string[]) => tiersInCells(labels, [cells], undefined);

describe('all tiers of an item in one cell', () => {
  it.each([
    '1.轻微：堆放不足5吨的，处1万元以上2万元以下罚款；\n2.严重：堆放5吨以上的，处2万元以上5万元以下罚款。',
    '（一）轻微：堆放不足5吨的，处1万元以上2万元以下罚款；（二）严重：堆放5吨以上的，处2万元以上5万元以下罚款。',
    '①轻微：堆放不足5吨的，处1万元以上2万元以下罚款。②严重：堆放5吨以上的，处2万元以上5万元以下罚款。',
    '轻微：堆放不足5吨的，处1万元以上2万元以下罚款；严重：堆放5吨以上的，处2万元以上5万元以下罚款。',
    '【轻微】堆放不足5吨的，处1万元以上2万元以下罚款。\n【严重】堆放5吨以上的，处2万元以上5万元以下罚款。',
    '责令限期改正，并按下列标准处罚：1.轻微：堆放不足5吨的，处1万元以上2万元以下罚款；2.严重：堆放5吨以上的，处2万元以上5万元以下罚款。',
  ])('%s', (cell) => {
    expect(plain(['裁量标准'], cell)).toEqual({
      labels: ['裁量阶次', '适用情形', '处罚标准'],
      grid: [
        ['轻微', '堆放不足5吨', '处1万元以上2万元以下罚款'],
        ['严重', '堆放5吨以上', '处2万元以上5万元以下罚款'],
      ],
      leads: [],
    });
  });

  it('gives units and persons responsible rows of their own, and the provision before the tiers', () => {
    const unit =
      '1.轻微：初次的，处合同价款1%以上2%以下罚款；2.严重：再次的，处合同价款2%以上4%以下罚款，责令停业整顿。';
    const provision =
      '《示例条例》第九条：对直接负责的主管人员和其他直接责任人员处单位罚款数额5%以上10%以下的罚款。';
    const persons = `${provision}\n\n1.单位违法行为轻微的，处单位罚款数额5%以上7%以下罚款；\n2.单位违法行为严重的，处单位罚款数额7%以上10%以下罚款。`;
    expect(plain([UNIT, PERSONS], unit, persons)).toEqual({
      labels: ['处罚对象', '裁量阶次', '适用情形', '责任人员适用情形', '处罚标准'],
      grid: [
        ['单位', '轻微', '初次', '/', '处合同价款1%以上2%以下罚款'],
        ['单位', '严重', '再次', '/', '处合同价款2%以上4%以下罚款，责令停业整顿'],
        ['责任人员', '轻微', '/', '单位违法行为轻微', '处单位罚款数额5%以上7%以下罚款'],
        ['责任人员', '严重', '/', '单位违法行为严重', '处单位罚款数额7%以上10%以下罚款'],
      ],
      leads: [provision],
    });
  });

  it('tells nobody apart where the only column is that of 当事人', () => {
    const cell = '1.轻微：1处的，处1万元罚款；2.严重：2处以上的，处2万元罚款。';
    const read = plain(['对单位（当事人）的裁量基准', PERSONS], cell, '／');
    expect(read?.labels).toEqual(['裁量阶次', '适用情形', '处罚标准']);
    expect(plain([UNIT], cell)?.grid.map(([who]) => who)).toEqual(['单位', '单位']);
  });

  it.each([
    ['a number is missing', '1.轻微：1处的，处1万元罚款；3.严重：2处以上的，处2万元罚款。'],
    ['a tier has no fine that can be read', '1.轻微：1处的，处1万元罚款；2.严重：2处以上的，处罚款若干元。'],
    [
      'something is laid down before the tiers',
      '没收违法所得。1.轻微：1处的，处1万元罚款；2.严重：2处以上的，处2万元罚款。',
    ],
    ['the cell lists circumstances', '1.轻微；2.初次'],
  ])('is left alone where %s', (_, cell) => {
    expect(plain(['裁量标准'], cell)).toBeUndefined();
  });

  it('is left alone beside a column of fines or of ranks', () => {
    const cell = '1.轻微：1处的，处1万元罚款；2.严重：2处以上的，处2万元罚款。';
    expect(plain(['裁量标准', '罚款'], cell, '处1万元罚款')).toBeUndefined();
    expect(plain(['裁量阶次', '裁量标准'], '一般', cell)).toBeUndefined();
  });
});
