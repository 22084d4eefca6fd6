import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import type { AnyCaseFile } from './case-file.ts';
import { type CaseRevision, type StoredCase, storedCaseFromRow } from './stored-case.ts';

/** The case as it stands now. Refuses with `not-found`. */
export async function getCase(db: Db, id: string): Promise<StoredCase> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', `没有编号为“${id}”的案件，请回到案件列表重新选择。`);
  const handlers = await db
    .selectFrom('case_handlers')
    .select('user_id')
    .where('case_id', '=', id)
    .orderBy('since')
    .orderBy('user_id')
    .execute();
  return storedCaseFromRow(
    row,
    handlers.map((handler) => handler.user_id),
  );
}

/** Every kept revision, newest first. */
export async function caseRevisions(db: Db, id: string): Promise<CaseRevision[]> {
  const rows = await db
    .selectFrom('case_revisions')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map((row) => ({
    revision: row.revision,
    file: row.file as AnyCaseFile,
    by: row.by_user,
    at: row.at,
    note: row.note,
  }));
}

/** The case file of one revision. Refuses with `not-found`. */
export async function caseFileAt(db: Db, id: string, revision: number): Promise<AnyCaseFile> {
  const row = await db
    .selectFrom('case_revisions')
    .select('file')
    .where('case_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', `案件“${id}”没有第 ${revision} 版，请在版本列表中选择。`);
  return row.file as AnyCaseFile;
}
