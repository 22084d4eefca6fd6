import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { checkPassword, hashNewPassword } from './check-password.ts';
import { findPerson } from './find-person.ts';
import { forgetFailures } from './password-failures.ts';

/** Rewraps what is locked with the person's password (the signing key), in the transaction of the change. */
export type OnPasswordChange = (trx: Db, change: { current: string; next: string }) => Promise<void>;

/**
 * A person changes their own password. Every session of theirs ends, so that a stolen one does too.
 * Refuses with `invalid-input` when the current one is wrong or the new one is unfit.
 */
export async function changePassword(
  db: Db,
  change: { userId: string; current: string; next: string },
  onChange?: OnPasswordChange,
): Promise<void> {
  if (!(await checkPassword(db, change.userId, change.current))) {
    throw new AppError('invalid-input', '当前口令不对，口令没有更改，请重新输入。', {
      faults: [{ path: 'current', expected: '您现在使用的口令' }],
    });
  }
  if (change.current === change.next) {
    throw new AppError('invalid-input', '新口令与当前口令相同，请换一个。', {
      faults: [{ path: 'next', expected: '与当前口令不同' }],
    });
  }
  const hash = await hashNewPassword(change.next);
  await transact(db, async (trx) => {
    await onChange?.(trx, change);
    await storePassword(trx, change.userId, hash);
  });
}

/**
 * The administrator sets a new password for someone who forgot theirs. What was locked with the old one
 * (the signing key) can no longer be opened by anyone: a new key is made at the next signature.
 */
export async function resetPassword(db: Db, userId: string, password: string): Promise<void> {
  const person = await findPerson(db, userId);
  if (!person) throw new AppError('not-found', '没有这个人员，请回到人员列表重新选择。');
  await storePassword(db, userId, await hashNewPassword(password));
  await forgetFailures(db, person.username);
}

/** Disables or enables an account; a disabled person's sessions end at once. */
export async function setDisabled(db: Db, userId: string, disabled: boolean): Promise<void> {
  await db
    .updateTable('people')
    .set({ disabled_at: disabled ? new Date() : null })
    .where('id', '=', userId)
    .execute();
  if (disabled) await db.deleteFrom('sessions').where('user_id', '=', userId).execute();
}

async function storePassword(db: Db, userId: string, hash: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ password: hash, updated_at: new Date() })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute();
  await db.deleteFrom('sessions').where('user_id', '=', userId).execute();
}
