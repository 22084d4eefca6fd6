import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { AppError } from '../../errors.ts';
import { forgetChanges } from '../versions/forget-changes.ts';
import { touchedBy, updateIntervals } from '../versions/update-intervals.ts';
import { raiseRevision } from '../write-segment.ts';
import { getRun, type ImportRun } from './get-run.ts';

/** A run that has not ended after so long was killed. */
const KILLED_MS = 3_600_000;

/**
 * Takes back all that a run of an import put into the library; what served before serves again: what it replaced, or our gists.
 * Refuses with `conflict` while the run goes on, when it was taken back before, and when a later run has replaced some of it.
 */
export async function undoRun(
  db: Db,
  id: string,
  by: string,
): Promise<{ sources: number; restored: number }> {
  return transact(db, async (trx) => {
    // First of all: it makes those who change the library wait for one another.
    await raiseRevision(trx);
    requireUndoable(await getRun(trx, id));
    const own = await trx
      .selectFrom('library_sources')
      .select(['id', 'kind', 'title', 'version_date', 'state'])
      .where('import_run', '=', id)
      .execute();
    const replaced = own.filter(({ state }) => state === 'set-aside');
    if (replaced.length > 0) {
      const names = [...new Set(replaced.map(({ title }) => `《${title}》`))].slice(0, 3).join('');
      throw new AppError(
        'conflict',
        `${names}等 ${replaced.length} 部的内容已被后来的导入换掉，请先撤销后来的那一次导入。`,
      );
    }
    const gone = new Set(own.flatMap(({ kind, title }) => (kind === 'law' ? [title] : [])));
    const touched = await touchedBy(trx, [...gone]);
    await trx.deleteFrom('library_sources').where('import_run', '=', id).execute();
    const restored = await trx
      .updateTable('library_sources')
      .set({ state: 'live', set_aside_by: null })
      .where('set_aside_by', '=', id)
      .where('state', '=', 'set-aside')
      .returning(['title', 'kind'])
      .execute();
    const back = restored.flatMap(({ kind, title }) => (kind === 'law' ? [title] : []));
    for (const { title, version_date: day } of own) if (day !== null) await forgetChanges(trx, title, day);
    await updateIntervals(trx, [...gone, ...back, ...touched]);
    await trx
      .updateTable('library_imports')
      .set({ undone_at: new Date(), undone_by: by })
      .where('id', '=', id)
      .execute();
    return { sources: own.length, restored: restored.length };
  });
}

function requireUndoable({ endedAt, startedAt, undoneAt }: ImportRun): void {
  if (undoneAt) throw new AppError('conflict', '这一次导入已经撤销过。');
  if (!endedAt && Date.now() - startedAt.getTime() < KILLED_MS)
    throw new AppError('conflict', '这一次导入还没有结束，请结束后再撤销；中断的导入可在一小时后撤销。');
}
