import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { openTestApp, PASSWORD, type TestApp } from './open-test-app.ts';

const CASE = '/cases/advertising-absolute-terms';
const EXAMPLES = exampleCaseFiles().map(({ id }) => id);
let test: TestApp;
let cookie: string;
let documentPath: string;

beforeAll(async () => {
  test = await openTestApp();
  cookie = await test.signIn('zhangmin');
  await test.post('/cases/examples', {}, cookie);
  const drafted = await test.post(`${CASE}/documents`, {}, cookie);
  documentPath = drafted.headers.get('location')!;
});
afterAll(() => test.close());

const PAGES = () => [
  '/sign-in?next=/x',
  '/cases',
  '/cases/new',
  CASE,
  ...[
    'paper&paper=p01',
    'fact',
    'fact&path=party.phone',
    'open',
    'what',
    'likes',
    'discretion',
    'documents',
    'people',
    'records',
    'upload',
  ].map((view) => `${CASE}?view=${view}`),
  ...EXAMPLES.map((id) => `/cases/${id}`),
  '/catalogue',
  '/catalogue?q=%E8%BF%87%E6%9C%9F%E9%A3%9F%E5%93%81',
  '/catalogue/food-business-expired',
  '/rules',
  '/rules?action=compulsion',
  '/rules/C3-10',
  `${CASE}/findings`,
  documentPath,
  `${documentPath}?view=sources`,
  `${documentPath}/edit`,
  '/library',
  '/library?q=%E5%90%AC%E8%AF%81',
  '/benchmarks',
  '/doctor',
  '/evaluation',
  '/keyboard',
  '/account',
];

describe('every page', () => {
  it('holds no inline script or style, names its language, and weighs under 200 KB', async () => {
    for (const path of PAGES()) {
      const response = await test.get(path, cookie);
      if (path.startsWith('/sign-in')) expect(response.status).toBe(302);
      else expect(response.status, path).toBe(200);
      const page = await response.text();
      expect(page, path).not.toMatch(/\sstyle="/);
      expect(page, path).not.toMatch(/<style|\son\w+="/);
      expect([...page.matchAll(/<script(?![^>]*\ssrc=)/g)], path).toEqual([]);
      expect(page, path).not.toMatch(/(?:src|href)="https?:/);
      expect(Buffer.byteLength(page), path).toBeLessThan(200_000);
    }
  });
});

describe('the desk', () => {
  it('shows the eight criteria, the worst finding first, with basis, reason and quote', async () => {
    const page = await (await test.get(CASE, cookie)).text();
    expect([...page.matchAll(/<section class="criterion"/g)]).toHaveLength(8);
    const hearing = page.slice(page.indexOf('id="finding-C3-10"'));
    expect(hearing).toContain('不足七个工作日');
    expect(hearing).toContain('行政处罚法 64');
    expect(page.indexOf('id="finding-C3-10"')).toBeLessThan(page.indexOf('id="finding-C3-01"'));
  });

  it('highlights exactly the quoted words in the paper', async () => {
    const page = await (await test.get(CASE, cookie)).text();
    const link = /href="(\?view=paper[^"]+rule=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    const paper = await (await test.get(`${CASE}${link?.replace('#quote', '')}`, cookie)).text();
    const quote = /<mark id="quote">([^<]+)<\/mark>/.exec(paper)?.[1];
    expect(quote?.length).toBeGreaterThan(2);
    expect(page).toContain(quote!.slice(0, 12));
  });

  it('says what blocks the next step', async () => {
    const page = await (await test.get(CASE, cookie)).text();
    expect(page).toMatch(/有 \d+ 项须先解决的问题/);
  });
});

describe('the document', () => {
  it('is downloaded as a draft under its Chinese name, and not as final', async () => {
    const file = await test.get(`${documentPath}/docx`, cookie);
    expect(decodeURIComponent(file.headers.get('content-disposition') ?? '')).toContain(
      '草稿 行政处罚决定书',
    );
    expect(new Uint8Array(await file.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    expect((await test.get(`${documentPath}/package`, cookie)).status).toBe(409);
  });

  it('cannot be submitted with gaps, and says which', async () => {
    const response = await test.post(`${documentPath}/submit`, { version: '1' }, cookie);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('文号');
  });

  it('keeps what was typed when somebody else saved first', async () => {
    const text = '示例市示例区市场监督管理局\n行政处罚决定书\n第一人的文字。';
    await test.post(`${documentPath}/edit`, { version: '1', text }, cookie);
    const second = await test.post(`${documentPath}/edit`, { version: '1', text: '第二人的文字。' }, cookie);
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('第二人的文字。');
    const latest = await (await test.get(documentPath, cookie)).text();
    expect(latest).toContain('第一人的文字。');
  });

  it('is neither reviewed nor signed by those who may not', async () => {
    for (const name of ['zhangmin', 'liqiang', 'zhoushen', 'wuguan', 'chenping']) {
      const other = await test.signIn(name);
      const sign = { password: PASSWORD, digest: 'x', reviewNotRequired: 'yes' };
      expect([403, 409], name).toContain((await test.post(`${documentPath}/opinion`, {}, other)).status);
      expect((await test.post(`${documentPath}/sign`, sign, other)).status, name).toBe(403);
    }
    const head = await test.signIn('zhaoju');
    const early = await test.post(`${documentPath}/sign`, { password: PASSWORD, digest: 'x' }, head);
    expect(early.status).toBe(409);
    const state = (await (await test.get(`/api${documentPath}`, cookie)).json()) as {
      document: { state: string };
    };
    expect(state.document.state).toBe('draft');
  });
});

describe('the account', () => {
  it('changes its password after asking for the present one', async () => {
    const own = await test.signIn('chenping');
    const form = { current: PASSWORD, next: 'a-newer-password', again: 'a-newer-password' };
    expect((await test.post('/account/password', { ...form, again: 'different' }, own)).status).toBe(422);
    expect((await test.post('/account/password', form, own)).status).toBe(303);
    expect((await test.get('/account', own)).status).toBe(303);
    expect(await test.signIn('chenping')).toBe('');
    expect(await test.signIn('chenping', 'a-newer-password')).not.toBe('');
  });
});

describe('background work', () => {
  it('is seen by the one who started it, as a page, as JSON and as events to the end', async () => {
    const { finish, report, startProgress } = await import('../../src/db/job-progress.ts');
    const by = test.people.get('zhangmin')!.id;
    const id = await startProgress(test.db, { kind: 'draft-document', subject: 'case:x', startedBy: by });
    await report(test.db, id, { done: 1, total: 2, message: '过半' });
    expect(await (await test.get(`/jobs/${id}`, cookie)).text()).toContain('过半');
    const other = await test.signIn('liqiang');
    expect((await test.get(`/jobs/${id}`, other)).status).toBe(403);
    expect((await test.get(`/api/jobs/${id}`, other)).status).toBe(403);
    const events = await test.get(`/api/jobs/${id}/events`, cookie);
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    await finish(test.db, id, {});
    const stream = await events.text();
    expect(stream).toContain('event: progress');
    expect(stream.trim().split('\n').at(-1)).toContain('"state":"done"');
  });
});
