import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { search } from '../../src/corpus/search.ts';
import type { Database } from '../../src/db/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { articleLine, folderWith } from './library.ts';

let database: Database;
const PENALTY = '中华人民共和国行政处罚法';

beforeAll(async () => {
  database = await openTestDatabase();
  await loadBundledCorpus(database.db);
});
afterAll(() => database.close());

async function first(query: string, options: Parameters<typeof search>[2] = {}) {
  return (await search(database.db, query, { asOf: '2026-03-01', limit: 3, ...options })).hits[0];
}

describe('a query that cites an article', () => {
  it.each([
    ['行政处罚法第六十四条', '64'],
    ['《行政处罚法》第64条', '64'],
    ['处罚法64', '64'],
    ['处罚法 第64条', '64'],
    ['听证不公开，行政处罚法第六十四条第三项对不对', '64'],
  ])('%s brings it first and says so', async (query, article) => {
    const hit = await first(query);
    expect(hit).toMatchObject({ id: `${PENALTY}@2021-01-22#${article}`, article });
    expect(hit?.why.cited?.quote).toMatch(/处罚法/);
  });

  it('brings several in its order, and then the rest', async () => {
    const { hits } = await search(database.db, '行政处罚法第六十三条和第五条', { asOf: '2026-03-01' });
    expect(hits.map(({ article, why }) => why.cited && article).slice(0, 3)).toEqual(['63', '5', undefined]);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('tells the paragraph and the item that are cited', async () => {
    const hit = await first('处罚法第三十三条第一款第二项');
    expect(hit?.why.cited).toEqual({
      quote: '处罚法第三十三条第一款第二项',
      id: `${PENALTY}@2021-01-22#33.1.2`,
    });
  });

  it('brings the version of the day, of imported norms as well', async () => {
    const lines = [
      articleLine('示例市养犬条例', '2019-05-01', '第三条', '遛犬应当牵绳。', { region: '示例省示例市' }),
      articleLine('示例市养犬条例', '2024-05-01', '第三条', '遛犬应当用一米半以下的绳牵着。', {
        region: '示例省示例市',
      }),
      articleLine('示例市养犬条例', '2024-05-01', '第四条', '第三条所称犬绳由主管部门公布。', {
        region: '示例省示例市',
      }),
    ];
    await importPaths(database.db, [folderWith({ 'dogs.jsonl': lines.join('\n') })], {});
    expect((await first('示例市养犬条例第三条', { asOf: '2024-04-30' }))?.id).toBe(
      '示例市养犬条例@2019-05-01#3',
    );
    expect((await first('示例市养犬条例第三条', { asOf: '2024-05-01' }))?.id).toBe(
      '示例市养犬条例@2024-05-01#3',
    );
    expect((await first('示例市养犬条例（2019年）第三条'))?.why.cited).toBeUndefined();
  });

  it('brings nothing that the filter excludes, does not exist, or is only a number', async () => {
    for (const [query, options] of [
      ['行政处罚法第六十四条', { region: '示例省' }],
      ['行政处罚法第六十四条', { kind: 'benchmark' }],
      ['行政处罚法第八百条', {}],
      ['没有这部法第三条', {}],
      ['第六十四条', {}],
      ['行政处罚法 2021', {}],
    ] as const) {
      const { hits } = await search(database.db, query, { asOf: '2026-03-01', ...options });
      expect(hits.filter(({ why }) => why.cited)).toEqual([]);
    }
  });
});
