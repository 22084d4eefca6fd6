import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { benchmarkSource } from '../../src/corpus/read-yaml-source.ts';
import { embedEntries } from '../../src/corpus/search/embed-entries.ts';
import { search } from '../../src/corpus/search.ts';
import { searchBatch } from '../../src/corpus/search-batch.ts';
import { removeSource } from '../../src/corpus/store-source.ts';
import type { Database } from '../../src/db/database.ts';
import { AppError } from '../../src/errors.ts';
import type { Embedder } from '../../src/models/embed.ts';
import { openTestDatabase } from '../support/database.ts';
import { articleLine, folderWith } from './library.ts';

let database: Database;
const PENALTY = '中华人民共和国行政处罚法';

beforeAll(async () => {
  database = await openTestDatabase();
  await loadBundledCorpus(database.db);
});
afterAll(() => database.close());

async function found(query: string, options: Parameters<typeof search>[2] = {}): Promise<string[]> {
  return (await search(database.db, query, options)).hits.map(({ id }) => id);
}

describe('the bundled library', () => {
  it('holds gists, benchmarks and demonstration cases, and is loaded once', async () => {
    const kinds = await database.db.selectFrom('entries').select('kind').distinct().orderBy('kind').execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(['benchmark', 'case', 'law']);
    const again = await loadBundledCorpus(database.db);
    expect(again).toMatchObject({ sources: 0, added: 0 });
  });

  it('when told anew, stores nothing that is the same and drops what is no longer bundled', async () => {
    await database.db
      .insertInto('library_sources')
      .values({
        kind: 'law',
        key: 'law:旧法@2000-01-01',
        origin: 'bundled',
        state: 'live',
        title: '旧法',
        digest: 'x',
        file: 'x',
        version_date: '2000-01-01',
        number: null,
        level: null,
        region: null,
        stated_from: null,
        stated_to: null,
        replaced_by: null,
        in_force_from: null,
        in_force_to: null,
        last_article: null,
      })
      .execute();
    await database.db.updateTable('library_state').set({ bundled_digest: 'other' }).execute();
    const report = await loadBundledCorpus(database.db);
    expect(report.added).toBe(0);
    expect(report.unchanged).toBe(report.sources);
    expect(report.sources).toBeGreaterThan(40);
    const old = await database.db
      .selectFrom('library_sources')
      .select('id')
      .where('title', '=', '旧法')
      .execute();
    expect(old).toEqual([]);
  });
});

describe('search', () => {
  it('finds the article of a plain question, with the days in force and the words found', async () => {
    const { hits, mode, asOf } = await search(database.db, '当事人要求听证 组织听证的程序', {
      kind: 'law',
      asOf: '2024-05-01',
    });
    expect(mode).toBe('lexical');
    expect(asOf).toBe('2024-05-01');
    const hit = hits.find(({ law, article }) => law === PENALTY && article === '64')!;
    expect(hit).toMatchObject({
      id: `${PENALTY}@2021-01-22#64`,
      kind: 'law',
      textIs: 'gist',
      inForce: ['2021-07-15', null],
    });
    expect(hit.why.words).toContain('听证');
    expect(hit.why.dense).toBeNull();
    expect(hit.why.lexical).toBeGreaterThan(0);
    expect(hits).toEqual(hits.toSorted((a, b) => b.score - a.score));
  });

  it('finds by the words of the law behind lay ones, says so, and filters these finds too', async () => {
    const { hits } = await search(database.db, '喊冤', { kind: 'law', asOf: '2024-05-01', limit: 20 });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits[0]!.why).toMatchObject({ lexical: 0, words: [] });
    expect(hits[0]!.why.expanded).toContainEqual({ word: '申辩', from: '喊冤' });
    expect(hits.every(({ kind }) => kind === 'law')).toBe(true);
    expect(await found('喊冤', { kind: 'law', asOf: '1900-01-01' })).toEqual([]);
    expect(await found('喊冤', { region: '火星' })).toEqual([]);
  });

  it('answers with the version in force on each side of the day it took effect', async () => {
    const before = await found('行政处罚听证', { kind: 'law', asOf: '2021-07-14', limit: 50 });
    const after = await found('行政处罚听证', { kind: 'law', asOf: '2021-07-15', limit: 50 });
    expect(before.some((id) => id.startsWith(`${PENALTY}@2017`))).toBe(true);
    expect(before.some((id) => id.startsWith(`${PENALTY}@2021`))).toBe(false);
    expect(after.some((id) => id.startsWith(`${PENALTY}@2017`))).toBe(false);
    expect(after.some((id) => id.startsWith(`${PENALTY}@2021`))).toBe(true);
  });

  it('shows pairs or single characters where an entry holds no whole word of the query', async () => {
    await importPaths(database.db, [
      folderWith({ 'c.jsonl': JSON.stringify({ id: '鳅', title: '鳅', text: '鳅鱼须登记。' }) }),
    ]);
    const { hits } = await search(database.db, '泥鳅', { limit: 5 });
    const hit = hits.find(({ id }) => id === '鳅');
    expect(hit?.why).toMatchObject({ words: ['鳅'], lexical: expect.any(Number) });
    expect(hit!.why.lexical).toBeGreaterThan(0);
  });

  it('applies every filter before the cut: a filter for which nothing matches gives nothing', async () => {
    for (const kind of ['law', 'benchmark', 'case'] as const) {
      const { hits } = await search(database.db, '食品经营者 处罚 罚款', { kind, limit: 5 });
      expect(hits.length).toBeGreaterThan(0);
      expect(hits.every((hit) => hit.kind === kind)).toBe(true);
    }
    expect(await found('罚款', { region: '火星' })).toEqual([]);
    expect(await found('罚款', { kind: 'law', asOf: '1900-01-01' })).toEqual([]);
    const regional = await search(database.db, '罚款', { region: '示例省', limit: 5 });
    expect(regional.hits).toHaveLength(5);
    expect(regional.hits.every(({ region }) => region?.startsWith('示例省'))).toBe(true);
    const national = await search(database.db, '罚款', { region: '全国', kind: 'law', limit: 5 });
    expect(national.hits.length).toBeGreaterThan(0);
    expect(national.hits.every(({ region }) => region === undefined || region === '全国')).toBe(true);
  });

  it('gives as many hits as asked for, each id once', async () => {
    const ids = await found('处罚', { limit: 30 });
    expect(new Set(ids).size).toBe(30);
    expect(await found('处罚', { limit: 3 })).toEqual(ids.slice(0, 3));
  });

  it('gives nothing for words that occur nowhere, and for punctuation', async () => {
    expect(await found('zzqqxx')).toEqual([]);
    expect(await found('。，！')).toEqual([]);
  });

  it.each([
    ['an empty query', '', {}],
    ['blanks', '  \n', {}],
    ['an overlong query', '罚'.repeat(20_001), {}],
    ['a day that does not exist', '罚款', { asOf: '2021-02-30' }],
    ['no hits at all', '罚款', { limit: 0 }],
    ['half a hit', '罚款', { limit: 1.5 }],
  ])('refuses %s', async (_, query, options) => {
    await expect(search(database.db, query, options)).rejects.toMatchObject({ kind: 'invalid-input' });
  });

  it('takes the longest query there may be', async () => {
    expect(await found('罚'.repeat(20_000), { limit: 2 })).toHaveLength(2);
  });
});

describe('official text and gist of one article', () => {
  it('are one hit that shows the official text while it is imported, and the gist afterwards', async () => {
    const folder = folderWith({
      'a.jsonl': articleLine(PENALTY, '2021-01-22', '第六十四条', '示例文字：听证依照下列程序组织。'),
    });
    await importPaths(database.db, [folder]);
    const id = `${PENALTY}@2021-01-22#64`;
    const shown = async () => {
      const { hits } = await search(database.db, '行政处罚听证 组织 程序', { kind: 'law', limit: 50 });
      return hits.filter((hit) => hit.id === id);
    };
    expect(await shown()).toMatchObject([
      {
        textIs: 'official',
        text: '示例文字：听证依照下列程序组织。',
        inForce: ['2021-07-15', null],
        effectiveKnown: true,
      },
    ]);
    // The rest of the law is still there as gists.
    expect(await found('行政处罚听证', { kind: 'law', limit: 50 })).toContain(`${PENALTY}@2021-01-22#63`);
    await removeSource(database.db, `law:${PENALTY}@2021-01-22`);
    expect(await shown()).toMatchObject([{ textIs: 'gist' }]);
  });

  it('are explained by the figures of the text that is shown', async () => {
    const folder = folderWith({
      'a.jsonl': articleLine(PENALTY, '2021-01-22', '第六十四条', `${'示例文字。'.repeat(60)}依照下列程序。`),
    });
    const why = async () => {
      const { hits } = await search(database.db, '听证组织程序', { kind: 'law', limit: 300 });
      return hits.find(({ id }) => id === `${PENALTY}@2021-01-22#64`)?.why;
    };
    const gist = await why();
    expect(gist?.words).toContain('听证');
    await importPaths(database.db, [folder]);
    const official = await why();
    expect(official?.words).toEqual(['程序']);
    expect(official?.lexical).toBeLessThan(gist!.lexical);
    await removeSource(database.db, `law:${PENALTY}@2021-01-22`);
  });
});

describe('a batch', () => {
  it('is answered line by line in its order', async () => {
    const folder = folderWith({
      'q.jsonl': '{"id":"b","text":"听证"}\n\n{"id":7,"text":"罚款","asOf":"1900-01-01"}\n',
    });
    const answers = [];
    for await (const answer of searchBatch(database.db, `${folder}/q.jsonl`, { kind: 'law', limit: 4 }))
      answers.push(answer);
    expect(answers.map(({ id }) => id)).toEqual(['b', 7]);
    expect(answers[0]!.hits).toHaveLength(4);
    expect(answers[0]!.hits[0]).toEqual([expect.stringContaining('#'), expect.any(Number)]);
    expect(answers[1]!.hits).toEqual([]);
  });

  it('is refused at its first line that is no query', async () => {
    const folder = folderWith({ 'q.jsonl': '{"id":"b","text":"听证"}\n{"text":"没有编号"}' });
    const read = async () => {
      for await (const _ of searchBatch(database.db, `${folder}/q.jsonl`));
    };
    await expect(read()).rejects.toThrow(/第 2 行/);
    await expect(read()).rejects.toBeInstanceOf(AppError);
  });
});

describe('the dense half', () => {
  /** Vectors chosen for the test: the model's side of the work is tested in tests/models/embed.test.ts. */
  const vectors: [RegExp, number[]][] = [
    [/饮酒/, [1, 0, 0]],
    [/猫/, [0, 1, 0]],
  ];
  const embedder: Embedder = {
    model: 'test',
    dimensions: 3,
    embed: async (texts) =>
      texts.map((text) =>
        Float32Array.from(vectors.find(([pattern]) => pattern.test(text))?.[1] ?? [0, 0, 1]),
      ),
  };

  it('brings in what shares no word with the question, and explains both parts', async () => {
    const folder = folderWith({
      'd.jsonl': [
        articleLine('示例甲法', '2020-01-01', '第一条', '饮酒后不得操作机器。'),
        articleLine('示例甲法', '2020-01-01', '第二条', '猫咪须登记。'),
        articleLine('示例乙法', '1990-01-01', '第一条', '饮酒后不得值班。'),
        articleLine('示例乙法', '1995-01-01', '第一条', '值班须签到。'),
      ].join('\n'),
    });
    await importPaths(database.db, [folder]);
    const progress: number[] = [];
    const made = await embedEntries(database.db, embedder, { onProgress: (done) => progress.push(done) });
    expect(progress.at(-1)).toBe(made);
    expect(await embedEntries(database.db, embedder)).toBe(0);

    vectors.unshift([/^xyz喝醉$/, [0.6, 0.8, 0]]);
    const { hits, mode } = await search(database.db, 'xyz喝醉', {
      embedder,
      kind: 'law',
      limit: 2,
      asOf: '2024-01-01',
    });
    expect(mode).toBe('hybrid');
    expect(hits.map(({ id }) => id)).toEqual(['示例甲法@2020-01-01#2', '示例甲法@2020-01-01#1']);
    expect(hits[0]!.why).toMatchObject({ lexical: 0, dense: expect.closeTo(0.8, 2) });
    expect(hits[1]!.why.dense).toBeCloseTo(0.6, 2);

    const both = (
      await search(database.db, '饮酒 机器', { embedder, kind: 'law', limit: 1, asOf: '2024-01-01' })
    ).hits[0]!;
    expect(both).toMatchObject({ id: '示例甲法@2020-01-01#1', why: { words: ['饮酒', '机器'] } });
    const old = await search(database.db, 'xyz喝醉', {
      embedder,
      kind: 'law',
      limit: 50,
      asOf: '1992-01-01',
    });
    expect(old.hits.map(({ id }) => id)).toContain('示例乙法@1990-01-01#1');
    expect(old.hits.map(({ id }) => id)).not.toContain('示例甲法@2020-01-01#1');
    expect((await search(database.db, '饮酒', { embedder, region: '火星' })).hits).toEqual([]);
    const cited = await search(database.db, '示例甲法第二条', { embedder, limit: 1, asOf: '2024-01-01' });
    expect(cited.hits[0]).toMatchObject({ why: { cited: {}, dense: expect.any(Number) } });
  });
});

describe('a benchmark', () => {
  it('is found by its violation and carries its item', async () => {
    const benchmark = loadReferenceBook().benchmarks()[0]!;
    const item = benchmark.items[0]!;
    const asOf = benchmark.inForce.from;
    const { hits } = await search(database.db, item.violation, { kind: 'benchmark', asOf });
    expect(hits.map(({ id }) => id)).toContain(`benchmark:${item.id}`);
    expect(benchmarkSource(benchmark, 'bundled')).toHaveProperty('source.key', `benchmark:${benchmark.id}`);
  });
});
