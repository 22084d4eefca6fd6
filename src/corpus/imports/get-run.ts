import type { Selectable } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { LibraryImportRow } from '../../db/library-tables.ts';
import { AppError } from '../../errors.ts';
import type { ImportReport } from '../import-paths.ts';
import type { SourceKind } from '../source-draft.ts';

/** One run of an import. `report` is absent while it goes on, or where it was killed. */
export interface ImportRun {
  id: string;
  by: string | null;
  startedAt: Date;
  endedAt: Date | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  report: Omit<ImportReport, 'changes'> | null;
}

/** Something that a run stored: a version of a norm, a benchmark, a file of entries. */
export interface RunSource {
  title: string;
  kind: SourceKind;
  versionDate: string | null;
  articles: number;
  /** False once a later run has put other content in its place. */
  live: boolean;
}

/** The latest runs, newest first. */
export async function listRuns(db: Db, limit = 50): Promise<ImportRun[]> {
  const rows = await db
    .selectFrom('library_imports')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(runFromRow);
}

/** One run. Refuses with `not-found`. */
export async function getRun(db: Db, id: string): Promise<ImportRun> {
  const row = await db.selectFrom('library_imports').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', '没有这一次导入，请回到导入记录选择。');
  return runFromRow(row);
}

function runFromRow(row: Selectable<LibraryImportRow>): ImportRun {
  return {
    id: row.id,
    by: row.by_user,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
    report: row.report as ImportRun['report'],
  };
}

/** What a run stored that the library still holds. */
export async function runSources(db: Db, id: string): Promise<RunSource[]> {
  const rows = await db
    .selectFrom('library_sources')
    .select(['title', 'kind', 'version_date', 'articles', 'state'])
    .where('import_run', '=', id)
    .where('state', '!=', 'loading')
    .orderBy('title')
    .orderBy('version_date')
    .execute();
  return rows.map(({ version_date, state, ...row }) => ({
    ...row,
    versionDate: version_date,
    live: state === 'live',
  }));
}
