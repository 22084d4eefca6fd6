import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { HearingTables } from '../db/hearing-tables.ts';
import { AppError } from '../errors.ts';
import type { Dropped } from '../models/speech/transcript.ts';
import { type KeptSegment, segmentFromRow } from './transcript-segment.ts';

/** 转写稿 as kept. `revision` counts its changes. */
export interface KeptTranscript {
  id: string;
  recordingId: string;
  revision: number;
  source: 'engine' | 'import' | 'typed';
  engine?: string;
  model?: string;
  /** How long the recording is, where the engine measured it. */
  seconds?: number;
  /** What the filters of the engine took out. */
  dropped: Dropped[];
  /** What a person should know of the recording. */
  remarks: string[];
  /** The file that it was imported from. */
  file?: string;
  madeBy: string;
  madeAt: Date;
}

export const TRANSCRIPT_SOURCES: Record<KeptTranscript['source'], string> = {
  engine: '语音识别',
  import: '导入',
  typed: '录入',
};

/** Refuses with `not-found`. */
export async function getTranscript(db: Db, id: string): Promise<KeptTranscript> {
  const row = await db.selectFrom('transcripts').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', '没有这份转写稿，请回到录音录像页面重新选择。');
  return transcriptFromRow(row);
}

/** The transcripts of a recording, the latest first. */
export async function listTranscripts(db: Db, recordingId: string): Promise<KeptTranscript[]> {
  const rows = await db
    .selectFrom('transcripts')
    .selectAll()
    .where('recording_id', '=', recordingId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(transcriptFromRow);
}

/** Its sentences in their order. */
export async function segmentsOf(db: Db, transcriptId: string): Promise<KeptSegment[]> {
  const rows = await db
    .selectFrom('transcript_segments')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .orderBy('start_s')
    .orderBy('end_s')
    .orderBy('id')
    .execute();
  return rows.map(segmentFromRow);
}

function transcriptFromRow(row: Selectable<HearingTables['transcripts']>): KeptTranscript {
  return {
    id: row.id,
    recordingId: row.recording_id,
    revision: row.revision,
    source: row.source,
    ...(row.engine === null ? {} : { engine: row.engine }),
    ...(row.model === null ? {} : { model: row.model }),
    ...(row.seconds === null ? {} : { seconds: row.seconds }),
    dropped: row.dropped as Dropped[],
    remarks: row.remarks as string[],
    ...(row.file === null ? {} : { file: row.file }),
    madeBy: row.made_by,
    madeAt: row.made_at,
  };
}
