import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
