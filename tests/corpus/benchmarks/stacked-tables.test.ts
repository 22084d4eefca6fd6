import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../../src/corpus/benchmarks/read-tables.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { workbookOf } from '../../files/support/workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-stacked-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BASIS = '《示例省示例条例》第三十条：责令改正，处一万元以上十万元以下的罚款';
const ROWS = [
  ['示例省示例裁量基准（自2024年1月1日起施行）'],
  ['第一部分 分档'],
  ['序号', '违法行为', '处罚依据', '档次', '违法情节', '罚款', '并处'],
  [1, '示例违法甲', BASIS, '轻', '堆放不足5吨的', '1万元以上4万元以下', '责令改正'],
  [null, null, null, '重', '堆放5吨以上的', '4万元以上10万元以下', '责令改正'],
  ['第二部分 加权'],
  ['序号', '违法行为', '处罚依据', '法定罚款幅度', '裁量因素', '裁量程度', '裁量权重', '并处'],
  [2, '示例违法乙', BASIS, '1万元以上10万元以下', '数量', '不足5吨', '0%', '责令改正'],
  [null, null, null, null, null, '5吨以上', '60%', '责令改正'],
  [null, null, null, null, '配合情况', '配合', '0%', '责令改正'],
  [null, null, null, null, null, '不配合', '40%', '责令改正'],
  [
    '注：1.“以上”“以下”包括本数。2.第二部分罚款金额＝法定最低罚款＋（法定最高罚款－法定最低罚款）×各裁量因素权重之和。',
  ],
];
const MERGES = ['A4:A5', 'B4:B5', 'C4:C5', 'A8:A11', 'B8:B11', 'C8:C11', 'D8:D11', 'E8:E9', 'E10:E11'];

describe('一张工作表上下两张表，表头不同', () => {
  it('各按各的表头读，表尾的说明两张都管', async () => {
    const file = join(folder, 'stacked.xlsx');
    writeFileSync(file, workbookOf({ rows: ROWS, merges: MERGES }));
    const { tables, unread } = await readTables(file, loadReferenceBook());
    expect(unread).toEqual([]);
    expect(tables.map(({ benchmark }) => benchmark.name)).toEqual([ROWS[0]![0]]);
    const [tiered, weighted] = tables[0]!.readings;
    expect([tiered!.item.needsRetyping, weighted!.item.needsRetyping]).toEqual([undefined, undefined]);
    expect(tiered!.item.tiers.map(({ fine }) => [fine?.min, fine?.max])).toEqual([
      [10_000, 40_000],
      [40_000, 100_000],
    ]);
    expect(
      weighted!.item.weights!.factors.map(({ degrees }) => degrees.map(({ percent }) => Number(percent))),
    ).toEqual([
      [0, 60],
      [0, 40],
    ]);
    expect(weighted!.remarks.join()).toContain('“并处”写作“责令改正”');
  });
});
