import { randomUUID } from 'node:crypto';
import type { Db } from '../../db/database.ts';
import type { ImportReport } from '../import-paths.ts';

/**
 * Opens a run of an import; `by` is the id of the person, absent for a command on the machine itself. Under an `id` that is
 * known already, work that broke off goes on.
 */
export async function startRun(db: Db, by: string | undefined, id: string = randomUUID()): Promise<string> {
  await db
    .insertInto('library_imports')
    .values({ id, by_user: by ?? null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

/** Ends a run with its report. A command that stored nothing leaves no trace: there is nothing to look at or undo. */
export async function endRun(db: Db, id: string, report: ImportReport): Promise<void> {
  if (report.added === 0) {
    const { numDeletedRows } = await db
      .deleteFrom('library_imports')
      .where('id', '=', id)
      .where('by_user', 'is', null)
      .executeTakeFirst();
    if (numDeletedRows > 0n) return;
  }
  // What changed is kept by itself, version by version.
  const { changes: _, ...kept } = report;
  await db
    .updateTable('library_imports')
    .set({ ended_at: new Date(), report: JSON.stringify(kept) })
    .where('id', '=', id)
    .execute();
}
