import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { AppError } from '../../src/errors.ts';
import { changePassword, resetPassword, setDisabled } from '../../src/staff/change-password.ts';
import { checkPassword } from '../../src/staff/check-password.ts';
import { createPerson } from '../../src/staff/create-person.ts';
import { findPerson } from '../../src/staff/find-person.ts';
import { type Auth, authOptions, makeAuth, userNames } from '../../src/staff/make-auth.ts';
import { countTry } from '../../src/staff/password-failures.ts';
import { openTestDatabase } from '../support/database.ts';

const CONFIG = { port: 8080 };
const PASSWORD = 'example-password-1';
let database: Database;
let auth: Auth;

beforeAll(async () => {
  database = await openTestDatabase();
  auth = await makeAuth(database.db, CONFIG);
});
afterAll(() => database.close());

function person(username: string) {
  return createPerson(database.db, {
    username,
    name: `示例${username}`,
    role: 'handler',
    password: PASSWORD,
  });
}

function cookieOf(cookies: string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
}

describe('our tables', () => {
  it('have every table and column that better-auth wants', async () => {
    const options = authOptions(database.db, CONFIG, 'x'.repeat(40));
    const plan = await getMigrations({ ...options, plugins: [userNames()] });
    expect(plan.toBeCreated).toEqual([]);
    expect(plan.toBeAdded).toEqual([]);
  });

  it('keep one secret for all processes on this database', async () => {
    const { cookies } = await auth.signIn((await person('shared')).username, PASSWORD, new Headers());
    const other = await makeAuth(database.db, CONFIG);
    expect((await other.personOf(cookieOf(cookies)))?.username).toBe('shared');
  });
});

describe('signing in', () => {
  it('gives a session that names the person and their role', async () => {
    await person('reader');
    const { person: signedIn, cookies } = await auth.signIn('Reader ', PASSWORD, new Headers());
    expect(signedIn).toMatchObject({ username: 'reader', role: 'handler', name: '示例reader' });
    expect(cookies.join()).toMatch(/HttpOnly/i);
    expect(cookies.join()).toMatch(/SameSite=Lax/i);
    expect((await auth.personOf(cookieOf(cookies)))?.id).toBe(signedIn.id);
  });

  it('ends with signing out', async () => {
    await person('leaver');
    const { cookies } = await auth.signIn('leaver', PASSWORD, new Headers());
    await auth.signOut(cookieOf(cookies));
    expect(await auth.personOf(cookieOf(cookies))).toBeUndefined();
  });

  it('refuses a wrong password and an unknown name in the same words', async () => {
    await person('careful');
    const wrong = await auth
      .signIn('careful', 'not-the-password', new Headers())
      .catch((error: Error) => error);
    const unknown = await auth.signIn('nobody', PASSWORD, new Headers()).catch((error: Error) => error);
    expect(wrong).toMatchObject({ kind: 'not-signed-in' });
    expect((unknown as Error).message).toBe((wrong as Error).message);
  });

  it('is not moved by a forged cookie', async () => {
    await person('forged');
    const { cookies } = await auth.signIn('forged', PASSWORD, new Headers());
    const [name, value] = cookies[0]!.split(';')[0]!.split('=') as [string, string];
    // The first character of the signature: the last one has bits that no decoder reads.
    const at = value.indexOf('.') + 1;
    expect(at).toBeGreaterThan(1);
    const forged = `${name}=${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`;
    expect(await auth.personOf(new Headers({ cookie: forged }))).toBeUndefined();
  });

  it('has to wait after five wrong passwords, even with the right one, and not before', async () => {
    await person('hasty');
    for (let count = 0; count < 4; count += 1) {
      await expect(auth.signIn('hasty', 'wrong', new Headers())).rejects.toMatchObject({
        kind: 'not-signed-in',
      });
    }
    await auth.signIn('hasty', PASSWORD, new Headers());
    for (let count = 0; count < 5; count += 1) {
      await expect(auth.signIn('hasty', 'wrong', new Headers())).rejects.toMatchObject({
        kind: 'not-signed-in',
      });
    }
    await expect(auth.signIn('hasty', PASSWORD, new Headers())).rejects.toMatchObject({ kind: 'limit' });
  });

  it('lets an account in again after five minutes', async () => {
    const start = new Date('2026-03-05T01:00:00Z');
    for (let count = 0; count < 5; count += 1) await countTry(database.db, 'waiting', start);
    const tryAfter = (seconds: number) =>
      countTry(database.db, 'waiting', new Date(start.getTime() + seconds * 1000));
    await expect(tryAfter(299)).rejects.toMatchObject({ kind: 'limit' });
    await expect(tryAfter(300)).resolves.toBeUndefined();
  });

  it('lets no more than five guesses through, however many come at the same moment', async () => {
    await person('crowded');
    const guesses = Array.from({ length: 12 }, (_, index) =>
      auth.signIn('crowded', `guess-${index}`, new Headers()).catch((error: AppError) => error.kind),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((kind) => kind === 'not-signed-in')).toHaveLength(5);
    expect(answers.filter((kind) => kind === 'limit')).toHaveLength(7);
  });

  it('ends at once when the account is disabled, and comes back with it', async () => {
    const one = await person('away');
    const { cookies } = await auth.signIn('away', PASSWORD, new Headers());
    await setDisabled(database.db, one.id, true);
    expect(await auth.personOf(cookieOf(cookies))).toBeUndefined();
    await expect(auth.signIn('away', PASSWORD, new Headers())).rejects.toMatchObject({
      kind: 'not-signed-in',
    });
    expect(await checkPassword(database.db, one.id, PASSWORD)).toBe(false);
    await setDisabled(database.db, one.id, false);
    expect((await auth.signIn('away', PASSWORD, new Headers())).person.id).toBe(one.id);
  });
});

describe('passwords', () => {
  it('are asked afresh by checkPassword', async () => {
    const one = await person('signer');
    expect(await checkPassword(database.db, one.id, PASSWORD)).toBe(true);
    expect(await checkPassword(database.db, one.id, `${PASSWORD}x`)).toBe(false);
    expect(await checkPassword(database.db, 'no-such-person', PASSWORD)).toBe(false);
  });

  it('share the limit of sign-in, so that signing is no way to guess', async () => {
    const one = await person('guessed');
    for (let count = 0; count < 5; count += 1) await checkPassword(database.db, one.id, `guess-${count}`);
    await expect(checkPassword(database.db, one.id, PASSWORD)).rejects.toMatchObject({ kind: 'limit' });
  });

  it('change only with the current one, and end every session', async () => {
    const one = await person('changer');
    const { cookies } = await auth.signIn('changer', PASSWORD, new Headers());
    const change = (current: string, next: string) =>
      changePassword(database.db, { userId: one.id, current, next });
    await expect(change('wrong-password', 'another-password')).rejects.toMatchObject({
      kind: 'invalid-input',
    });
    await expect(change(PASSWORD, 'too-short')).rejects.toMatchObject({ kind: 'invalid-input' });
    await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({ kind: 'invalid-input' });
    expect(await auth.personOf(cookieOf(cookies))).toBeDefined();
    await change(PASSWORD, 'another-password');
    expect(await auth.personOf(cookieOf(cookies))).toBeUndefined();
    expect(await checkPassword(database.db, one.id, 'another-password')).toBe(true);
  });

  it('stay as they were when the rewrapping of the signing key fails', async () => {
    const one = await person('keeper');
    const failing = () => Promise.reject(new Error('example'));
    const change = { userId: one.id, current: PASSWORD, next: 'another-password' };
    await expect(changePassword(database.db, change, failing)).rejects.toThrow('example');
    expect(await checkPassword(database.db, one.id, PASSWORD)).toBe(true);
  });

  it('are set anew by the administrator for someone who forgot theirs', async () => {
    const one = await person('forgetful');
    for (let count = 0; count < 5; count += 1) await checkPassword(database.db, one.id, `guess-${count}`);
    await resetPassword(database.db, one.id, 'from-the-administrator');
    expect(await checkPassword(database.db, one.id, 'from-the-administrator')).toBe(true);
    expect(await checkPassword(database.db, one.id, PASSWORD)).toBe(false);
  });

  it('are kept only as salted hashes', async () => {
    const [a, b] = [await person('salted1'), await person('salted2')];
    const rows = await database.db
      .selectFrom('accounts')
      .select('password')
      .where('user_id', 'in', [a.id, b.id])
      .execute();
    expect(rows[0]?.password).not.toContain(PASSWORD);
    expect(rows[0]?.password).not.toBe(rows[1]?.password);
  });
});

describe('a new person', () => {
  it('is refused with each faulty field', async () => {
    const faulty = {
      username: '张',
      name: ' ',
      role: 'god' as 'head',
      password: PASSWORD,
      firstReviewOn: '2026-02-30',
    };
    await expect(createPerson(database.db, faulty)).rejects.toMatchObject({
      kind: 'invalid-input',
      faults: [{ path: 'name' }, { path: 'username' }, { path: 'role' }, { path: 'firstReviewOn' }],
    });
  });

  it('is refused with a name in which something cannot be seen', async () => {
    for (const name of ['张\u0000三', '张\u200b三', '\u202e张三']) {
      const hidden = { username: 'unseen', name, role: 'head' as const, password: PASSWORD };
      await expect(createPerson(database.db, hidden)).rejects.toMatchObject({
        kind: 'invalid-input',
        faults: [{ path: 'name' }],
      });
    }
  });

  it('cannot take a user name that is taken, whatever its case', async () => {
    await person('taken');
    await expect(person('TAKEN')).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('keeps the qualification of a reviewer', async () => {
    const made = await createPerson(database.db, {
      username: 'qualified',
      name: '示例审核',
      role: 'reviewer',
      password: PASSWORD,
      legalQualificationOn: '2016-03-01',
      firstReviewOn: '2019-05-06',
    });
    expect(await findPerson(database.db, made.id)).toMatchObject({
      legalQualificationOn: '2016-03-01',
      firstReviewOn: '2019-05-06',
      disabled: false,
    });
  });
});
