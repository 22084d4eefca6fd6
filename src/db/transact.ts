import type { Transaction } from 'kysely';
import type { Db } from './database.ts';
import type { Tables } from './tables.ts';

/**
 * Runs `work` in one transaction; what it wrote is on the disk when this resolves, and undone when it throws.
 * Inside a transaction that is already open, `work` joins it. Do nothing slow in it: embedded, everyone waits.
 */
export function transact<T>(db: Db, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
}
