import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS, type ActFile } from '../../src/cases/case-file.ts';
import { RULES } from '../../src/review/criteria.ts';
import { BASE_CASES } from '../review/base-acts.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const KINDS = ['compulsion', 'licence', 'inspection', 'levy'] as const;
const fileOf = (kind: (typeof KINDS)[number]): ActFile => ({
  ...(BASE_CASES[kind] as ActFile),
  jurisdiction: 'demo',
});
const idOf = (kind: (typeof KINDS)[number]): string => fileOf(kind).id;

let test: TestApp;
let cookie: string;
const page = async (path: string): Promise<string> => (await test.get(path, cookie)).text();
const json = (method: string, path: string, body: unknown): Promise<Response> | Response =>
  test.app.request(path, {
    method,
    body: JSON.stringify(body),
    headers: { cookie, origin: 'http://localhost', host: 'localhost', 'content-type': 'application/json' },
  });

beforeAll(async () => {
  test = await openTestApp();
  cookie = await test.signIn('zhangmin');
  await test.post('/cases/examples', {}, cookie);
  for (const kind of KINDS) {
    expect((await json('POST', '/api/cases', fileOf(kind))).status, kind).toBe(200);
  }
});
afterAll(() => test.close());

describe.each(KINDS)('a case of %s', (kind) => {
  const at = `/cases/${idOf(kind)}`;

  it('stands in the list under its kind, and alone where the list is filtered', async () => {
    const all = await page('/cases');
    expect(all).toContain(fileOf(kind).title);
    const own = await page(`/cases?action=${kind}`);
    expect(own).toContain(`href="${at}"`);
    for (const other of [...KINDS.filter((one) => one !== kind).map(idOf), 'advertising-absolute-terms']) {
      expect(own).not.toContain(`href="/cases/${other}"`);
    }
    expect(own).toMatch(new RegExp(`<td class="nowrap">${ACTIONS[kind]}</td>`));
    const listed = (await (await test.get(`/api/cases?action=${kind}`, cookie)).json()) as object;
    expect(listed).toMatchObject({
      cases: [
        { id: idOf(kind), action: kind },
        { example: true, action: kind },
      ],
    });
  });

  it('has a desk without what a penalty alone has, and says so', async () => {
    const desk = await page(at);
    expect(desk).toContain(`<span class="tag">${ACTIONS[kind]}</span>`);
    expect([...desk.matchAll(/<section class="criterion"/g)]).toHaveLength(8);
    expect(desk).toContain(`${ACTIONS[kind]}案件没有类案、裁量和处罚决定书`);
    expect(desk).not.toContain('?view=discretion');
    expect(desk).not.toContain('起草决定书');
    for (const view of ['likes', 'discretion', 'documents']) {
      expect(await page(`${at}?view=${view}`), view).toContain('只用于行政处罚案件');
    }
    for (const view of ['facts', 'fact', 'people', 'records', 'upload']) {
      const response = await test.get(`${at}?view=${view}`, cookie);
      expect(response.status, view).toBe(200);
      expect(Buffer.byteLength(await response.text()), view).toBeLessThan(200_000);
    }
    expect((await test.get(`${at}/findings`, cookie)).status).toBe(200);
  });

  it('is screened by the rules of its kind alone, and keeps the result', async () => {
    const saved = await test.post(`${at}/screenings`, {}, cookie);
    expect(saved.status).toBe(303);
    const kept = (await (await test.get(`/api${at}/screen`, cookie)).json()) as {
      screening: unknown;
      findings: { rule: string }[];
    };
    expect(kept.screening).not.toBeNull();
    const own = RULES.filter(({ actions }) => actions?.includes(kind)).map(({ id }) => id);
    expect(kept.findings.map(({ rule }) => rule)).toEqual(own);
  });

  it('takes facts from the form, and shows them', async () => {
    const form = { path: 'party.phone', value: '010-00000000', paper: '', quote: '', revision: '1' };
    expect((await test.post(`${at}/facts`, form, cookie)).status).toBe(303);
    expect(await page(at)).toContain('010-00000000');
  });

  it('refuses discretion, drafting, and another kind, in Chinese', async () => {
    for (const response of [
      await test.get(`/api${at}/discretion`, cookie),
      await json('POST', `/api${at}/documents`, {}),
      await test.post(`${at}/documents`, {}, cookie),
    ]) {
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(`是${ACTIONS[kind]}案件`);
    }
    const { file, revision } = (await (await test.get(`/api${at}`, cookie)).json()) as {
      file: ActFile;
      revision: number;
    };
    const other = kind === 'levy' ? 'inspection' : 'levy';
    const changed = await json('PUT', `/api${at}`, { file: { ...file, action: other }, revision });
    expect(changed.status).toBe(422);
    expect(await changed.text()).toContain('种类不能改动');
  });
});

describe('the interface', () => {
  it('names the kinds of act by which the list can be asked', async () => {
    const { paths } = (await (await test.get('/api/openapi.json')).json()) as {
      paths: Record<string, { get: { parameters: { name: string; schema: { enum?: string[] } }[] } }>;
    };
    const action = paths['/api/cases']?.get.parameters.find(({ name }) => name === 'action');
    expect(action?.schema.enum).toEqual(Object.keys(ACTIONS));
    expect((await test.get('/api/cases?action=nothing', cookie)).status).toBe(422);
  });
});

describe('the stages', () => {
  it('of an inspection and of a levy are their own', async () => {
    const inspection = await page(`/cases/${idOf('inspection')}`);
    for (const stage of ['审批', '检查', '结果反馈', '公开', '归档']) expect(inspection).toContain(stage);
    expect(inspection).not.toContain('告知<span');
    const levy = await page(`/cases/${idOf('levy')}`);
    for (const stage of ['法制审核', '征收决定', '送达', '缴纳']) expect(levy).toContain(stage);
  });
});

describe('a file of an inspection', () => {
  it('is corrected where one of its facts is wrong, by the name of the fact', async () => {
    const form = { path: 'inspection.timesThisYear', value: '很多', paper: '', quote: '', revision: '2' };
    const refused = await test.post(`/cases/${idOf('inspection')}/facts`, form, cookie);
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('检查次数');
    expect(text).toContain('很多');
  });

  it('is added on the page like any other', async () => {
    const file = { ...fileOf('inspection'), id: 'inspection-by-form' };
    const made = await test.post('/cases', { text: JSON.stringify(file) }, cookie);
    expect(made.headers.get('location')).toBe('/cases/inspection-by-form');
    const wrong = { ...fileOf('inspection'), id: 'inspection-wrong', violation: { name: '示例' } };
    const refused = await test.post('/cases', { text: JSON.stringify(wrong) }, cookie);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('violation');
  });
});

describe('the examples', () => {
  it('of every kind go in one action', async () => {
    expect((await test.post('/cases/examples/remove', {}, cookie)).status).toBe(303);
    expect(await (await test.get('/api/cases', cookie)).json()).toEqual({ cases: [] });
  });
});
