import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { HearingTables } from '../db/hearing-tables.ts';
import { AppError } from '../errors.ts';
import type { SpeakerRole } from './speaker-roles.ts';

/** What is said in a record, or of what was said left out of it, with the sentences of the transcript that it stands for. */
export interface RecordLine {
  id: number;
  /** The key of a part, or `left-out`. */
  part: string;
  text: string;
  /** What the transcript says: what `text` was before a person changed it. */
  heard: string;
  role?: SpeakerRole;
  speaker?: string;
  /** Ids of sentences; none where nothing was transcribed between `start` and `end`. */
  segments: number[];
  start: number;
  end: number;
  /** Why it is left out. */
  reason?: string;
}

/** 到场情况 of one person. */
export interface Attendance {
  role: SpeakerRole;
  name: string;
  present: boolean;
}

/** What a record says, one version of it. */
export interface RecordBody {
  head: Record<string, string>;
  attendance: Attendance[];
  lines: RecordLine[];
  /** Parts in which nothing was said, each with the reason. */
  empty: Record<string, string>;
}

/** How one person who was present confirmed the record. */
export interface Confirmed {
  role: SpeakerRole;
  name: string;
  outcome: 'signed' | 'refused';
  /** Why a person refused, as the presiding officer noted it. */
  reason?: string;
}

/** 核对、签名: what makes a draft a record. */
export interface Confirmation {
  /** Pages that were signed, each at its foot. */
  pages: number;
  checked: 'read' | 'read-out';
  /** What those present wanted added or corrected. */
  corrections: string;
  /** YYYY-MM-DD. */
  signedOn: string;
  people: Confirmed[];
  /** Who noted the refusals: the presiding officer. */
  refusalNotedBy?: string;
}

/** 笔录, or what will be one. */
export interface HearingRecord {
  id: string;
  recordingId: string;
  transcriptId: string;
  version: number;
  transcriptRevision: number;
  body: RecordBody;
  confirmed?: Confirmation & { at: Date; by: string; digest: string };
  madeBy: string;
  madeAt: Date;
}

export const LEFT_OUT = 'left-out';

/** The record in its latest version. Refuses with `not-found`. */
export async function getHearingRecord(db: Db, id: string): Promise<HearingRecord> {
  const row = await db.selectFrom('hearing_records').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', '没有这份笔录，请回到录音录像页面重新选择。');
  const version = await db
    .selectFrom('hearing_record_versions')
    .selectAll()
    .where('record_id', '=', id)
    .where('version', '=', row.version)
    .executeTakeFirstOrThrow();
  return recordFromRows(row, version);
}

/** The records of a recording, the latest first: which there are and how they stand. */
export async function listHearingRecords(
  db: Db,
  recordingId: string,
): Promise<{ id: string; transcriptId: string; version: number; isConfirmed: boolean; madeAt: Date }[]> {
  const rows = await db
    .selectFrom('hearing_records')
    .select(['id', 'transcript_id', 'version', 'confirmed_at', 'made_at'])
    .where('recording_id', '=', recordingId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    transcriptId: row.transcript_id,
    version: row.version,
    isConfirmed: row.confirmed_at !== null,
    madeAt: row.made_at,
  }));
}

function recordFromRows(
  row: Selectable<HearingTables['hearing_records']>,
  version: Selectable<HearingTables['hearing_record_versions']>,
): HearingRecord {
  return {
    id: row.id,
    recordingId: row.recording_id,
    transcriptId: row.transcript_id,
    version: row.version,
    transcriptRevision: version.transcript_revision,
    body: version.body as RecordBody,
    ...(row.confirmed_at
      ? {
          confirmed: {
            ...(row.confirmation as Confirmation),
            at: row.confirmed_at,
            by: row.confirmed_by ?? '',
            digest: row.digest ?? '',
          },
        }
      : {}),
    madeBy: row.made_by,
    madeAt: row.made_at,
  };
}
