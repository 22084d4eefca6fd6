import type { ColumnType, Generated } from 'kysely';
import type { Json, Moment } from './tables.ts';

/** The rows of recordings and their transcripts. Times within a recording in seconds. */

export type RecordingKind = 'hearing' | 'inspection' | 'interview' | 'service';

export interface RecordingRow {
  id: string;
  case_id: string;
  kind: RecordingKind;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  /** Beijing time, YYYY-MM-DDTHH:MM. */
  began: string | null;
  ended: string | null;
  kept_by: string;
  kept_at: Moment;
}

interface RecordingUploadRow {
  id: string;
  case_id: string;
  kind: RecordingKind;
  name: string;
  bytes: number;
  /** When the file was last changed, in milliseconds, as its browser says: with name and size it tells it again. */
  modified: number;
  received: Generated<number>;
  began: string | null;
  ended: string | null;
  by_user: string;
  begun_at: Moment;
}

export interface TranscriptRow {
  id: string;
  recording_id: string;
  revision: Generated<number>;
  source: 'engine' | 'import' | 'typed';
  engine: string | null;
  model: string | null;
  seconds: number | null;
  dropped: Json;
  remarks: Json;
  /** The file that it was imported from. */
  file: string | null;
  made_by: string;
  made_at: Moment;
}

export interface TranscriptSegmentRow {
  transcript_id: string;
  id: number;
  start_s: number;
  end_s: number;
  text: string;
  role: string | null;
  speaker: string | null;
  confidence: number | null;
  channel: number | null;
  uncertain: Json;
  version: Generated<number>;
}

export interface TranscriptChangeRow {
  transcript_id: string;
  revision: number;
  kind: string;
  from_s: number;
  to_s: number;
  before: Json;
  after: Json;
  undoes: number | null;
  by_user: string;
  at: Moment;
}

interface TranscriptEditorRow {
  transcript_id: string;
  person_id: string;
  seen_at: Moment;
}

interface HearingRecordRow {
  id: string;
  recording_id: string;
  transcript_id: string;
  version: number;
  confirmed_at: ColumnType<Date | null, Date | null | undefined, Date>;
  confirmed_by: string | null;
  confirmation: ColumnType<unknown, string | null, string>;
  digest: string | null;
  made_by: string;
  made_at: Moment;
}

interface HearingRecordVersionRow {
  record_id: string;
  version: number;
  transcript_revision: number;
  body: Json;
  note: string;
  by_user: string;
  at: Moment;
}

export interface HearingTables {
  hearing_records: HearingRecordRow;
  hearing_record_versions: HearingRecordVersionRow;
  recordings: RecordingRow;
  recording_uploads: RecordingUploadRow;
  transcripts: TranscriptRow;
  transcript_segments: TranscriptSegmentRow;
  transcript_changes: TranscriptChangeRow;
  transcript_editors: TranscriptEditorRow;
}
