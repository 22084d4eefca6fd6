import { loadReferenceBook } from '../../src/corpus/load-reference-book.ts';
import { loadProfiles } from '../../src/corpus/profile.ts';
import type { AppOptions } from '../../src/http/app-options.ts';
import { createApp } from '../../src/http/create-app.ts';
import { createPerson } from '../../src/staff/create-person.ts';
import { makeAuth } from '../../src/staff/make-auth.ts';
import type { Person, Role } from '../../src/staff/person.ts';
import { openTestDatabase } from '../support/database.ts';

export const PASSWORD = 'example-password-1';
const PEOPLE: [username: string, name: string, role: Role][] = [
  ['zhangmin', '张敏', 'handler'],
  ['liqiang', '李强', 'handler'],
  ['wangfa', '王法', 'reviewer'],
  ['zhaoju', '赵局', 'head'],
  ['chenping', '陈评', 'trainer'],
  ['zhoushen', '周审', 'auditor'],
  ['wuguan', '吴管', 'administrator'],
];

export type TestApp = Awaited<ReturnType<typeof openTestApp>>;

/** The whole web on a fresh database with one person per role; requests carry what a browser would send. */
export async function openTestApp(more: Partial<AppOptions> = {}) {
  const database = await openTestDatabase();
  const config = { dataFolder: '', port: 0, jurisdiction: 'demo', logLevel: 'silent' };
  const people = new Map<string, Person>();
  for (const [username, name, role] of PEOPLE) {
    const qualified =
      role === 'reviewer' ? { legalQualificationOn: '2016-03-01', firstReviewOn: '2019-05-06' } : {};
    people.set(
      username,
      await createPerson(database.db, { username, name, role, password: PASSWORD, ...qualified }),
    );
  }
  const options: AppOptions = {
    database,
    config,
    auth: await makeAuth(database.db, config),
    book: loadReferenceBook(),
    profiles: loadProfiles(),
    ...more,
  };
  const app = createApp(options);

  async function post(path: string, form: Record<string, string>, cookie = ''): Promise<Response> {
    return app.request(path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { cookie, origin: 'http://localhost', host: 'localhost' },
    });
  }

  return {
    app,
    options,
    db: database.db,
    people,
    post,
    get: (path: string, cookie = '') => app.request(path, { headers: { cookie } }),
    /** The cookie of a fresh session. */
    async signIn(username: string, password = PASSWORD): Promise<string> {
      const response = await post('/sign-in', { username, password });
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    },
    close: () => database.close(),
  };
}
