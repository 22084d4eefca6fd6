import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, PASSWORD, type TestApp } from './open-test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await openTestApp({ doctor: () => Promise.reject(new Error('inside-of-the-program')) });
});
afterAll(() => test.close());

describe('without a session', () => {
  it.each(['/cases', '/cases/x', '/documents/x', '/library?q=a', '/records', '/people', '/doctor'])(
    'the page %s leads to sign-in and back',
    async (path) => {
      const response = await test.get(path);
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    },
  );

  it.each(['/api/cases', '/api/search?q=a', '/api/session', '/api/doctor'])(
    'the API %s answers 401',
    async (path) => {
      const response = await test.get(path);
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ kind: 'not-signed-in', title: '请先登录。' });
    },
  );

  it('health, metrics, the API description and assets are open', async () => {
    expect((await test.get('/healthz')).status).toBe(200);
    expect(await (await test.get('/readyz')).json()).toMatchObject({ ok: true });
    expect(await (await test.get('/metrics')).text()).toContain('mingcai_http_requests_total');
    expect(await (await test.get('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    const page = await (await test.get('/sign-in')).text();
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1];
    const response = await test.get(style!);
    expect(response.headers.get('content-type')).toContain('text/css');
    expect(response.headers.get('cache-control')).toContain('immutable');
    const stale = await test.get(style!.replace(/assets\/[0-9a-f]+/, 'assets/0000000000000000'));
    expect(stale.headers.get('cache-control')).toBe('no-cache');
    expect((await test.get('/assets/x/..%2f..%2fpackage.json')).status).toBe(404);
  });
});

describe('every answer', () => {
  it('carries the strict policy, and no page is kept in a cache', async () => {
    const response = await test.get('/cases', await test.signIn('zhangmin'));
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });

  it('of a bug shows a number and nothing of the inside', async () => {
    const cookie = await test.signIn('zhangmin');
    const page = await test.get('/doctor', cookie);
    expect(page.status).toBe(500);
    const text = await page.text();
    expect(text).toContain('程序出错');
    expect(text).toMatch(/编号 [0-9a-f-]{36}/);
    expect(text).not.toContain('inside-of-the-program');
    const json = await test.get('/api/doctor', cookie);
    expect(await json.json()).toMatchObject({ status: 500, kind: 'bug', faults: [] });
  });
});

describe('a change from elsewhere', () => {
  const send = (headers: Record<string, string>) =>
    test.app.request('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ username: 'zhangmin', password: PASSWORD }),
      headers: { host: 'localhost', ...headers },
    });

  it.each([
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['another port', { origin: 'http://localhost:9' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page of a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a plain form that names no sender', {}, 403],
    ['our own origin', { origin: 'http://localhost' }, 303],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 303],
  ])('by %s', async (_name, headers, status) => {
    expect((await send(headers as Record<string, string>)).status).toBe(status);
  });

  it('by a command that sends JSON is let through', async () => {
    const response = await test.app.request('/api/session', {
      method: 'POST',
      body: JSON.stringify({ username: 'zhangmin', password: PASSWORD }),
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie().join()).toContain('mingcai.session_token');
  });
});

describe('sign-in', () => {
  it.each([
    ['/library?q=%E5%90%AC%E8%AF%81', '/library?q=%E5%90%AC%E8%AF%81'],
    ['https://evil.example/', '/cases'],
    ['//evil.example/', '/cases'],
    ['/\\evil.example', '/cases'],
    ['', '/cases'],
  ])('with next=%s goes to %s', async (next, to) => {
    const response = await test.post('/sign-in', { username: 'zhangmin', password: PASSWORD, next });
    expect(response.headers.get('location')).toBe(to);
  });

  it('keeps the name, not the password, when refused', async () => {
    const response = await test.post('/sign-in', { username: 'zhoushen', password: 'wrong-password-9' });
    expect(response.status).toBe(401);
    const page = await response.text();
    expect(page).toContain('value="zhoushen"');
    expect(page).not.toContain('wrong-password-9');
  });

  it('ends with signing out', async () => {
    const cookie = await test.signIn('zhoushen');
    expect((await test.get('/cases', cookie)).status).toBe(200);
    expect((await test.post('/sign-out', {}, cookie)).status).toBe(303);
    expect((await test.get('/cases', cookie)).status).toBe(303);
  });
});

describe('the API', () => {
  it('names each fault of a request', async () => {
    const cookie = await test.signIn('zhangmin');
    const send = (body: string) =>
      test.app.request('/api/documents/x/opinion', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', cookie },
      });
    const wrong = await send(JSON.stringify({ conclusion: 'perhaps', reasons: 1 }));
    expect(wrong.status).toBe(422);
    const { faults } = (await wrong.json()) as { faults: { path: string }[] };
    expect(faults.map((fault) => fault.path).sort()).toEqual(['conclusion', 'reasons']);
    const broken = await send('{"conclusion":');
    expect(broken.status).toBe(422);
    expect(await broken.json()).toMatchObject({ kind: 'invalid-input' });
  });

  it('describes each of its addresses', async () => {
    const { paths } = (await (await test.get('/api/openapi.json')).json()) as { paths: object };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/cases/{id}/screen', '/api/documents/{id}/sign', '/api/jobs/{id}/events']),
    );
  });
});
