import { rm } from 'node:fs/promises';
import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { HearingTables, RecordingKind } from '../db/hearing-tables.ts';
import { AppError } from '../errors.ts';
import { incomingPlace } from './recording-place.ts';
import { forgetDigest } from './running-digest.ts';

/** A recording on its way in: `received` of its `bytes` are on the disk. */
export interface RecordingUpload {
  id: string;
  caseId: string;
  kind: RecordingKind;
  name: string;
  bytes: number;
  received: number;
  began?: string;
  ended?: string;
  by: string;
  begunAt: Date;
}

/** Refuses with `not-found`. */
export async function getUpload(db: Db, id: string): Promise<RecordingUpload> {
  const row = await db.selectFrom('recording_uploads').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) {
    throw new AppError('not-found', '没有这次上传：可能已经存完，也可能已被放弃；请刷新录音录像页面查看。');
  }
  return uploadFromRow(row);
}

/** What has been begun and not finished in a case, the earliest first. */
export async function listUploads(db: Db, caseId: string): Promise<RecordingUpload[]> {
  const rows = await db
    .selectFrom('recording_uploads')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('begun_at')
    .orderBy('id')
    .execute();
  return rows.map(uploadFromRow);
}

/** Gives an upload up, with what came of it. Refuses with `not-allowed` for anyone but who began it. */
export async function dropUpload(
  db: Db,
  input: { dataFolder: string; id: string; by: { id: string } },
): Promise<RecordingUpload> {
  const upload = await getUpload(db, input.id);
  requireOwn(upload, input.by);
  await db.deleteFrom('recording_uploads').where('id', '=', upload.id).execute();
  const { path } = incomingPlace(input.dataFolder, upload.id);
  forgetDigest(path);
  await rm(path, { force: true });
  return upload;
}

/** Refuses with `not-allowed` unless this person began the upload. */
export function requireOwn(upload: RecordingUpload, by: { id: string }): void {
  if (upload.by !== by.id) {
    throw new AppError('not-allowed', '这次上传由他人开始，只能由他继续或者放弃；您可以另行存入。');
  }
}

export function uploadFromRow(row: Selectable<HearingTables['recording_uploads']>): RecordingUpload {
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    name: row.name,
    bytes: row.bytes,
    received: row.received,
    ...(row.began ? { began: row.began } : {}),
    ...(row.ended ? { ended: row.ended } : {}),
    by: row.by_user,
    begunAt: row.begun_at,
  };
}
