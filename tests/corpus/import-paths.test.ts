import { chmodSync, existsSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { search } from '../../src/corpus/search.ts';
import { removeSource } from '../../src/corpus/store-source.ts';
import type { Database } from '../../src/db/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { articleLine, dogLaw, folderWith } from './library.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

async function everything(): Promise<unknown> {
  const entries = await database.db.selectFrom('entries').selectAll().orderBy('seq').execute();
  const sources = await database.db.selectFrom('library_sources').selectAll().orderBy('id').execute();
  const segments = await database.db.selectFrom('lexical_segments').selectAll().orderBy('id').execute();
  return { entries, sources, segments };
}

describe('importing', () => {
  it('counts articles and versions, and changes nothing the second time', async () => {
    const folder = folderWith({
      'a.jsonl': `${dogLaw('2020-01-01', 3)}\n${dogLaw('2022-01-01', 4)}\n`,
      'b/c.jsonl': articleLine('示例养猫条例', '2021-02-03', '第一条', '养猫应当登记。'),
    });
    const first = await importPaths(database.db, [folder]);
    expect(first).toMatchObject({ sources: 2, articles: 8, versions: 3, added: 8, skipped: [] });
    const before = await everything();
    const second = await importPaths(database.db, [folder]);
    expect(second).toMatchObject({
      sources: 2,
      articles: 8,
      versions: 3,
      added: 0,
      unchanged: 3,
      skipped: [],
    });
    expect(await everything()).toEqual(before);
  });

  it('names a link that it did not follow and a .docx that is none, in words of our own', async () => {
    const folder = folderWith({
      'a.jsonl': dogLaw('2020-01-01', 1),
      'b.docx': 'PK no archive',
      'c.yaml': 'a: 1\n',
    });
    symlinkSync('..', join(folder, 'loop'));
    const { skipped, articles } = await importPaths(database.db, [folder]);
    expect(articles).toBe(1);
    const reasons = Object.fromEntries(
      skipped.map(({ file, reason }) => [file.slice(folder.length + 1), reason]),
    );
    expect(Object.keys(reasons).sort()).toEqual(['b.docx', 'c.yaml', 'loop']);
    expect(reasons.loop).toContain('是链接');
    expect(reasons['b.docx']).toContain('扩展名是 .docx，内容却不是');
    expect(reasons['c.yaml']).not.toMatch(/expected|Invalid/);
  });

  it('leaves a version with other content alone, and replaces it when told to', async () => {
    await importPaths(database.db, [folderWith({ 'a.jsonl': dogLaw('2020-01-01', 3) })]);
    const other = folderWith({ 'b.jsonl': dogLaw('2020-01-01', 2, '遛狗者') });
    const refused = await importPaths(database.db, [other]);
    expect(refused).toMatchObject({ sources: 0, added: 0 });
    expect(refused.skipped).toEqual([
      { file: join(other, 'b.jsonl'), reason: expect.stringMatching(/《示例养犬管理法》.*--replace/) },
    ]);
    expect((await search(database.db, '遛狗者')).hits.filter(({ text }) => text.includes('遛狗者'))).toEqual(
      [],
    );

    const replaced = await importPaths(database.db, [other], { replace: true });
    expect(replaced).toMatchObject({ sources: 1, articles: 2, added: 2, skipped: [] });
    expect((await search(database.db, '养犬人')).hits.every(({ text }) => text.includes('遛狗者'))).toBe(
      true,
    );
    expect((await search(database.db, '遛狗者')).hits).toHaveLength(2);
  });

  it('keeps every line of the national statute format, with 之一 and without a date', async () => {
    const folder = folderWith({
      'a.jsonl': [
        articleLine('示例法', '2020-12-26', '第一百三十三条之一', '醉酒驾驶的，从重处罚。', {
          article_int: 133,
        }),
        articleLine('示例法', '2020-12-26', '', '没有条号名称的条文。', { article_int: 134 }),
        articleLine('示例基本法', null, '第一条', '没有通过日期的条文。'),
      ].join('\r\n'),
    });
    expect(await importPaths(database.db, [folder])).toMatchObject({ articles: 3, versions: 2, skipped: [] });
    const { hits } = await search(database.db, '条文 醉酒');
    expect(hits.map(({ id }) => id).sort()).toEqual([
      '示例基本法@unknown#1',
      '示例法@2020-12-26#133-1',
      '示例法@2020-12-26#134',
    ]);
    expect(hits.find(({ law }) => law === '示例基本法')).toMatchObject({
      inForce: [null, null],
      effectiveKnown: false,
    });
  });

  it('reads txt in GB18030, html, markdown and docx', async () => {
    const docx = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              '示例文书条例',
              '（2023年4月5日示例会议通过）',
              '第一条　文书应当编号。',
              '第二条　本条例自2023年6月1日起施行。',
            ].map((text) => new Paragraph(text)),
          },
        ],
      }),
    );
    // 示例条例 / 第一条　测试。 in GB18030.
    const gb = Buffer.from('cabec0fdccf5c0fd0ab5dad2bbccf5a1a1b2e2cad4a1a30a', 'hex');
    const folder = folderWith({
      'a.txt': gb,
      'b.html':
        '<html><head><title>x</title></head><body><h1>示例网页办法</h1><p>（2022年1月2日公布）</p><p>第一条　网页&nbsp;应当清楚。</p><script>第二条 </script></body></html>',
      'c.md': '# 示例标记规定\n\n第一条　标记应当简明。\n',
      'd.docx': docx,
    });
    expect(await importPaths(database.db, [folder])).toMatchObject({ sources: 4, articles: 5, skipped: [] });
    const ids = (await database.db.selectFrom('entries').select('id').orderBy('seq').execute()).map(
      ({ id }) => id,
    );
    expect(ids).toEqual([
      '示例条例@unknown#1',
      '示例网页办法@2022-01-02#1',
      '示例标记规定@unknown#1',
      '示例文书条例@2023-04-05#1',
      '示例文书条例@2023-04-05#2',
    ]);
    const hit = (await search(database.db, '文书编号')).hits[0]!;
    expect(hit).toMatchObject({ inForce: ['2023-06-01', null], effectiveKnown: true, textIs: 'official' });
  });

  it('returns the own ids of plain lines, as the kind that was asked for', async () => {
    const folder = folderWith({
      'a.jsonl': '{"id":"x1","title":"盗窃电动车案","text":"深夜撬锁"}\n{"id":2,"text":"酒后驾车"}',
    });
    await importPaths(database.db, [folder], { kind: 'case' });
    expect((await search(database.db, '电动车', { kind: 'case' })).hits[0]).toMatchObject({
      id: 'x1',
      kind: 'case',
    });
    expect((await search(database.db, '酒后驾车')).hits[0]!.id).toBe('2');
    expect((await search(database.db, '电动车', { kind: 'law' })).hits).toEqual([]);
  });

  it('can be undone by removing the source', async () => {
    await importPaths(database.db, [folderWith({ 'a.jsonl': dogLaw('2020-01-01', 1) })]);
    expect(await removeSource(database.db, 'law:示例养犬管理法@2020-01-01')).toBe(true);
    expect((await search(database.db, '养犬人')).hits).toEqual([]);
    expect(await removeSource(database.db, 'law:示例养犬管理法@2020-01-01')).toBe(false);
  });
});

describe('what cannot be imported', () => {
  it('is named with its reason, and the rest is imported', async () => {
    const folder = folderWith({
      'good.jsonl': `${articleLine('示例法', '2020-01-01', '第一条', '好的一行。')}\n{"law": 坏\n${articleLine('示例法', '2020-01-01', '第二条', '又一行。')}`,
      'empty.txt': '',
      'zero.docx': '',
      'broken.docx': 'PK not a zip',
      'table.xlsx': 'x',
      'paper.pdf': 'x',
      'picture.png': 'x',
      'bytes.txt': new Uint8Array([0, 1, 2, 255, 254, 0, 9]),
      'bad.yaml': 'a: [1',
      'other.yaml': 'name: 不是基准',
    });
    const report = await importPaths(database.db, [folder]);
    const reasons = Object.fromEntries(
      report.skipped.map(({ file, reason }) => [file.slice(folder.length + 1), reason]),
    );
    expect(reasons).toMatchObject({
      'good.jsonl': '第 2 行：不是完整的 JSON，已跳过',
      'empty.txt': expect.stringContaining('空的'),
      'zero.docx': expect.stringContaining('空的'),
      'broken.docx': expect.stringContaining('内容却不是'),
      'table.xlsx': expect.stringContaining('已损坏'),
      'paper.pdf': expect.stringContaining('内容却不是'),
      'picture.png': expect.stringContaining('不认识'),
      'bytes.txt': expect.stringContaining('不是文字文件'),
      'bad.yaml': expect.stringContaining('YAML'),
      'other.yaml': expect.stringContaining('裁量基准'),
    });
    expect((await search(database.db, '一行')).hits).toHaveLength(2);
    expect(report.articles).toBe(2);
  });

  const root = process.getuid?.() === 0;
  it.skipIf(root)(
    `a folder without rights is named${root ? '（跳过：root 可以读取任何文件夹）' : ''}`,
    async () => {
      const folder = folderWith({
        'closed/a.txt': '示例\n第一条　看不到。',
        'open.txt': '示例\n第一条　看得到。',
      });
      chmodSync(join(folder, 'closed'), 0);
      const report = await importPaths(database.db, [folder]).finally(() =>
        chmodSync(join(folder, 'closed'), 0o700),
      );
      expect(report).toMatchObject({ articles: 1 });
      expect(report.skipped).toEqual([
        { file: join(folder, 'closed'), reason: expect.stringContaining('权限') },
      ]);
    },
  );

  it('is refused when the path is not there, or none is given', async () => {
    await expect(importPaths(database.db, ['/no/such/file'])).rejects.toMatchObject({ kind: 'not-found' });
    await expect(importPaths(database.db, [])).rejects.toMatchObject({ kind: 'invalid-input' });
  });
});

const NATIONAL = resolve(
  import.meta.dirname,
  '../../../shared/data/laws/laws_national_2026-07_justlaws.jsonl',
);

describe('the national statutes', () => {
  it.skipIf(!existsSync(NATIONAL))(
    `all 24,306 articles of 304 laws, twice the same${existsSync(NATIONAL) ? '' : '（跳过：没有 ../shared/data）'}`,
    { timeout: 300_000 },
    async () => {
      const turns: number[] = [];
      const first = await importPaths(database.db, [NATIONAL], {
        onProgress: ({ articles }) => turns.push(articles),
      });
      expect(first).toMatchObject({ articles: 24_306, versions: 304, added: 24_306, skipped: [] });
      expect(turns.length).toBeGreaterThan(300);
      const { count } = await database.db
        .selectFrom('entries')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      expect(Number(count)).toBe(24_306);
      const second = await importPaths(database.db, [NATIONAL]);
      expect(second).toMatchObject({
        articles: 24_306,
        versions: 304,
        added: 0,
        unchanged: 304,
        skipped: [],
      });

      const top = async (query: string, asOf: string) =>
        (await search(database.db, query, { asOf })).hits[0]!;
      expect((await top('拟作出较大数额罚款应当告知当事人有要求听证的权利', '2026-08-01')).id).toBe(
        '中华人民共和国行政处罚法@2021-01-22#63',
      );
      expect((await top('侵犯注册商标专用权', '2026-12-31')).id).toContain('中华人民共和国商标法@2019-04-23');
      expect((await top('侵犯注册商标专用权', '2027-01-01')).id).toContain('中华人民共和国商标法@2026-06-26');
    },
  );
});
