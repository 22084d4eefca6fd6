import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleCaseFiles } from '../../src/cases/example-case-files.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

describe('requests that no page of ours makes', () => {
  let web: TestApp;
  beforeAll(async () => {
    web = await openTestApp();
  });
  afterAll(() => web?.close());

  it('with NUL in the address are refused, not failed', async () => {
    const cookie = await web.signIn('zhangmin');
    for (const path of ['/cases/a%00b', '/api/cases/a%00b', '/library?q=%00']) {
      expect((await web.get(path, cookie)).status, path).toBe(422);
    }
  });

  it('for an unknown change of a person change nothing and are not recorded as one', async () => {
    const cookie = await web.signIn('wuguan');
    const wangfa = web.people.get('wangfa')!;
    expect((await web.post(`/people/${wangfa.id}/disable`, {}, cookie)).status).toBe(303);
    expect((await web.post(`/people/${wangfa.id}/whatever`, {}, cookie)).status).toBe(404);
    const row = await web.db
      .selectFrom('people')
      .select('disabled_at')
      .where('id', '=', wangfa.id)
      .executeTakeFirstOrThrow();
    expect(row.disabled_at).not.toBeNull();
    const enabled = await web.db
      .selectFrom('record_entries')
      .select('seq')
      .where('action', '=', '启用账号')
      .execute();
    expect(enabled).toEqual([]);
  });

  it('with a case file in GB18030 are read as what was written', async () => {
    const cookie = await web.signIn('zhangmin');
    const text = JSON.stringify({ ...exampleCaseFiles()[0], id: 'in-gb18030' });
    const bytes = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030'], { input: text });
    const body = new FormData();
    body.set('upload', new File([new Uint8Array(bytes)], '案件.json'));
    const headers = { cookie, origin: 'http://localhost', host: 'localhost' };
    const response = await web.app.request('/cases', { method: 'POST', body, headers });
    expect(response.status).toBe(303);
    expect(await (await web.get('/cases/in-gb18030', cookie)).text()).toContain(exampleCaseFiles()[0]!.title);
  });

  it('with more than 16 MB are answered 413 and told what to do', async () => {
    const cookie = await web.signIn('zhangmin');
    const response = await web.app.request('/api/cases', {
      method: 'POST',
      body: 'x'.repeat(17 * 1024 * 1024),
      headers: { cookie, origin: 'http://localhost', host: 'localhost', 'content-type': 'application/json' },
    });
    expect(response.status).toBe(413);
    expect(((await response.json()) as { title: string }).title).toContain('16 MB');
  });
});
