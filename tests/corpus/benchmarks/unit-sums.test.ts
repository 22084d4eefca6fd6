import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { resultIn } from '../../../src/corpus/benchmarks/words/result-in.ts';
import { unitSumIn } from '../../../src/corpus/benchmarks/words/unit-sum-in.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { readSheet } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { countUnits } from '../../../src/discretion/units/count-units.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

describe('按单位计的数额', () => {
  it.each([
    ['500元/车次', { each: 500, unit: '车次' }],
    ['处每人200元罚款', { each: 200, unit: '人' }],
    ['每超过10立方米罚款300元', { each: 300, unit: '立方米', per: 10, beyond: true }],
    [
      '每超1000千克罚款500元，最高不得超过30000元',
      { each: 500, unit: '千克', per: 1000, beyond: true, most: 30_000 },
    ],
    ['每逾期1日罚款200元，最高1万元', { each: 200, unit: '天', per: 1, beyond: true, most: 10_000 }],
    ['每辆处2000元罚款，但总额不超过5万元', { each: 2000, unit: '辆', most: 50_000 }],
  ])('%s', (words, expected) => {
    expect(unitSumIn(words)).toEqual(expected);
  });

  it.each(['处500元罚款', '每平方米50元以上100元以下', '每超1000千克罚款500元，情节严重的加倍'])(
    '%s 不是',
    (words) => {
      expect(unitSumIn(words)).toBeUndefined();
    },
  );

  it('警告，不予罚款：只有警告', () => {
    expect(resultIn('警告，不予罚款', undefined)).toEqual({ extra: ['警告'] });
    expect(resultIn('不予罚款', undefined)?.grade).toBe('no-penalty');
    expect(resultIn('不予罚款，处1000元罚款', undefined)).toBeUndefined();
  });
});

describe('有的行按单位计，有的行没有罚款', () => {
  const HEAD = ['序号', '违法行为', '处罚依据', '档次', '情形', '处罚标准'];
  const BASIS = '《示例省示例条例》第三十条：处三万元以下罚款。';
  async function itemOf(...rows: TestSheet['rows']) {
    const sheet = { rows: [['示例裁量基准（自2024年1月1日起施行）'], HEAD, ...rows] };
    const { table, rows: items, beside } = await readSheet(workbookOf(sheet), {}, '示例', FILE_LIMITS);
    return readTable(table, items, loadReferenceBook(), {}, beside).readings[0]!.item;
  }

  it('超出的部分每满一个单位加一份，到最高数额为止；警告的一行仍是阶次', async () => {
    const item = await itemOf(
      [1, '示例超高', BASIS, '轻', '超高不足10厘米的', '警告，不予罚款'],
      [null, null, null, '重', '超高10厘米以上的', '每超10厘米罚款1000元，最高不超过3万元'],
    );
    expect(item.tiers.map(({ name, extra, fine }) => [name, extra, fine])).toEqual([
      ['轻', ['警告'], undefined],
    ]);
    const sum = (value: number) =>
      Number(countUnits({ ...item, perUnit: item.perUnit! }, { values: { 超高: value } }).to?.over);
    expect([sum(10), sum(29.9), sum(1000)]).toEqual([100_000, 200_000, 3_000_000]);
  });

  it('“每超”而没有一个情形是超出的数的，不算；与别的罚款混在一起、以所计的数分不开的也不算', async () => {
    const unknown = await itemOf(
      [1, '示例', BASIS, '轻', '高度不足10厘米的', '警告'],
      [null, null, null, '重', '高度10厘米以上的', '每超10厘米罚款1000元'],
    );
    expect(unknown.needsRetyping).toContain('从多少起算');
    const mixed = await itemOf(
      [1, '示例', BASIS, '轻', '超高不足20厘米的', '处1000元以下罚款'],
      [null, null, null, '重', '造成事故的', '处2000元以下罚款'],
      [null, null, null, '重', '超高20厘米以上的', '每超10厘米罚款1000元'],
    );
    expect(mixed.needsRetyping).toContain('混在一起');
  });
});
