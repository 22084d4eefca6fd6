import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveCitations } from '../../src/corpus/citations/resolve-citations.ts';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import type { ReferenceBook } from '../../src/corpus/reference-book.ts';
import { search } from '../../src/corpus/search.ts';
import { withImportedTexts } from '../../src/corpus/with-imported-texts.ts';
import type { Database } from '../../src/db/database.ts';
import { citationText } from '../../src/law/citation.ts';
import { openTestDatabase } from '../support/database.ts';
import { hasOfficialData, OFFICIAL_DATA } from './official-data.ts';

const STATE = '中华人民共和国';
const FILES = [
  'admin_regulations_lawrefbook',
  'dept_rules_lawrefbook',
  'judicial_interpretations_lawrefbook',
  'laws_national_2025-04_lawrefbook',
  'laws_national_2026-07_justlaws',
  'local_regulations_guangdong_lawrefbook',
];

/** Every norm of the folder instead of all versions of those tested: minutes more. */
const ALL = process.env.MINGCAI_TEST_ALL_LAWS === '1';

/** Law, day, article, and the day of adoption of the version in force, or the state of the citation where none is. */
const CASES: [law: string, on: string, article: string, expected: string][] = [
  // 施行日的前一天与当天
  ['公司法', '2024-06-30', '12', '2018-10-26'],
  ['公司法', '2024-07-01', '12', '2023-12-29'],
  ['公司法', '2024-06-30', '218', '2018-10-26'],
  ['公司法', '2024-06-30', '266', 'not-yet-in-force'],
  ['公司法', '2024-07-01', '266', '2023-12-29'],
  ['传染病防治法', '2025-08-31', '24', '2013-06-29'],
  ['传染病防治法', '2025-09-01', '33', '2025-04-30'],
  ['反不正当竞争法', '2025-10-14', '9', '2019-04-23'],
  ['反不正当竞争法', '2025-10-15', '10', '2025-06-27'],
  ['反洗钱法', '2024-12-31', '27', '2006-10-31'],
  ['反洗钱法', '2025-01-01', '46', '2024-11-08'],
  ['反间谍法', '2023-06-30', '40', '2014-11-01'],
  ['反间谍法', '2023-07-01', '40', '2023-04-26'],
  ['体育法', '2022-12-31', '54', '2016-11-07'],
  ['体育法', '2023-01-01', '122', '2022-06-24'],
  ['保守国家秘密法', '2024-04-30', '53', '2010-04-29'],
  ['保守国家秘密法', '2024-05-01', '53', '2024-02-27'],
  ['农产品质量安全法', '2022-12-31', '56', '2018-10-26'],
  ['农产品质量安全法', '2023-01-01', '81', '2022-09-02'],
  ['妇女权益保障法', '2022-12-31', '61', '2018-10-26'],
  ['妇女权益保障法', '2023-01-01', '86', '2022-10-30'],
  ['文物保护法', '2025-02-28', '80', '2017-11-04'],
  ['文物保护法', '2025-03-01', '101', '2024-11-08'],
  ['矿产资源法', '2025-06-30', '53', '2009-08-27'],
  ['矿产资源法', '2025-07-01', '80', '2024-11-08'],
  ['突发事件应对法', '2024-10-31', '70', '2007-08-30'],
  ['突发事件应对法', '2024-11-01', '106', '2024-06-28'],
  ['行政复议法', '2023-12-31', '19', '2017-09-01'],
  ['行政复议法', '2024-01-01', '34', '2023-09-01'],
  ['行政复议法', '2023-12-31', '44', 'not-yet-in-force'],
  ['治安管理处罚法', '2025-12-31', '22', '2012-10-26'],
  ['治安管理处罚法', '2026-01-01', '25', '2025-06-27'],
  ['治安管理处罚法', '2026-01-01', '144', '2025-06-27'],
  ['畜牧法', '2023-02-28', '73', '2015-04-24'],
  ['畜牧法', '2023-03-01', '94', '2022-10-30'],
  ['野生动物保护法', '2023-04-30', '58', '2018-10-26'],
  ['野生动物保护法', '2023-05-01', '64', '2022-12-30'],
  ['国境卫生检疫法', '2024-12-31', '27', '2018-04-27'],
  ['国境卫生检疫法', '2025-01-01', '57', '2024-06-28'],
  ['监狱法', '2026-10-31', '78', '2012-10-26'],
  ['监狱法', '2026-11-01', '121', '2026-04-30'],
  ['民用航空法', '2026-06-30', '12', '2021-04-29'],
  ['民用航空法', '2026-07-01', '18', '2025-12-27'],
  ['食品安全法', '2025-11-30', '124', '2021-04-29'],
  ['食品安全法', '2025-12-01', '124', '2025-09-12'],
  // 三个版本
  ['对外贸易法', '2022-12-29', '9', '2016-11-07'],
  ['对外贸易法', '2022-12-29', '70', '2016-11-07'],
  ['对外贸易法', '2022-12-30', '69', '2022-12-30'],
  ['对外贸易法', '2022-12-30', '70', 'superseded'],
  ['对外贸易法', '2026-02-28', '69', '2022-12-30'],
  ['对外贸易法', '2026-03-01', '83', '2025-12-27'],
  ['道路运输条例', '2022-04-30', '70', '2019-03-02'],
  ['道路运输条例', '2022-05-01', '70', '2022-03-29'],
  ['道路运输条例', '2023-07-19', '70', '2022-03-29'],
  ['道路运输条例', '2023-07-20', '69', '2023-07-20'],
  ['道路运输条例', '2023-07-20', '83', 'superseded'],
  // 施行之日由修改决定另行规定，条文没有写
  ['会计法', '2024-06-30', '52', '2017-11-04'],
  ['会计法', '2024-07-01', '51', '2024-06-28'],
  ['监察法', '2025-05-31', '69', '2018-03-20'],
  ['监察法', '2025-06-01', '78', '2024-12-25'],
  ['慈善法', '2024-09-04', '112', '2016-03-16'],
  ['慈善法', '2024-09-05', '125', '2023-12-29'],
  // 条号移动
  ['网络安全法', '2025-12-31', '21', '2016-11-07'],
  ['网络安全法', '2026-01-01', '23', '2025-10-28'],
  ['网络安全法', '2026-06-01', '23', '2025-10-28'],
  ['仲裁法', '2026-02-28', '17', '2017-09-01'],
  ['仲裁法', '2026-03-01', '28', '2025-09-12'],
  ['海洋环境保护法', '2023-12-31', '35', '2017-11-04'],
  ['海洋环境保护法', '2024-01-01', '53', '2023-10-24'],
  // 生态环境法典施行之日废止的十部法律
  ['环境保护法', '2026-08-14', '63', '2014-04-24'],
  ['环境保护法', '2026-08-15', '63', 'superseded'],
  ['环境影响评价法', '2026-08-14', '31', '2018-12-29'],
  ['环境影响评价法', '2026-08-15', '31', 'superseded'],
  ['海洋环境保护法', '2026-08-14', '53', '2023-10-24'],
  ['海洋环境保护法', '2026-08-15', '53', 'superseded'],
  ['大气污染防治法', '2026-08-14', '99', '2018-10-26'],
  ['大气污染防治法', '2026-08-15', '99', 'superseded'],
  ['水污染防治法', '2026-08-14', '82', '2017-06-27'],
  ['水污染防治法', '2026-08-15', '82', 'superseded'],
  ['土壤污染防治法', '2026-08-14', '86', '2018-08-31'],
  ['土壤污染防治法', '2026-08-15', '86', 'superseded'],
  ['固体废物污染环境防治法', '2026-08-14', '102', '2020-04-29'],
  ['固体废物污染环境防治法', '2026-08-15', '102', 'superseded'],
  ['噪声污染防治法', '2026-08-14', '75', '2021-12-24'],
  ['噪声污染防治法', '2026-08-15', '75', 'superseded'],
  ['放射性污染防治法', '2026-08-14', '54', '2003-06-28'],
  ['放射性污染防治法', '2026-08-15', '54', 'superseded'],
  ['清洁生产促进法', '2026-08-14', '36', '2012-02-29'],
  ['清洁生产促进法', '2026-08-15', '36', 'superseded'],
  ['生态环境法典', '2026-08-14', '1107', 'not-yet-in-force'],
  ['生态环境法典', '2026-08-15', '1107', '2026-03-12'],
  // 行政处罚法的旧条号
  ['行政处罚法', '2008-05-01', '42', '1996-03-17'],
  ['行政处罚法', '2017-12-31', '42', '2009-08-27'],
  ['行政处罚法', '2021-07-14', '42', '2017-09-01'],
  ['行政处罚法', '2021-07-14', '64', '2017-09-01'],
  ['行政处罚法', '2021-07-14', '65', 'not-yet-in-force'],
  ['行政处罚法', '2021-07-15', '63', '2021-01-22'],
  // 新制定的法律
  ['学位法', '2024-12-31', '5', 'not-yet-in-force'],
  ['学位法', '2025-01-01', '5', '2024-04-26'],
  ['增值税法', '2026-01-01', '38', '2024-12-25'],
];

describe.skipIf(!hasOfficialData)('某一天的法律：各版本一并导入之后', () => {
  let database: Database;
  let book: ReferenceBook;
  let folder: string;
  const full = (law: string) => `${STATE}${law}`;
  const isDay = (expected: string) => /^\d/.test(expected);

  beforeAll(async () => {
    const wanted = new Set(CASES.flatMap(([law]) => [law, full(law)]));
    folder = mkdtempSync(join(tmpdir(), 'mingcai-'));
    for (const file of FILES) {
      const lines = readFileSync(join(OFFICIAL_DATA, `${file}.jsonl`), 'utf8').split('\n');
      const kept = ALL
        ? lines
        : lines.filter((line) => wanted.has(/^\{"law": "([^"]+)"/.exec(line)?.[1] ?? ''));
      if (kept.length > 0) writeFileSync(join(folder, `${file}.jsonl`), kept.join('\n'));
    }
    database = await openTestDatabase();
    await loadBundledCorpus(database.db);
    await importPaths(database.db, [folder], { kind: 'law' });
    book = await withImportedTexts(database.db, loadReferenceBook());
  }, 600_000);
  afterAll(async () => {
    await database?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  it.each(CASES)('%s 在 %s 的第 %s 条：%s', async (law, on, article, expected) => {
    const title = book.titleOf(law)!;
    const id = `${title}@${expected}#${article}`;
    const [citation, ...others] = resolveCitations(
      `依据${citationText({ law: title, article })}的规定`,
      book,
      on,
    );
    expect(others).toEqual([]);
    expect(citation).toMatchObject(isDay(expected) ? { state: 'in-force', id } : { state: expected });

    const known = await database.db
      .selectFrom('entries')
      .innerJoin('library_sources', 'library_sources.id', 'entries.source')
      .select(['entries.id', 'text'])
      .where('law', '=', title)
      .where('article', '=', article)
      .where('library_sources.state', '=', 'live')
      .execute();
    // Of the former texts of 行政处罚法 the library has no words for every article.
    const words = isDay(expected) ? known.find((entry) => entry.id === id)?.text : known[0]?.text;
    if (words === undefined) return;
    const { hits } = await search(database.db, `${law} ${words.slice(0, 200)}`, {
      asOf: on,
      kind: 'law',
      limit: 20,
    });
    const versions = new Set(
      hits.filter((hit) => hit.law === title).map((hit) => hit.id.split('@')[1]!.split('#')[0]),
    );
    if (isDay(expected)) {
      expect([...versions]).toEqual([expected]);
      expect(hits.slice(0, 3).map((hit) => hit.id)).toContain(id);
    } else {
      for (const hit of hits) {
        expect(hit.inForce[0] === null || hit.inForce[0] <= on).toBe(true);
        expect(hit.inForce[1] === null || on <= hit.inForce[1]).toBe(true);
      }
    }
  });

  it('被法典废止的法律指向法典，旧条号指向现在的条号', () => {
    const [repealed] = resolveCitations('《噪声污染防治法》第七十五条', book, '2026-08-15');
    expect(repealed).toMatchObject({ state: 'superseded', current: `${STATE}生态环境法典` });
    const [moved] = resolveCitations('《网络安全法》（2016年）第二十一条', book, '2026-06-01');
    expect(moved).toMatchObject({ state: 'superseded', current: `${STATE}网络安全法@2025-10-28#23` });
  });
});
