import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { applyEdit, type Replacement } from './apply-edit.ts';
import type { Edit } from './edit.ts';
import { getTranscript } from './kept-transcript.ts';
import { getRecording } from './recording.ts';
import { type KeptSegment, rowFromSegment, segmentFromRow } from './transcript-segment.ts';
import { replacementUndoing } from './undo-change.ts';

/** What became of a transcript: its revision, the sentences as they now are, those that are gone. */
export interface Changed {
  revision: number;
  segments: KeptSegment[];
  removed: number[];
}

/**
 * Does one edit and keeps what stood there before and after; an edit that changes nothing adds nothing. `seen` gives for
 * each sentence that the edit names the version that the person looked at. Refuses with `conflict` when somebody has
 * changed one of them since, `not-allowed` for anyone but a handler of the case, `wrong-stage` when nothing can be undone.
 */
export async function changeTranscript(
  db: Db,
  input: { transcriptId: string; edit: Edit; seen?: Record<string, number> | undefined; by: Actor },
): Promise<Changed> {
  const { transcriptId, edit, by } = input;
  return transact(db, async (trx) => {
    await trx.selectFrom('transcripts').select('id').where('id', '=', transcriptId).forUpdate().execute();
    const transcript = await getTranscript(trx, transcriptId);
    const recording = await getRecording(trx, transcript.recordingId);
    requireHandler(await getCase(trx, recording.caseId), by);
    await requireOpen(trx, transcriptId);
    let made: Replacement & { undoes?: number };
    if (edit.act === 'undo') made = await replacementUndoing(trx, transcriptId, by.id);
    else {
      const segments = await named(trx, transcriptId, edit);
      requireSeen(segments, edit, input.seen);
      const makesOne = edit.act === 'split' || edit.act === 'add';
      made = applyEdit(edit, segments, makesOne ? await freeId(trx, transcriptId) : 0);
    }
    if (made.before.length === 0 && made.after.length === 0) {
      return { revision: transcript.revision, segments: [], removed: [] };
    }
    const revision = transcript.revision + 1;
    const after = made.after.map((segment) => ({ ...segment, version: revision }));
    const touched = [...made.before, ...after];
    await replace(trx, transcriptId, made.before, after);
    await trx.updateTable('transcripts').set({ revision }).where('id', '=', transcriptId).execute();
    await trx
      .insertInto('transcript_changes')
      .values({
        transcript_id: transcriptId,
        revision,
        kind: edit.act,
        from_s: Math.min(...touched.map(({ start }) => start)),
        to_s: Math.max(...touched.map(({ end }) => end)),
        before: JSON.stringify(made.before),
        after: JSON.stringify(after),
        undoes: made.undoes ?? null,
        by_user: by.id,
      })
      .execute();
    const kept = new Set(after.map(({ id }) => id));
    return {
      revision,
      segments: after,
      removed: made.before.map(({ id }) => id).filter((id) => !kept.has(id)),
    };
  });
}

/** What a record was made of and signed stays as it was. */
async function requireOpen(trx: Db, transcriptId: string): Promise<void> {
  const signed = await trx
    .selectFrom('hearing_records')
    .select('id')
    .where('transcript_id', '=', transcriptId)
    .where('confirmed_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (signed) {
    throw new AppError('wrong-stage', '由这份转写稿整理的笔录已经核对签名，转写稿不能再改。');
  }
}

async function named(trx: Db, transcriptId: string, edit: Exclude<Edit, { act: 'undo' }>) {
  if (edit.act === 'add') return [];
  const ids = idsOf(edit);
  const rows = await trx
    .selectFrom('transcript_segments')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids!))
    .orderBy('start_s')
    .orderBy('id')
    .execute();
  return rows.map(segmentFromRow);
}

/** The sentences that an edit names; `undefined` where it goes over all of them. */
function idsOf(edit: Edit): number[] | undefined {
  if ('ids' in edit) return edit.ids;
  if (edit.act === 'merge') return [edit.id, edit.next];
  return 'id' in edit ? [edit.id] : undefined;
}

function requireSeen(segments: KeptSegment[], edit: Edit, seen: Record<string, number> | undefined): void {
  if (!seen || edit.act === 'replace') return;
  const stale = segments.find(({ id, version }) => seen[id] !== undefined && seen[id] !== version);
  if (stale) {
    throw new AppError(
      'conflict',
      '这一句在您修改时已被他人改过，您的这一步没有保存；请看过现在的内容再改。',
      { faults: [{ path: `segments.${stale.id}`, expected: `第 ${stale.version} 次修改后的内容` }] },
    );
  }
}

/** A sentence that was taken out may come back under its number. */
async function freeId(trx: Db, transcriptId: string): Promise<number> {
  const there = await trx
    .selectFrom('transcript_segments')
    .select((select) => select.fn.max('id').as('most'))
    .where('transcript_id', '=', transcriptId)
    .executeTakeFirst();
  const once = await trx
    .selectFrom('transcript_changes')
    .select('before')
    .where('transcript_id', '=', transcriptId)
    .where('kind', 'in', ['remove', 'merge', 'undo'])
    .execute();
  const gone = once.flatMap(({ before }) => (before as KeptSegment[]).map(({ id }) => id));
  return gone.reduce((most, id) => Math.max(most, id), there?.most ?? 0) + 1;
}

async function replace(
  trx: Db,
  transcriptId: string,
  before: KeptSegment[],
  after: KeptSegment[],
): Promise<void> {
  if (before.length > 0) {
    await trx
      .deleteFrom('transcript_segments')
      .where('transcript_id', '=', transcriptId)
      .where(
        'id',
        'in',
        before.map(({ id }) => id),
      )
      .execute();
  }
  for (let at = 0; at < after.length; at += 1000) {
    const rows = after.slice(at, at + 1000).map((segment) => rowFromSegment(transcriptId, segment));
    await trx.insertInto('transcript_segments').values(rows).execute();
  }
}
