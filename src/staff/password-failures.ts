import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';

/** Wrong passwords in a row after which an account has to wait, and how long, in minutes. */
const FREE_FAILURES = 5;
const WAIT_MINUTES = 5;

/**
 * Counts one try at a password, before it is known to be wrong: many tries at the same moment must not all pass the
 * limit together. A right one is forgotten again. Refuses with `limit` while an account has to wait after five in a
 * row; a pause as long as the wait starts the count anew. Counted per account in the database, so that a restart or a
 * second process changes nothing.
 */
export async function countTry(db: Db, username: string, now = new Date()): Promise<void> {
  const forgotten = new Date(now.getTime() - WAIT_MINUTES * 60_000);
  const counted = await db
    .insertInto('password_failures')
    .values({ username, failures: 1, last_at: now })
    .onConflict((conflict) =>
      conflict
        .column('username')
        .doUpdateSet((eb) => ({
          failures: eb
            .case()
            .when('password_failures.last_at', '<=', forgotten)
            .then(1)
            .else(eb('password_failures.failures', '+', 1))
            .end(),
          last_at: now,
        }))
        .where((where) =>
          where.or([
            where('password_failures.failures', '<', FREE_FAILURES),
            where('password_failures.last_at', '<=', forgotten),
          ]),
        ),
    )
    .returning('failures')
    .executeTakeFirst();
  if (counted) return;
  const row = await db
    .selectFrom('password_failures')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirst();
  const until = (row?.last_at ?? now).getTime() + WAIT_MINUTES * 60_000;
  const minutes = Math.max(1, Math.ceil((until - now.getTime()) / 60_000));
  throw new AppError(
    'limit',
    `口令连续输错 ${FREE_FAILURES} 次，请 ${minutes} 分钟后再试，或请系统管理员重设口令。`,
  );
}

/** Forgets the wrong passwords of an account after a right one. */
export async function forgetFailures(db: Db, username: string): Promise<void> {
  await db.deleteFrom('password_failures').where('username', '=', username).execute();
}
