import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { countTry, forgetFailures } from './password-failures.ts';

/**
 * Whether this is the person's password, asked afresh (for signing and for changing it).
 * Wrong answers count towards the same limit as those at sign-in; refuses with `limit` when it is reached.
 */
export async function checkPassword(db: Db, userId: string, password: string): Promise<boolean> {
  const row = await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.user_id')
    .select(['accounts.password', 'people.username'])
    .where('accounts.user_id', '=', userId)
    .where('accounts.provider_id', '=', 'credential')
    .where('people.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row?.password) return false;
  await countTry(db, row.username);
  const right = await verifyPassword({ hash: row.password, password });
  if (right) await forgetFailures(db, row.username);
  return right;
}

/** Refuses passwords that are too short or too long with `invalid-input`; returns the salted hash. */
export async function hashNewPassword(password: string): Promise<string> {
  if (password.length < 10 || password.length > 128) {
    throw new AppError('invalid-input', '口令应为 10 至 128 个字符，请换一个。', {
      faults: [{ path: 'password', expected: '10 至 128 个字符' }],
    });
  }
  return hashPassword(password);
}
