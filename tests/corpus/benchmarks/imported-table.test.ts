import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { previewFile } from '../../../src/corpus/benchmarks/preview-file.ts';
import { previewLines } from '../../../src/corpus/benchmarks/preview-lines.ts';
import { importPaths } from '../../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../../src/corpus/load-bundled-corpus.ts';
import { loadReferenceBook } from '../../../src/corpus/load-reference-book.ts';
import { withImportedTexts } from '../../../src/corpus/with-imported-texts.ts';
import type { Database } from '../../../src/db/database.ts';
import { caseOfFacts } from '../../../src/discretion/case-of-facts.ts';
import { findTier } from '../../../src/discretion/find-tier.ts';
import { yuanText } from '../../../src/law/money.ts';
import { xlsxOf } from '../../files/support/xlsx-of.ts';
import { openTestDatabase } from '../../support/database.ts';

const TITLE = '示例省水务行政处罚裁量表（示水规〔2023〕1号，2023-03-01施行，有效期二年）';
const TABLE = [
  [TITLE],
  ['序号', '违法行为', '处罚依据', '裁量因素', '情形', '权重', '备注'],
  [
    1,
    '未经批准取水',
    '《示例省水条例》第四十条 未经批准取水的，处二万元以上十万元以下的罚款。',
    '裁量起点',
    null,
    '20%',
    '罚款金额=权重之和×10万元',
  ],
  [null, null, null, '取水量', '1000立方米以下', '0%', null],
  [null, null, null, null, '1000立方米以上', '80%', null],
  [
    2,
    '毁坏水文标志',
    '《示例省水条例》第四十一条 处二万元以上十万元以下的罚款。',
    '裁量起点',
    null,
    '20%',
    '罚款金额=权重之和×10万元',
  ],
  [null, null, null, '后果', '轻', '30%', null],
  [null, null, null, null, '重', '30%', null],
];

describe('导入的裁量表', () => {
  let database: Database;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadBundledCorpus(database.db);
    folder = mkdtempSync(join(tmpdir(), 'mingcai-table-'));
    file = join(folder, 'water.xlsx');
    writeFileSync(file, xlsxOf(TABLE));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  it('预览说明读懂什么、没有读懂什么，什么也不存', async () => {
    const [preview] = await previewFile(file, loadReferenceBook());
    expect(preview!.counts).toEqual({ weighted: 1, tiered: 0, 'per-unit': 0, none: 1 });
    expect(preview!.items[1]!.notUnderstood[0]!.reason).toContain('各个程度的权重都是 30%');
    const text = previewLines(preview!).join('\n');
    expect(text).toContain('权重 取水量：1000立方米以下 0% / 1000立方米以上 80%');
    expect(text).toContain('（表中所印条文）20,000 元以上100,000 元以下');
    expect(
      (await withImportedTexts(database.db, loadReferenceBook())).benchmarkItem(`${TITLE}#1`),
    ).toBeUndefined();
  });

  it('导入之后按编号取得，可以计算，有误的不计算，失效的不适用', async () => {
    const report = await importPaths(database.db, [file]);
    expect(report.skipped).toEqual([]);
    const book = await withImportedTexts(database.db, loadReferenceBook());
    const found = book.benchmarkItem(`benchmark:${TITLE}#1`)!;
    expect(found.benchmark).toMatchObject({
      number: '示水规〔2023〕1号',
      region: '示例省',
      inForce: { from: '2023-03-01', to: '2025-02-28' },
    });
    const on = (day: string, id = found.item.id) =>
      findTier({
        file: caseOfFacts(id, { on: day, factors: { 取水量: 1000, 后果: '重' } }, book),
        book,
      });
    const result = on('2024-01-01');
    expect([result.range!.min, result.range!.max].map((amount) => yuanText(amount!))).toEqual([
      '100000',
      '100000',
    ]);
    expect(on('2025-03-01').conflicts.map(({ kind }) => kind)).toContain('out-of-force');
    expect(on('2025-03-01').range).toBeUndefined();
    const refused = on('2024-01-01', `${TITLE}#2`);
    expect(refused.conflicts.map(({ kind }) => kind)).toContain('needs-retyping');
    expect(refused.range).toBeUndefined();
  });

  it('我们的 YAML 导入之后同样可以计算', async () => {
    const [bundled] = loadReferenceBook().benchmarks();
    const item = { ...bundled!.items[0]!, id: 'own-item' };
    const own = { ...bundled!, id: 'own-table', name: '示例县自己的裁量基准', items: [item] };
    const yaml = join(folder, 'own.yaml');
    writeFileSync(yaml, stringify(JSON.parse(JSON.stringify(own))));
    expect((await importPaths(database.db, [yaml])).skipped).toEqual([]);
    const book = await withImportedTexts(database.db, loadReferenceBook());
    expect(book.benchmarkItem('own-item')).toMatchObject({
      benchmark: { id: 'own-table' },
      item: { id: 'own-item' },
    });
    expect(book.benchmarks().length).toBe(loadReferenceBook().benchmarks().length + 2);
  });

  it('存下的内容有误的事项写明有误、不计算，别的事项和别的基准照常', async () => {
    const read = () => withImportedTexts(database.db, loadReferenceBook());
    const before = (await read()).benchmarks().length;
    await sql`update entries set payload = jsonb_set(payload, '{reading,item,weights,starts,0,of,max}', '"1万"')
      where payload->>'item' = ${`benchmark:${TITLE}#1`} or id = ${`benchmark:${TITLE}#1`}`.execute(
      database.db,
    );
    await sql`update library_state set revision = revision + 1`.execute(database.db);
    const book = await read();
    expect(book.benchmarks().length).toBe(before);
    const { benchmark, item } = book.benchmarkItem(`benchmark:${TITLE}#1`)!;
    expect(item.needsRetyping).toMatch(/weights\.starts\.0\.of\.max：应为不小于 0 的数.*重新导入/);
    expect([item.weights, benchmark.items.length]).toEqual([undefined, 2]);
    const file = caseOfFacts(item.id, { on: '2024-01-01' }, book);
    const result = findTier({ file, book });
    expect(result.range).toBeUndefined();
    expect(result.conflicts.map(({ kind }) => kind)).toContain('needs-retyping');
    expect(book.benchmarkItem('own-item')?.item.needsRetyping).toBeUndefined();
  });
});
