import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import type { Hit } from '../../src/corpus/search.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

describe('GET /api/search', () => {
  let test: TestApp;
  let cookie: string;
  beforeAll(async () => {
    test = await openTestApp();
    cookie = await test.signIn('zhangmin');
    await loadBundledCorpus(test.db);
  });
  afterAll(() => test.close());

  async function ask(query: Record<string, string>) {
    const response = await test.get(`/api/search?${new URLSearchParams(query)}`, cookie);
    const body = (await response.json()) as { hits: Hit[]; decidedOn?: string; title?: string };
    return { status: response.status, ...body };
  }

  it('heeds level, region, agency and both days', async () => {
    const rules = await ask({ q: '行政处罚公示', level: 'department-rule', limit: '50' });
    expect(rules.hits.length).toBeGreaterThan(0);
    expect(rules.hits.every(({ level }) => level === 'department-rule')).toBe(true);
    const cases = await ask({
      q: '无照经营',
      region: '示例市',
      agency: '示例区市场监督管理局',
      kind: 'case',
    });
    expect(cases.hits.length).toBeGreaterThan(0);
    expect(cases.hits.every(({ payload }) => String(payload.agency).includes('示例区市场监督'))).toBe(true);
    const days = await ask({ q: '治安管理处罚', asOf: '2025-12-31', decidedOn: '2026-01-05', kind: 'law' });
    expect(days.decidedOn).toBe('2026-01-05');
    expect(days.hits[0]?.inForceOn).toBeDefined();
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ q: '听证', as_of: '2026-01-01' }, /as_of/],
    [{ q: '听证', level: 'zzz' }, /level/],
    [{ q: '听证', kind: 'nonsense' }, /kind/],
    [{ q: '听证', asOf: '' }, /不是存在的日期/],
    [{ q: '听证', decidedOn: '2026-02-30' }, /不是存在的日期/],
    [{ q: '听证', region: '' }, /地区不能是空的/],
    [{ q: '听证', agency: ' ' }, /机关不能是空的/],
  ])('refuses %j instead of dropping it', async (query, words) => {
    const { status, title } = await ask(query);
    expect(status).toBe(422);
    expect(title).toMatch(words);
  });

  it('refuses parameters where an address knows none', async () => {
    expect((await test.get('/api/session?x=1', cookie)).status).toBe(422);
    expect((await test.get('/api/session', cookie)).status).toBe(200);
  });
});
