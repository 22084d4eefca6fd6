import { randomBytes } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins';
import type { Config } from '../config.ts';
import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { findPerson } from './find-person.ts';
import { countTry, forgetFailures } from './password-failures.ts';
import type { Person } from './person.ts';

/** Signing in and out. Cookies are ready to be sent as `Set-Cookie`. */
export interface Auth {
  /** Refuses with `not-signed-in` when user name or password is wrong, with `limit` after five in a row. */
  signIn(
    username: string,
    password: string,
    headers: Headers,
  ): Promise<{ person: Person; cookies: string[] }>;
  /** The person whose live session these headers carry; `undefined` when there is none. */
  personOf(headers: Headers): Promise<Person | undefined>;
  /** Ends the session. */
  signOut(headers: Headers): Promise<string[]>;
}

const SESSION_HOURS = 10;

/** Sessions live in the database and end after ten hours or with the password. */
export async function makeAuth(db: Db, config: Pick<Config, 'origin' | 'port'>): Promise<Auth> {
  const auth = betterAuth({ ...authOptions(db, config, await sessionSecret(db)), plugins: [userNames()] });
  return {
    async signIn(name, password, headers) {
      const key = name.trim().toLowerCase();
      // Only names that could exist are counted, or strangers could fill the table.
      if (/^[a-z0-9_.]{3,30}$/.test(key)) await countTry(db, key);
      const wrong = new AppError('not-signed-in', '用户名或口令不对，请重新输入。');
      const body = { username: key, password };
      const response = await auth.api.signInUsername({ body, headers, asResponse: true });
      const row = response.ok
        ? await db.selectFrom('people').select('id').where('username', '=', key).executeTakeFirst()
        : undefined;
      const person = row && (await findPerson(db, row.id));
      if (!person || person.disabled) {
        if (person?.disabled) await db.deleteFrom('sessions').where('user_id', '=', person.id).execute();
        throw wrong;
      }
      await forgetFailures(db, key);
      return { person, cookies: response.headers.getSetCookie() };
    },
    async personOf(headers) {
      const session = await auth.api.getSession({ headers });
      if (!session) return undefined;
      const person = await findPerson(db, session.user.id);
      return person?.disabled ? undefined : person;
    },
    async signOut(headers) {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
  };
}

/** The options of better-auth over our tables; a test asks it whether any column is missing. */
export function authOptions(
  db: Db,
  config: Pick<Config, 'origin' | 'port'>,
  secret: string,
): BetterAuthOptions {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return {
    appName: '明裁',
    database: { db: db as never, type: 'postgres' },
    secret,
    baseURL: config.origin ?? `http://127.0.0.1:${config.port}`,
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    advanced: { cookiePrefix: 'mingcai', ipAddress: { disableIpTracking: true } },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', ...times },
      // Never written through better-auth; named so that its own check of the tables finds it accounted for.
      additionalFields: { role: { type: 'string', required: true, input: false } },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
      expiresIn: SESSION_HOURS * 3600,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'accounts',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...times } },
  };
}

export function userNames() {
  return username({ schema: { user: { fields: { displayUsername: 'display_username' } } } });
}

/** The key that signs session cookies: drawn once, shared by every process on this database. */
async function sessionSecret(db: Db): Promise<string> {
  await db
    .insertInto('staff_settings')
    .values({ name: 'session-secret', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('staff_settings')
    .select('value')
    .where('name', '=', 'session-secret')
    .executeTakeFirstOrThrow();
  return row.value;
}
