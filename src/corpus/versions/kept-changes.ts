import type { Selectable } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { LawChangeRow } from '../../db/library-tables.ts';
import { AppError } from '../../errors.ts';
import type { ArticleChange } from './compare-versions.ts';
import type { Affected } from './find-affected.ts';
import type { LawChange } from './find-changes.ts';

/** A comparison that was kept, with the run that brought it and when. */
export interface KeptChange extends Omit<LawChange, 'effective' | 'effectiveKnown'> {
  run: string | null;
  foundAt: Date;
}

/** The comparisons of a run, or the latest of all; those that something rests on are not put first: time orders them. */
export async function keptChanges(
  db: Db,
  options: { run?: string; limit?: number } = {},
): Promise<KeptChange[]> {
  let query = db.selectFrom('law_changes').selectAll();
  if (options.run !== undefined) query = query.where('import_run', '=', options.run);
  const rows = await query
    .orderBy('found_at', 'desc')
    .orderBy('title')
    .orderBy('new_version', 'desc')
    .limit(options.limit ?? 500)
    .execute();
  return rows.map(changeFromRow);
}

/** One comparison. Refuses with `not-found`. */
export async function keptChange(
  db: Db,
  named: { title: string; oldVersion: string; newVersion: string },
): Promise<KeptChange> {
  const row = await db
    .selectFrom('law_changes')
    .selectAll()
    .where('title', '=', named.title)
    .where('old_version', '=', named.oldVersion)
    .where('new_version', '=', named.newVersion)
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', '没有这两个版本的比较，请回到法规变动的列表选择。');
  return changeFromRow(row);
}

function changeFromRow(row: Selectable<LawChangeRow>): KeptChange {
  return {
    title: row.title,
    oldVersion: row.old_version,
    newVersion: row.new_version,
    run: row.import_run,
    foundAt: row.found_at,
    articles: row.articles as ArticleChange[],
    affected: row.affected as Affected[],
  };
}
