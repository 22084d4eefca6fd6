import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../src/cases/case-file.ts';
import { exampleCaseFile } from '../../src/cases/example-case-files.ts';
import { openTestApp, PASSWORD, type TestApp } from './open-test-app.ts';

const EXAMPLE = 'food-no-health-certificate';
const REAL = 'real-case-1';
const NAMES = ['zhangmin', 'liqiang', 'wangfa', 'zhaoju', 'chenping', 'zhoushen', 'wuguan'] as const;

let test: TestApp;
const cookies = new Map<string, string>();
const get = (name: string, path: string) => test.get(path, cookies.get(name));
const post = (name: string, path: string, form: Record<string, string> = {}) =>
  test.post(path, form, cookies.get(name));

/** A case of the same facts that is not marked as an example. */
function realCase(id = REAL): CaseFile {
  const { example: _example, ...file } = exampleCaseFile(EXAMPLE);
  return { ...file, id, title: '某面馆案 <script>alert(1)</script>' };
}

beforeAll(async () => {
  test = await openTestApp();
  for (const name of NAMES) cookies.set(name, await test.signIn(name));
  await post('zhangmin', '/cases/examples');
  const made = await post('zhangmin', '/cases', { text: JSON.stringify(realCase()) });
  expect(made.status).toBe(303);
});
afterAll(() => test.close());

describe('who may look into a real case', () => {
  it.each([
    ['zhangmin', 200],
    ['liqiang', 403],
    ['wangfa', 200],
    ['zhaoju', 200],
    ['chenping', 403],
    ['zhoushen', 200],
    ['wuguan', 403],
  ])('%s: %i', async (name, status) => {
    expect((await get(name, `/cases/${REAL}`)).status).toBe(status);
    expect((await get(name, `/cases/${REAL}/file.json`)).status).toBe(status);
    expect((await get(name, `/api/cases/${REAL}`)).status).toBe(status);
    const { cases } = (await (await get(name, '/api/cases')).json()) as { cases: { id: string }[] };
    expect(cases.some((entry) => entry.id === REAL)).toBe(status === 200);
  });

  it('a second handler can, once brought in', async () => {
    await post('zhangmin', '/cases', { text: JSON.stringify(realCase('real-case-2')) });
    expect((await get('liqiang', '/cases/real-case-2')).status).toBe(403);
    await post('zhangmin', '/cases/real-case-2/handlers', { handler: test.people.get('liqiang')!.id });
    expect((await get('liqiang', '/cases/real-case-2')).status).toBe(200);
    const reviewer = await post('zhangmin', '/cases/real-case-2/handlers', {
      handler: test.people.get('wangfa')!.id,
    });
    expect(reviewer.status).toBe(422);
  });
});

describe('who may change', () => {
  const changes: [path: string, form: Record<string, string>][] = [
    [`/cases/${REAL}/facts`, { path: 'party.phone', value: '000', revision: '1' }],
    [`/cases/${REAL}/file`, { text: '{}', revision: '1' }],
    [`/cases/${REAL}/documents`, {}],
    ['/cases', { text: JSON.stringify(realCase('by-another')) }],
  ];
  it.each(['wangfa', 'zhaoju', 'chenping', 'zhoushen', 'wuguan', 'liqiang'])(
    '%s changes nothing in a case that is not theirs',
    async (name) => {
      for (const [path, form] of changes) {
        if (name === 'liqiang' && path === '/cases') continue;
        const response = await post(name, path, form);
        expect([403, 422], `${name} ${path}`).toContain(response.status);
      }
      const stored = (await (await get('zhangmin', `/api/cases/${REAL}`)).json()) as { revision: number };
      expect(stored.revision).toBe(1);
      const { documents } = (await (await get('zhangmin', `/api/cases/${REAL}/documents`)).json()) as {
        documents: unknown[];
      };
      expect(documents).toEqual([]);
    },
  );

  it('an auditor is shown no form that changes anything', async () => {
    const page = await (await get('zhoushen', `/cases/${REAL}`)).text();
    const forms = [...page.matchAll(/<form[^>]*method="post"[^>]*action="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(forms).toEqual(['/sign-out']);
  });

  it('only the administrator manages people, and never their own account', async () => {
    const form = { name: '示例新人', username: 'newcomer', role: 'handler', password: PASSWORD };
    for (const name of NAMES.filter((one) => one !== 'wuguan')) {
      expect((await get(name, '/people')).status).toBe(403);
      expect((await post(name, '/people', form)).status).toBe(403);
    }
    expect((await post('wuguan', '/people', { ...form, password: 'short' })).status).toBe(422);
    expect((await post('wuguan', '/people', form)).status).toBe(303);
    expect(await (await get('wuguan', '/people')).text()).toContain('示例新人');
    const own = test.people.get('wuguan')!.id;
    expect((await post('wuguan', `/people/${own}/disable`)).status).toBe(403);
  });

  it('the whole record is for reviewers, head, auditor and administrator', async () => {
    const statuses = await Promise.all(NAMES.map(async (name) => (await get(name, '/records')).status));
    expect(statuses).toEqual([403, 403, 200, 200, 403, 200, 200]);
    const exported = await (await get('zhoushen', '/records/export')).text();
    expect(exported.split('\n')[0]).toContain('mingcai-records/1');
  });
});

describe('a case file', () => {
  it('that is faulty is refused with each path, and what was typed is kept', async () => {
    const file = { ...realCase('faulty'), officers: [{ id: 'o 1', name: '' }], unknownField: 1 };
    const response = await post('zhangmin', '/cases', { text: JSON.stringify(file) });
    expect(response.status).toBe(422);
    const page = await response.text();
    for (const path of ['officers.0.id', 'officers.0.name', 'unknownField']) expect(page).toContain(path);
    expect(page).toContain('unknownField&quot;:1');
    expect((await get('zhangmin', '/cases/faulty')).status).toBe(404);
  });

  it('that is no JSON is refused with the line', async () => {
    const page = await (await post('zhangmin', '/cases', { text: '{\n"id": "x",\n}' })).text();
    expect(page).toContain('第 3 行');
  });

  it('is shown with every sign of markup as text', async () => {
    for (const path of ['/cases', `/cases/${REAL}`, `/cases/${REAL}/findings`]) {
      const page = await (await get('zhangmin', path)).text();
      expect(page).toContain('&lt;script&gt;alert(1)');
      expect(page).not.toContain('<script>alert');
    }
  });

  it('saved on an outdated revision is refused, and the newer one stays', async () => {
    const fact = (value: string) => ({ path: 'party.phone', value, revision: '1' });
    await post('zhangmin', '/cases', { text: JSON.stringify(realCase('twice')) });
    expect((await post('zhangmin', '/cases/twice/facts', fact('010-1'))).status).toBe(303);
    const second = await post('zhangmin', '/cases/twice/facts', fact('010-2'));
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('010-2');
    const stored = (await (await get('zhangmin', '/api/cases/twice')).json()) as { file: CaseFile };
    expect(stored.file.party.phone).toBe('010-1');
  });

  it('marked as an example goes with one action, and real ones stay', async () => {
    expect((await post('zhoushen', '/cases/examples/remove')).status).toBe(403);
    expect((await post('wuguan', '/cases/examples/remove')).status).toBe(303);
    expect((await get('zhangmin', `/cases/${EXAMPLE}`)).status).toBe(404);
    expect((await get('zhangmin', `/cases/${REAL}`)).status).toBe(200);
  });
});
