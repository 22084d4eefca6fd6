import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { officialTexts } from '../../src/corpus/official-texts.ts';
import { withImportedTexts } from '../../src/corpus/with-imported-texts.ts';
import type { Database } from '../../src/db/database.ts';
import { openTestDatabase } from '../support/database.ts';

const LAW = '示例省示例管理条例';
const article = (law: string, date: string, number: number, text: string) =>
  JSON.stringify({
    law,
    version_date: date,
    level: '地方性法规',
    region: '示例省',
    category: '示例',
    chapter: null,
    article_no: `第${'一二三四五'[number - 1]}条`,
    article_int: number,
    text,
  });

describe('导入文本之后的引用核对', () => {
  let database: Database;
  let folder: string;
  const bundled = loadReferenceBook();

  beforeAll(async () => {
    database = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'mingcai-book-'));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  const importLines = async (name: string, lines: string[]) => {
    const file = join(folder, name);
    writeFileSync(file, lines.join('\n'));
    const report = await importPaths(database.db, [file], { kind: 'law' });
    expect(report.skipped).toEqual([]);
  };
  const cite = async (place: string, on: string, law = LAW) => {
    const [number, paragraph, item] = place.split('.');
    const book = await withImportedTexts(database.db, bundled);
    return book.cite(
      {
        law,
        article: number!,
        ...(paragraph ? { paragraph: Number(paragraph) } : {}),
        ...(item ? { item: Number(item) } : {}),
      },
      on,
    );
  };

  it('没有导入时就是随附的库', async () => {
    await loadBundledCorpus(database.db);
    expect(await withImportedTexts(database.db, bundled)).toBe(bundled);
    expect((await cite('1', '2025-01-01')).state).toBe('unknown-law');
  });

  it('导入的罚则按正文读出，读不懂的写明，没有罚则的条文也写明', async () => {
    const law = '示例省示例罚则条例';
    await importLines('penal.jsonl', [
      article(law, '2020-01-10', 1, '违反本条例的，给予警告，处一万元以上三万元以下的罚款。'),
      article(law, '2020-01-10', 2, '违反本条例的，按照每人一百元的标准处以罚款。'),
      article(law, '2020-01-10', 3, '本条例自2020年3月1日起施行。'),
    ]);
    const book = await withImportedTexts(database.db, bundled);
    const reading = (number: string, on = '2021-01-01') => book.readingOf({ law, article: number }, on);
    expect(reading('1')).toMatchObject({
      mandatory: ['warning', 'fine'],
      fines: [{ range: { min: 10_000, max: 30_000 } }],
      reading: { open: [] },
    });
    expect(reading('1')).toBe(reading('1'));
    expect(reading('2')).toMatchObject({ fines: [], reading: { open: ['fines'] } });
    expect(reading('3')).toBe('none');
    expect(reading('4')).toBeUndefined();
    expect(reading('1', '2019-01-01')).toBeUndefined();
    expect(book.sanctionOf({ law, article: '1' }, '2021-01-01')).toBeUndefined();
  });

  it('导入的规范按条、款、项核对，随附的规范照旧', async () => {
    await importLines('first.jsonl', [
      article(LAW, '2020-01-10', 1, '示例的第一款。\n示例的第二款：\n（一）甲；\n（二）乙。'),
      article(LAW, '2020-01-10', 2, '示例期限为七日。'),
      article(LAW, '2020-01-10', 3, '本条例自2020年3月1日起施行。'),
    ]);
    expect(await cite('1.2.2', '2020-03-01')).toMatchObject({ state: 'in-force', level: 'local-regulation' });
    expect((await cite('1.2.3', '2020-03-01')).state).toBe('no-such-article');
    expect((await cite('1.3', '2020-03-01')).state).toBe('no-such-article');
    expect((await cite('4', '2020-03-01')).state).toBe('no-such-article');
    expect((await cite('1', '2020-02-29')).state).toBe('unknown-law');
    expect((await cite('64.1.8', '2025-01-01', '行政处罚法')).state).toBe('in-force');
    expect((await cite('64.1.9', '2025-01-01', '行政处罚法')).state).toBe('no-such-article');
  });

  it('再导入新版之后，旧版止于前一天，被删的条成为已修改', async () => {
    await importLines('second.jsonl', [
      article(LAW, '2024-05-20', 1, '示例的唯一一款。'),
      article(LAW, '2024-05-20', 2, '示例期限为十日。本条例自2024年7月1日起施行。'),
    ]);
    expect((await cite('3', '2024-06-30')).state).toBe('in-force');
    expect(await cite('3', '2024-07-01')).toMatchObject({ state: 'superseded', since: '2024-07-01' });
  });

  it('正式文本按那一天的版本取出：有、没有这一处、没有导入', async () => {
    const textOf = await officialTexts(database.db);
    expect(textOf({ law: LAW, article: '2' }, '2024-06-30')).toContain('七日');
    expect(textOf({ law: LAW, article: '2' }, '2024-07-01')).toContain('十日');
    expect(textOf({ law: LAW, article: '3' }, '2024-07-01')).toBeNull();
    expect(textOf({ law: LAW, article: '1', paragraph: 2, item: 2 }, '2024-06-30')).toContain('乙');
    expect(textOf({ law: LAW, article: '1', paragraph: 2, item: 3 }, '2024-06-30')).toBeNull();
    expect(textOf({ law: '中华人民共和国行政处罚法', article: '64' }, '2025-01-01')).toBeUndefined();
    const other = await officialTexts(database.db, ['另一部']);
    expect(other({ law: LAW, article: '2' }, '2024-07-01')).toBeUndefined();
  });
});
