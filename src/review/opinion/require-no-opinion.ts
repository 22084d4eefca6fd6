import type { Db } from '../../db/database.ts';
import { AppError } from '../../errors.ts';

/** Refuses with `wrong-stage` once an opinion rests on the screening: what was said to its findings then stands. */
export async function requireNoOpinion(trx: Db, screeningId: string): Promise<void> {
  const closed = await trx
    .selectFrom('review_rounds')
    .select('id')
    .where('screening_id', '=', screeningId)
    .where('opinion_at', 'is not', null)
    .executeTakeFirst();
  if (closed) {
    throw new AppError('wrong-stage', '依据这次审查的审核意见已经出具，不能再改；请重新审查、重新送审。');
  }
}
