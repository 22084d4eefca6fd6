import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../../src/corpus/benchmarks/read-tables.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { measureIn } from '../../../src/corpus/sources/sheets/measure-in.ts';
import { workbookOf } from '../../files/support/workbook-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingcai-measures-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function itemOf(note: string, measure: string, ends: [number, number]) {
  const file = join(folder, 'measures.xlsx');
  const rows = [
    ['示例省示例裁量基准（自2024年1月1日起施行）'],
    [note],
    ['序号', '违法行为', '裁量阶次', '违法情节', '对单位的罚款', null, null, '对责任人员的罚款（元）', null],
    [null, null, null, null, '计罚单位', '下限', '上限', '下限', '上限'],
    [1, '示例违法', '从轻', '逾期不足30日的', measure, ...ends, 500, 1000],
    [null, null, '从重', '逾期30日以上的', measure, ...ends, null, null],
  ];
  const merges = ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:G3', 'H3:I3', 'A5:A6', 'B5:B6'];
  writeFileSync(file, workbookOf({ rows, merges }));
  const { tables } = await readTables(file, loadReferenceBook());
  return tables[0]!.readings[0]!.item;
}

describe('计罚单位单列一栏', () => {
  const note = '空格表示不对该类对象处以罚款。';

  it.each([
    ['元', [2000, 5000], { min: 2000, max: 5000 }],
    ['万元', [1, 3], { min: 10_000, max: 30_000 }],
    ['元/人', [100, 220], { each: '人', min: 100, max: 220 }],
    ['应缴社会保险费数额的倍数', [1, 1.6], { baseFactor: '应缴社会保险费数额', min: 1, max: 1.6 }],
    ['违法所得的倍数', [1, 2], { base: 'gains', min: 1, max: 2 }],
  ] as const)('%s', async (measure, ends, fine) => {
    const item = await itemOf(note, measure, [...ends]);
    expect(item.needsRetyping).toBeUndefined();
    const [light, heavy] = item.tiers;
    expect(light!.fines).toEqual([
      expect.objectContaining(fine),
      expect.objectContaining({ min: 500, max: 1000 }),
    ]);
    expect(heavy!.fine).toEqual(expect.objectContaining(fine));
  });

  it('按两种数相乘的不读；没有说明空格是什么意思的不读', async () => {
    expect((await itemOf(note, '元/人·月', [5000, 5000])).needsRetyping).toContain('读不懂');
    expect((await itemOf('', '元', [2000, 5000])).needsRetyping).toContain('空的');
    expect(measureIn('元/人·月')).toBeUndefined();
  });
});
