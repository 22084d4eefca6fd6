import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldTraditional } from '../../src/corpus/fold-traditional.ts';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { embedEntries } from '../../src/corpus/search/embed-entries.ts';
import { type SearchOptions, search } from '../../src/corpus/search.ts';
import { sureItems } from '../../src/corpus/violations/sure-items.ts';
import type { Database } from '../../src/db/database.ts';
import { type Embedder, openEmbedder } from '../../src/models/embed.ts';
import { openTestDatabase } from '../support/database.ts';
import { articleLine, folderWith } from './library.ts';

const asOf = '2026-03-01';
let database: Database;
let embedder: Embedder;
beforeAll(async () => {
  database = await openTestDatabase();
  await loadBundledCorpus(database.db);
  embedder = (await openEmbedder({ embeddingModel: 'models/legal-static' }))!;
  await embedEntries(database.db, embedder);
}, 120_000);
afterAll(() => database.close());

async function ask(query: string, options: SearchOptions = {}) {
  const { hits } = await search(database.db, query, { asOf, embedder, ...options });
  const items = await sureItems(database.db, query, { ...options, asOf, embedder, hits });
  return { hits, items: items.map(({ name }) => name) };
}

describe('what has nothing in common with the library', () => {
  it.each(['😀', '？？？', 'NULL', 'shipin anquan', 'lorem ipsum'])('%s finds nothing', async (query) => {
    expect(await ask(query)).toEqual({ hits: [], items: [] });
  });

  it.each(['听证 hearing notice 7 days', "' OR 1=1 --", '<script>alert(1)</script>', '醉驾', '猫'])(
    '%s leads to no item by chance',
    async (query) => {
      const { hits, items } = await ask(query);
      expect(items).toEqual([]);
      expect(hits.filter(({ why }) => why.through && !why.words.some((word) => word.length > 1))).toEqual([]);
    },
  );

  it.each([
    ['网吧让初中生上网', '网吧接纳未成年人'],
    ['卖过期牛奶', '经营超过保质期的食品'],
    ['无照经营', '未经设立登记从事经营活动（无照经营）'],
  ])('%s still leads to its item', async (query, item) => {
    expect((await ask(query)).items).toContain(item);
  });
});

describe('an item beside the hits', () => {
  it('gives way to a text of the library that is nearer', async () => {
    const query = '在法律规定的国家考试中，组织作弊的';
    expect((await ask(query)).items).toEqual(['使用作弊的计量器具欺骗消费者']);
    const line = articleLine(
      '示例考试法',
      '2020-01-01',
      '第一条',
      '在法律规定的国家考试中，组织作弊的，处罚款。',
    );
    await importPaths(database.db, [folderWith({ 'exam.jsonl': line })]);
    await embedEntries(database.db, embedder);
    const { hits, items } = await ask(query);
    expect(hits[0]?.law).toBe('示例考试法');
    expect(items).toEqual([]);
  });

  it.each<[SearchOptions, boolean]>([
    [{}, true],
    [{ region: '全国' }, true],
    [{ region: '北京' }, false],
    [{ level: 'law' }, true],
    [{ level: 'department-rule' }, false],
    [{ agency: '公安部' }, false],
    [{ kind: 'law' }, true],
    [{ kind: 'case' }, false],
  ])('with the filter %j: shown %s', async (filter, shown) => {
    expect((await ask('垃圾', filter)).items.length > 0).toBe(shown);
  });
});

describe('traditional characters', () => {
  it('are read as simplified ones, in queries and in what is imported', async () => {
    const [one, other] = [await ask('餐飲店無證經營'), await ask('餐饮店无证经营')];
    expect(one.items).toEqual(other.items);
    expect(one.items).not.toEqual([]);
    expect(one.hits).toEqual(other.hits);
    const line = articleLine('示例甲法', '2020-01-01', '第一条', '貓隻須辦理登記。');
    await importPaths(database.db, [folderWith({ 'cats.jsonl': line })]);
    for (const query of ['猫只办理登记', '貓隻辦理登記']) {
      const { hits } = await search(database.db, query, { asOf, limit: 1 });
      expect(hits[0]).toMatchObject({ law: '示例甲法', text: '貓隻須辦理登記。' });
    }
  });

  it.each(['著作权', '乾隆', '后台', '征收', '长江'])('leave %s as it is', (word) => {
    expect(foldTraditional(word)).toBe(word);
  });
});
