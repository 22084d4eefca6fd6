import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/corpus/benchmarks/read-table.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { readSheet } from '../../../src/corpus/sources/sheets/read-sheet.ts';
import { FILE_LIMITS } from '../../../src/files/limits.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const FORMULA = '说明：罚款数额＝法定罚款下限＋（法定罚款上限－法定罚款下限）×裁量权重合计。';
const BASIS = '《示例省示例条例》第三十条';

/** What a weighted table with these columns of the statutory span starts from. */
async function startsOf(heads: readonly string[], spans: readonly string[], unit?: string) {
  const blank = spans.map(() => null);
  const rows: TestSheet['rows'] = [
    ['示例权重表（自2024年1月1日起施行）'],
    [FORMULA],
    ...(unit ? [[unit]] : []),
    ['序号', '违法行为', '处罚依据', '裁量因素', '裁量因子', '权重', ...heads],
    [1, '示例违法', BASIS, '占地面积', '不足50平方米', '0%', ...spans],
    [null, null, null, null, '50平方米以上', '40%', ...blank],
    [null, null, null, '改正情况', '已改正', '0%', ...blank],
    [null, null, null, null, '未改正', '60%', ...blank],
  ];
  const { table, rows: items, beside } = await readSheet(workbookOf({ rows }), {}, '示例', FILE_LIMITS);
  const { benchmark } = readTable(table, items, loadReferenceBook(), {}, beside);
  const { weights, needsRetyping } = benchmark.items[0]!;
  return weights?.starts.map(({ party, of }) => ({ ...(party ? { party } : {}), ...of })) ?? needsRetyping;
}

describe('法定罚款幅度 in figures whose unit stands elsewhere', () => {
  it.each([
    ['法定罚款幅度（万元）', '10～100'],
    ['法定罚款幅度(单位：万元)', '10-100'],
    ['法定罚款幅度\n（万元）', '10至100'],
    ['法定罚款幅度（万元）', '10以上100以下'],
    ['法定罚款幅度', '10万～100万'],
    ['法定罚款幅度', '10～100万'],
    ['法定罚款幅度（元）', '100,000—1,000,000'],
    ['法定罚款幅度（元）', '10—100万元'],
  ])('%s %s', async (head, cell) => {
    expect(await startsOf([head], [cell])).toEqual([{ least: 100_000, max: 1_000_000 }]);
  });

  it('takes the unit that stands above the table', async () => {
    expect(await startsOf(['法定罚款幅度'], ['2～20'], '单位：万元')).toEqual([
      { least: 20_000, max: 200_000 },
    ]);
  });

  it('tells parties apart', async () => {
    expect(await startsOf(['法定罚款幅度（万元）'], ['个人：1～5；单位：10～50'])).toEqual([
      { party: 'person', least: 10_000, max: 50_000 },
      { party: 'unit', least: 100_000, max: 500_000 },
    ]);
  });

  it.each([
    [
      ['法定最低罚款（万元）', '法定最高罚款（万元）'],
      ['2', '20'],
    ],
    [
      ['法定罚款下限（元）', '法定罚款上限（元）'],
      ['20000', '200000'],
    ],
    [
      ['法定最低罚款金额', '法定最高罚款金额'],
      ['2万元', '20万元'],
    ],
  ])('joins %j', async (heads, cells) => {
    expect(await startsOf(heads, cells)).toEqual([{ least: 20_000, max: 200_000 }]);
  });

  it.each([
    ['法定罚款幅度', '10～100'],
    ['法定罚款幅度（万元）', '10～100？'],
    ['法定罚款幅度（万元）', '1～5倍'],
  ])('refuses %s %s', async (head, cell) => {
    expect(await startsOf([head], [cell])).toContain('读不懂');
  });
});
