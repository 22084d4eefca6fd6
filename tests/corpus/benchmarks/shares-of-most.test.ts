import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../../src/corpus/benchmarks/read-tables.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { type TestSheet, workbookOf } from '../../files/support/workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-shares-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TITLE = ['示例省示例裁量基准（自2024年1月1日起施行）'];
const LAW = '《示例省示例条例》第三十条';

async function itemOf(rows: TestSheet['rows']) {
  const file = join(folder, 'shares.xlsx');
  writeFileSync(file, workbookOf({ rows: [TITLE, ...rows] }));
  return (await readTables(file, loadReferenceBook())).tables[0]!.readings[0]!.item;
}
const spans = (item: Awaited<ReturnType<typeof itemOf>>) =>
  item.tiers.map(({ fine }) => [fine?.min ?? 0, fine?.max]);

describe('法定最高罚款额一栏乘以比例', () => {
  it.each([
    ['法定罚款最高额（元）', 50_000, '说明：罚款数额按“法定罚款最高额×裁量比例”计算。'],
    ['法定最高罚款（万元）', 5, '注：罚款金额为法定最高罚款数额乘以裁量比例。'],
    ['罚款上限', '5万元', '注：罚款＝罚款上限×裁量比例。'],
  ])('%s', async (head, most, note) => {
    const item = await itemOf([
      ['序号', '违法行为', '处罚依据', head, '档次', '违法情节', '裁量比例'],
      [1, '示例违法', LAW, most, '一档', '不足10公斤的', '10%以上30%以下'],
      [null, null, null, most, '二档', '10公斤以上的', '30%以上100%以下'],
      [note],
    ]);
    expect(item.needsRetyping).toBeUndefined();
    expect(spans(item)).toEqual([
      [5000, 15_000],
      [15_000, 50_000],
    ]);
  });

  it('下限、上限分成两列', async () => {
    const item = await itemOf([
      ['序号', '违法行为', '处罚依据', '法定罚款最高额（元）', '违法情节', '裁量比例下限', '裁量比例上限'],
      [1, '示例违法', LAW, 20_000, '不足10公斤的', '5%', '25%'],
      [null, null, null, 20_000, '10公斤以上的', '25%', '100%'],
      ['说明：罚款数额按法定罚款最高额×裁量比例计算。'],
    ]);
    expect(spans(item)).toEqual([
      [1000, 5000],
      [5000, 20_000],
    ]);
  });

  it('没有写明怎样计算的，不猜', async () => {
    const item = await itemOf([
      ['序号', '违法行为', '处罚依据', '法定罚款最高额（元）', '违法情节', '裁量比例'],
      [1, '示例违法', LAW, 20_000, '不足10公斤的', '5%以上25%以下'],
      [null, null, null, 20_000, '10公斤以上的', '25%以上100%以下'],
    ]);
    expect(item.needsRetyping).toContain('不知道是法定幅度的份额');
  });
});
