import { randomUUID } from 'node:crypto';
import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { visibleText } from '../law/visible-text.ts';
import type { Dropped, Segment } from '../models/speech/transcript.ts';
import { appendRecord } from '../records/append-record.ts';
import { getTranscript, type KeptTranscript, TRANSCRIPT_SOURCES } from './kept-transcript.ts';
import { getRecording } from './recording.ts';
import { roleOfSpeaker } from './speaker-roles.ts';
import { type KeptSegment, rowFromSegment } from './transcript-segment.ts';

/** Rows that go to the database at once: eleven values each, of which a statement takes 65,535. */
const AT_ONCE = 1000;

/** What a transcript is made of. */
interface NewTranscript {
  recordingId: string;
  source: KeptTranscript['source'];
  segments: Segment[];
  engine?: string;
  model?: string | null;
  seconds?: number;
  dropped?: Dropped[];
  remarks?: string[];
  /** The file that it was imported from. */
  file?: string;
}

/**
 * Keeps a new transcript of a recording; those there are stay. Speakers that the text names get the role that their
 * name stands for. Refuses with `not-allowed` for anyone but a handler of the case.
 */
export async function makeTranscript(db: Db, input: NewTranscript & { by: Actor }): Promise<KeptTranscript> {
  return transact(db, async (trx) => {
    const recording = await getRecording(trx, input.recordingId);
    const stored = await getCase(trx, recording.caseId);
    requireHandler(stored, input.by);
    const id = randomUUID();
    await trx
      .insertInto('transcripts')
      .values({
        id,
        recording_id: recording.id,
        source: input.source,
        engine: input.engine ?? null,
        model: input.model ?? null,
        seconds: input.seconds ?? null,
        dropped: JSON.stringify(input.dropped ?? []),
        remarks: JSON.stringify(input.remarks ?? []),
        file: input.file ?? null,
        made_by: input.by.id,
      })
      .execute();
    const rows = input.segments.map((segment, index) => {
      const role = segment.speaker === undefined ? undefined : roleOfSpeaker(segment.speaker, stored.file);
      return rowFromSegment(id, { ...keptOf(segment, index + 1), ...(role ? { role } : {}) });
    });
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      await trx
        .insertInto('transcript_segments')
        .values(rows.slice(at, at + AT_ONCE))
        .execute();
    }
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: `生成转写稿（${TRANSCRIPT_SOURCES[input.source]}）`,
      object: `case:${recording.caseId}`,
      digest: recording.sha256,
      detail: {
        name: input.by.name,
        recording: recording.id,
        transcript: id,
        engine: input.engine ?? null,
        model: input.model ?? null,
        segments: rows.length,
        dropped: input.dropped?.length ?? 0,
        ...(input.file === undefined ? {} : { file: input.file }),
      },
    });
    return getTranscript(trx, id);
  });
}

function keptOf(segment: Segment, id: number): KeptSegment {
  const text = visibleText(segment.text);
  return {
    id,
    start: segment.start,
    end: segment.end,
    text,
    ...(segment.speaker === undefined ? {} : { speaker: visibleText(segment.speaker) }),
    ...(segment.confidence === undefined ? {} : { confidence: segment.confidence }),
    ...(segment.channel === undefined ? {} : { channel: segment.channel }),
    // Where signs were taken out the places no longer hold.
    uncertain: text === segment.text ? (segment.uncertain ?? []) : [],
    version: 0,
  };
}
