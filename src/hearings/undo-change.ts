import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import type { Replacement } from './apply-edit.ts';
import { type KeptSegment, segmentFromRow } from './transcript-segment.ts';

/**
 * What takes back this person's latest change that still stands. Refuses with `wrong-stage` where there is none,
 * `conflict` when somebody has changed the same sentences since.
 */
export async function replacementUndoing(
  trx: Db,
  transcriptId: string,
  personId: string,
): Promise<Replacement & { undoes: number }> {
  const undone = trx
    .selectFrom('transcript_changes')
    .select('undoes')
    .where('transcript_id', '=', transcriptId)
    .where('undoes', 'is not', null);
  const last = await trx
    .selectFrom('transcript_changes')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .where('by_user', '=', personId)
    .where('undoes', 'is', null)
    .where('revision', 'not in', undone)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) throw new AppError('wrong-stage', '没有可以撤销的修改。');
  const made = last.after as KeptSegment[];
  const former = last.before as KeptSegment[];
  const ids = [...new Set([...made, ...former].map(({ id }) => id))];
  const rows = await trx
    .selectFrom('transcript_segments')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .where('id', 'in', ids)
    .execute();
  const now = rows.map(segmentFromRow);
  const unchanged =
    now.length === made.length &&
    made.every((one) => now.some((other) => other.id === one.id && saysSame(one, other)));
  if (!unchanged) {
    throw new AppError('conflict', '这一步改过的句子后来又有改动，不能直接撤销；请在现在的内容上修改。');
  }
  return { before: now, after: former, undoes: last.revision };
}

/** An undone later change leaves a sentence as it was under a later version. */
function saysSame(one: KeptSegment, other: KeptSegment): boolean {
  const plain = ({ start, end, text, role, speaker, uncertain }: KeptSegment) =>
    JSON.stringify([start, end, text, role ?? null, speaker ?? null, uncertain.map((s) => [s.from, s.to])]);
  return plain(one) === plain(other);
}
