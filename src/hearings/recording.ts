import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { RecordingKind, RecordingRow } from '../db/hearing-tables.ts';
import { AppError } from '../errors.ts';

/** 录音录像的环节, each with the word for it. */
export const RECORDING_KINDS: Record<RecordingKind, string> = {
  hearing: '听证',
  inspection: '检查',
  interview: '询问',
  service: '送达',
};

/** 录音录像 of a case, as it was handed in. */
export interface Recording {
  id: string;
  caseId: string;
  kind: RecordingKind;
  name: string;
  /** As its bytes say, such as `audio/wav`. */
  mediaType: string;
  bytes: number;
  sha256: string;
  /** When it was recorded: Beijing time, `YYYY-MM-DDTHH:MM`. */
  began?: string;
  ended?: string;
  keptBy: string;
  keptAt: Date;
}

/** Refuses with `not-found`. */
export async function getRecording(db: Db, id: string): Promise<Recording> {
  const row = await db.selectFrom('recordings').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', '没有这段录音录像，请回到案件的录音录像页面重新选择。');
  return fromRow(row);
}

/** The recordings of a case, the earliest kept first. */
export async function listRecordings(db: Db, caseId: string): Promise<Recording[]> {
  const rows = await db
    .selectFrom('recordings')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('kept_at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** How many recordings a case has. */
export async function countRecordings(db: Db, caseId: string): Promise<number> {
  const { count } = await db
    .selectFrom('recordings')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function fromRow(row: Selectable<RecordingRow>): Recording {
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    ...(row.began ? { began: row.began } : {}),
    ...(row.ended ? { ended: row.ended } : {}),
    keptBy: row.kept_by,
    keptAt: row.kept_at,
  };
}
