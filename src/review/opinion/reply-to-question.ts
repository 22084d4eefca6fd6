import { getCase } from '../../cases/get-case.ts';
import { requireHandler } from '../../cases/save-case.ts';
import type { Actor } from '../../cases/stored-case.ts';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { AppError } from '../../errors.ts';
import { visibleText } from '../../law/visible-text.ts';
import { appendRecord } from '../../records/append-record.ts';
import { getScreening, lockScreening, type Screening } from '../screening/screening.ts';
import { requireBrief } from './require-brief.ts';
import { requireNoOpinion } from './require-no-opinion.ts';

/**
 * The handler answers what the reviewer asked about a finding. A later reply takes the place of an earlier one; the record
 * keeps both. Refuses with `not-allowed` for anyone but the case's handlers, `wrong-stage` where nothing was asked or the opinion was given,
 * `invalid-input` without words.
 */
export async function replyToQuestion(
  db: Db,
  input: { screeningId: string; rule: string; reply: string; by: Actor },
): Promise<Screening> {
  const reply = visibleText(input.reply).trim();
  if ([...reply].length < 2) {
    throw new AppError('invalid-input', '请写明对审核人员询问的答复。', {
      faults: [{ path: 'reply', expected: '至少两个字' }],
    });
  }
  requireBrief('reply', reply);
  return transact(db, async (trx) => {
    const screening = await lockScreening(trx, input.screeningId);
    requireHandler(await getCase(trx, screening.caseId), input.by);
    await requireNoOpinion(trx, screening.id);
    const changed = await trx
      .updateTable('finding_verdicts')
      .set({ reply, reply_by: input.by.id, reply_at: new Date() })
      .where('screening_id', '=', screening.id)
      .where('rule', '=', input.rule)
      .where('verdict', '=', 'asked')
      .returning('rule')
      .executeTakeFirst();
    if (!changed) throw new AppError('wrong-stage', '审核人员没有就这项发现询问，无须答复；请刷新页面查看。');
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: '答复审核人员的询问',
      object: `case:${screening.caseId}`,
      detail: { name: input.by.name, screening: screening.id, rule: input.rule, reply },
    });
    return getScreening(trx, screening.id);
  });
}
