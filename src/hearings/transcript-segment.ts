import type { Selectable } from 'kysely';
import type { HearingTables } from '../db/hearing-tables.ts';
import type { SpeakerRole } from './speaker-roles.ts';

/** A span of code points in a text, the end exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** One sentence of a kept transcript. Times in seconds from the start of the recording; both 0 where none is known. */
export interface KeptSegment {
  id: number;
  start: number;
  end: number;
  text: string;
  role?: SpeakerRole;
  /** Who it is, as the imported text or a person says. */
  speaker?: string;
  confidence?: number;
  channel?: number;
  /** Words that nobody has confirmed yet. */
  uncertain: Span[];
  /** The revision of the transcript that last touched it. */
  version: number;
}

export function segmentFromRow(row: Selectable<HearingTables['transcript_segments']>): KeptSegment {
  return {
    id: row.id,
    start: row.start_s,
    end: row.end_s,
    text: row.text,
    ...(row.role === null ? {} : { role: row.role as SpeakerRole }),
    ...(row.speaker === null ? {} : { speaker: row.speaker }),
    ...(row.confidence === null ? {} : { confidence: row.confidence }),
    ...(row.channel === null ? {} : { channel: row.channel }),
    uncertain: row.uncertain as Span[],
    version: row.version,
  };
}

export function rowFromSegment(transcriptId: string, segment: KeptSegment) {
  return {
    transcript_id: transcriptId,
    id: segment.id,
    start_s: segment.start,
    end_s: segment.end,
    text: segment.text,
    role: segment.role ?? null,
    speaker: segment.speaker ?? null,
    confidence: segment.confidence ?? null,
    channel: segment.channel ?? null,
    uncertain: JSON.stringify(segment.uncertain),
    version: segment.version,
  };
}
