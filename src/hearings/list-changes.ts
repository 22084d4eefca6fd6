import type { Db } from '../db/database.ts';
import type { Changed } from './change-transcript.ts';
import type { Edit } from './edit.ts';
import { getTranscript } from './kept-transcript.ts';
import { type KeptSegment, segmentFromRow } from './transcript-segment.ts';

/** One change of a transcript, as it was logged. Times in seconds. */
export interface TranscriptChange {
  revision: number;
  kind: Edit['act'];
  from: number;
  to: number;
  before: KeptSegment[];
  after: KeptSegment[];
  undoes?: number;
  by: string;
  at: Date;
}

/** The latest first. */
export async function listChanges(
  db: Db,
  transcriptId: string,
  options: { limit: number; below?: number | undefined },
): Promise<TranscriptChange[]> {
  const rows = await db
    .selectFrom('transcript_changes')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .$if(options.below !== undefined, (query) => query.where('revision', '<', options.below!))
    .orderBy('revision', 'desc')
    .limit(options.limit)
    .execute();
  return rows.map((row) => ({
    revision: row.revision,
    kind: row.kind as Edit['act'],
    from: row.from_s,
    to: row.to_s,
    before: row.before as KeptSegment[],
    after: row.after as KeptSegment[],
    ...(row.undoes === null ? {} : { undoes: row.undoes }),
    by: row.by_user,
    at: row.at,
  }));
}

/** What became of a transcript since a revision, whoever changed it. */
export async function changedSince(db: Db, transcriptId: string, revision: number): Promise<Changed> {
  const transcript = await getTranscript(db, transcriptId);
  if (transcript.revision === revision) return { revision, segments: [], removed: [] };
  const changes = await db
    .selectFrom('transcript_changes')
    .select('before')
    .where('transcript_id', '=', transcriptId)
    .where('revision', '>', revision)
    .execute();
  const rows = await db
    .selectFrom('transcript_segments')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .where('version', '>', revision)
    .execute();
  const segments = rows.map(segmentFromRow);
  const touched = new Set(changes.flatMap(({ before }) => (before as KeptSegment[]).map(({ id }) => id)));
  for (const { id } of segments) touched.delete(id);
  return { revision: transcript.revision, segments, removed: [...touched] };
}
