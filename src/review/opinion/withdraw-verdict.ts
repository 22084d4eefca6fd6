import { getCase } from '../../cases/get-case.ts';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { appendRecord } from '../../records/append-record.ts';
import { getScreening, lockScreening, type Screening } from '../screening/screening.ts';
import { requireNoOpinion } from './require-no-opinion.ts';
import { type Reviewer, requireReviewer } from './require-reviewer.ts';

/**
 * Takes back what was said to a finding, so that it stands unanswered again; the record keeps both.
 * Refuses with `not-allowed` (see requireReviewer), and with `wrong-stage` once an opinion rests on it.
 */
export async function withdrawVerdict(
  db: Db,
  input: { screeningId: string; rule: string; by: Reviewer },
): Promise<Screening> {
  return transact(db, async (trx) => {
    const screening = await lockScreening(trx, input.screeningId);
    requireReviewer(await getCase(trx, screening.caseId), input.by);
    await requireNoOpinion(trx, screening.id);
    const gone = await trx
      .deleteFrom('finding_verdicts')
      .where('screening_id', '=', screening.id)
      .where('rule', '=', input.rule)
      .returning('rule')
      .executeTakeFirst();
    if (gone) {
      await appendRecord(trx, {
        actor: input.by.id,
        actorRole: input.by.role,
        action: '撤回对发现的意见',
        object: `case:${screening.caseId}`,
        detail: { name: input.by.name, screening: screening.id, rule: input.rule },
      });
    }
    return getScreening(trx, screening.id);
  });
}
