import { getCase } from '../../cases/get-case.ts';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { AppError } from '../../errors.ts';
import { visibleText } from '../../law/visible-text.ts';
import { appendRecord } from '../../records/append-record.ts';
import { getScreening, lockScreening, type Screening, type Verdict } from '../screening/screening.ts';
import { requireBrief } from './require-brief.ts';
import { requireNoOpinion } from './require-no-opinion.ts';
import { type Reviewer, requireReviewer } from './require-reviewer.ts';

const NAMES = { confirmed: '确认发现', overruled: '不采纳发现', asked: '就发现询问承办人' } as const;

/**
 * The reviewer confirms a finding, overrules it (a reason of at least four characters), or asks the handler.
 * A verdict can be changed until the opinion that rests on it is given. Refuses with `not-allowed` (see
 * requireReviewer), `not-found` for an unknown rule, `invalid-input` without a reason, `wrong-stage` afterwards.
 */
export async function giveVerdict(
  db: Db,
  input: { screeningId: string; rule: string; verdict: Verdict['verdict']; reason?: string; by: Reviewer },
): Promise<Screening> {
  const reason = visibleText(input.reason ?? '').trim();
  if (input.verdict !== 'confirmed' && [...reason].length < 4) {
    const what = input.verdict === 'overruled' ? '不采纳的理由' : '要询问的问题';
    throw new AppError('invalid-input', `请写明${what}，至少四个字。`, {
      faults: [{ path: 'reason', expected: '至少四个字' }],
    });
  }
  requireBrief('reason', reason);
  return transact(db, async (trx) => {
    const screening = await lockScreening(trx, input.screeningId);
    const stored = await getCase(trx, screening.caseId);
    requireReviewer(stored, input.by);
    if (!screening.findings.some((finding) => finding.rule === input.rule)) {
      throw new AppError('not-found', `这次审查中没有规则“${input.rule}”的发现，请刷新后重试。`);
    }
    await requireNoOpinion(trx, screening.id);
    // A new question is answered anew; what was answered before stands in the record.
    const asked = input.verdict === 'asked' ? { reply: null, reply_by: null, reply_at: null } : {};
    const values = { verdict: input.verdict, reason, by_user: input.by.id, at: new Date(), ...asked };
    await trx
      .insertInto('finding_verdicts')
      .values({ screening_id: screening.id, rule: input.rule, ...values })
      .onConflict((conflict) => conflict.columns(['screening_id', 'rule']).doUpdateSet(values))
      .execute();
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: NAMES[input.verdict],
      object: `case:${screening.caseId}`,
      detail: { name: input.by.name, screening: screening.id, rule: input.rule, reason },
    });
    return getScreening(trx, screening.id);
  });
}
