import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaths } from '../../src/corpus/import-paths.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { embedEntries } from '../../src/corpus/search/embed-entries.ts';
import { makeFilter } from '../../src/corpus/search/make-filter.ts';
import { search } from '../../src/corpus/search.ts';
import { searchBatch } from '../../src/corpus/search-batch.ts';
import type { Database } from '../../src/db/database.ts';
import type { Embedder } from '../../src/models/embed.ts';
import { openTestDatabase } from '../support/database.ts';
import { folderWith } from './library.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await loadBundledCorpus(database.db);
});
afterAll(() => database.close());

async function hits(query: string, options: Parameters<typeof search>[2] = {}) {
  return (await search(database.db, query, { asOf: '2026-03-01', limit: 200, ...options })).hits;
}

describe('the region', () => {
  const matches = (of: string, asked: string) => makeFilter('2026-03-01', { region: asked }).region!(of);

  it.each([
    ['示例省示例市示例区', '示例省'],
    ['示例省示例市示例区', '示例市'],
    ['示例省示例市示例区', '示例区'],
    ['示例省示例市示例区', '示例市示例区'],
    ['示例省', '示例省示例市'],
    ['广东省广州市', '广州'],
    ['广东省广州市', '广州市天河区'],
    ['内蒙古自治区呼和浩特市', '呼和浩特市'],
    ['', '全国'],
  ])('%s is of %s', (of, asked) => expect(matches(of, asked)).toBe(true));

  it.each([
    ['示例省示例市示例区', '例市'],
    ['广东省广州市', '市'],
    ['广东省广州市', '深圳市'],
    ['广东省广州市', '广西'],
    ['江苏省', '江苏路街道'],
    ['', '广州市'],
    ['示例省', '全国'],
  ])('%s is not of %s', (of, asked) => expect(matches(of, asked)).toBe(false));

  it('finds cases by a part of the name of their region', async () => {
    const found = await hits('无照经营', { kind: 'case', region: '示例市' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ region }) => region?.includes('示例市'))).toBe(true);
  });
});

describe('the issuing body', () => {
  it('is that of each case, or of the norm or benchmark', async () => {
    const cases = await hits('无照经营', { kind: 'case', agency: '示例区市场监督管理局' });
    expect(cases.length).toBeGreaterThan(0);
    for (const { payload } of cases) expect(payload.agency).toContain('示例区市场监督管理局');
    const others = await hits('无照经营', { kind: 'case' });
    expect(others.length).toBeGreaterThan(cases.length);
    const norms = await hits('行政处罚 听证', { kind: 'law', agency: '市场监督管理总局' });
    expect(norms.map(({ law }) => law)).toContain('市场监督管理行政处罚信息公示规定');
    expect(norms.map(({ law }) => law)).not.toContain('中华人民共和国行政处罚法');
    expect(await hits('无照经营', { agency: '火星管理局' })).toEqual([]);
  });

  it('acts on vectors, too', async () => {
    const embedder: Embedder = {
      model: 'test',
      dimensions: 3,
      embed: async (texts) => texts.map(() => Float32Array.from([1, 0, 0])),
    };
    await embedEntries(database.db, embedder);
    const agency = '示例区市场监督管理局';
    const found = await hits('无照经营', { embedder, agency });
    expect(found.length).toBeGreaterThan(0);
    for (const { payload } of found) expect(payload.agency).toContain(agency);
  });
});

describe('a filter that says nothing', () => {
  it.each([
    [{ region: '' }, /地区不能是空的/],
    [{ region: ' ' }, /地区不能是空的/],
    [{ agency: '' }, /机关不能是空的/],
    [{ level: 'zzz' }, /没有“zzz”这个效力级别，请写 law（法律）/],
  ])('%j is refused', async (filter, message) => {
    await expect(hits('听证', filter)).rejects.toThrow(message);
  });
});

describe('a line of a batch', () => {
  async function batch(...lines: object[]) {
    const folder = folderWith({ 'q.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
    const answers: string[][] = [];
    for await (const { hits } of searchBatch(database.db, `${folder}/q.jsonl`, {
      asOf: '2026-03-01',
      limit: 5,
    }))
      answers.push(hits.map(([id]) => id));
    return answers;
  }

  it('may bring filters of its own', async () => {
    const text = '无照经营';
    const [all, cases, own, local, days] = await batch(
      { id: 1, text },
      { id: 2, text, kind: 'case', limit: 2 },
      { id: 3, text, kind: 'case', agency: '示例区市场监督管理局' },
      { id: 4, text: '行政处罚公示', level: 'department-rule' },
      { id: 5, text: '听证', asOf: '1900-01-01', decidedOn: '2026-03-01', kind: 'law' },
    );
    expect(all).toHaveLength(5);
    expect(cases).toHaveLength(2);
    expect(own!.every((id) => id.startsWith('case:'))).toBe(true);
    expect(local!.length).toBeGreaterThan(0);
    expect(local!.some((id) => id.startsWith('中华人民共和国行政处罚法'))).toBe(false);
    expect(days).toHaveLength(5);
  });

  it.each([
    [{ id: 2, text: '听证', as_of: '2026-03-01' }, /第 2 行.*不认识 as_of，可以写的只有 id、text、asOf/],
    [{ id: 2, text: '听证', asOf: 20260301 }, /第 2 行.*asOf 应为写作 YYYY-MM-DD 的日期/],
    [{ id: 2, text: '听证', asOf: '2026-02-30' }, /第 2 行：“2026-02-30”不是存在的日期/],
    [{ id: 2, text: '听证', kind: 'laws' }, /第 2 行.*kind 应为 law、benchmark、case、all 之一/],
    [{ id: 2, text: '听证', level: 'x' }, /第 2 行：没有“x”这个效力级别/],
    [{ id: 2, text: '听证', region: '' }, /第 2 行：地区不能是空的/],
    [{ id: 2, text: '听证', limit: '3' }, /第 2 行.*limit 应为数字/],
    [{ id: 2, text: '听证', limit: 0 }, /第 2 行：条数应为/],
    [{ id: 2, text: '' }, /第 2 行：没有要检索的内容/],
    [[1], /第 2 行.*不是一个 JSON 对象/],
  ])('%j is refused with its number', async (line, message) => {
    await expect(batch({ id: 1, text: '听证' }, line)).rejects.toThrow(message);
  });
});

it('finds imported documents by the body named in them', async () => {
  const text = [
    '示例市犬只管理局关于犬只登记的通知',
    '示犬发〔2024〕3号',
    '各区：',
    '一、犬只登记应当当面办理。',
    '示例市犬只管理局',
    '2024年3月1日',
  ].join('\n');
  await importPaths(database.db, [folderWith({ '通知.txt': text })], {});
  const found = await hits('犬只登记', { agency: '犬只管理局' });
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ title }) => title.includes('犬只'))).toBe(true);
});
