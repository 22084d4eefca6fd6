import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { type DiffLine, lineDiff } from './line-diff.ts';
import {
  type DocumentVersion,
  documentFromRow,
  type StoredDocument,
  versionFromRow,
} from './stored-document.ts';

/** The document as it stands now. Refuses with `not-found`. */
export async function getDocument(db: Db, id: string): Promise<StoredDocument> {
  const row = await db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', '没有这份文书，请回到案件的文书列表重新选择。');
  return documentFromRow(row);
}

/** The document, held until the transaction ends, so that edit, submission, opinion and signature follow one another. */
export async function lockDocument(trx: Db, id: string): Promise<StoredDocument> {
  await trx.selectFrom('documents').select('id').where('id', '=', id).forUpdate().execute();
  return getDocument(trx, id);
}

/** The documents of a case, oldest first. */
export async function listDocuments(db: Db, caseId: string): Promise<StoredDocument[]> {
  const rows = await db
    .selectFrom('documents')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(documentFromRow);
}

/** One version, bytes included. Refuses with `not-found`. */
export async function getDocumentVersion(db: Db, id: string, version: number): Promise<DocumentVersion> {
  const row = await db
    .selectFrom('document_versions')
    .selectAll()
    .where('document_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw new AppError('not-found', `这份文书没有第 ${version} 版，请在版本列表中选择。`);
  return versionFromRow(row);
}

/** Who made which version, newest first; without the bytes. */
export async function listDocumentVersions(
  db: Db,
  id: string,
): Promise<Omit<DocumentVersion, 'docx' | 'draft' | 'text' | 'documentId'>[]> {
  const rows = await db
    .selectFrom('document_versions')
    .select(['version', 'case_revision', 'digest', 'by_user', 'at', 'note'])
    .where('document_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    caseRevision: row.case_revision,
    digest: row.digest,
    by: row.by_user,
    at: row.at,
    note: row.note,
  }));
}

/** What changed between two versions, line by line. Refuses with `not-found`. */
export async function compareVersions(db: Db, id: string, from: number, to: number): Promise<DiffLine[]> {
  const before = await getDocumentVersion(db, id, from);
  const after = await getDocumentVersion(db, id, to);
  return lineDiff(before.text, after.text);
}
