import { getCase } from '../../cases/get-case.ts';
import type { Profile } from '../../corpus/profile.ts';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { lockDocument } from '../../documents/get-document.ts';
import { AppError } from '../../errors.ts';
import { visibleText } from '../../law/visible-text.ts';
import { appendRecord } from '../../records/append-record.ts';
import { blockingFindings, lockScreening, type Screening } from '../screening/screening.ts';
import { conclusionsOf } from './conclusions-of.ts';
import { type Reviewer, requireReviewer } from './require-reviewer.ts';
import { CONCLUSIONS, type Conclusion, getRound, passes, type ReviewRound } from './review-round.ts';

/**
 * 法制审核意见: the reviewer's own conclusion with reasons of at least ten characters, given once and never changed.
 * Refuses with `not-allowed` (see requireReviewer; nor may the one who submitted), `invalid-input` for a conclusion that
 * the profile lacks or missing reasons, `wrong-stage` when the round is closed, a blocking finding has no verdict,
 * or a passing conclusion contradicts a confirmed one.
 */
export async function giveOpinion(
  db: Db,
  input: { roundId: string; conclusion: Conclusion; reasons: string; by: Reviewer; profile: Profile },
): Promise<ReviewRound> {
  const reasons = visibleText(input.reasons).trim();
  const { kinds } = conclusionsOf(input.profile);
  if (!kinds.includes(input.conclusion)) {
    throw new AppError('invalid-input', '本地区的审核结论中没有这一项，请在列出的结论中选择。', {
      faults: [
        {
          path: 'conclusion',
          expected: kinds.map((entry) => CONCLUSIONS[entry]).join('、'),
        },
      ],
    });
  }
  if ([...reasons].length < 10) {
    throw new AppError('invalid-input', '请写明审核意见的理由，至少十个字。', {
      faults: [{ path: 'reasons', expected: '至少十个字' }],
    });
  }
  return transact(db, async (trx) => {
    const document = await lockDocument(trx, (await getRound(trx, input.roundId)).documentId);
    const round = await getRound(trx, input.roundId);
    const stored = await getCase(trx, document.caseId);
    requireReviewer(stored, input.by);
    if (round.submittedBy === input.by.id) {
      throw new AppError('not-allowed', '送审人不能审核自己提交的文书，请由其他法制审核人员审核。');
    }
    if (round.opinionAt) throw new AppError('wrong-stage', '这一轮审核意见已经出具，不能更改。');
    if (round.withdrawnAt || document.state !== 'in-review' || document.version !== round.version) {
      throw new AppError('wrong-stage', '这一轮送审已经撤回（文书有了新版），请等待承办人重新送审。');
    }
    const screening = await lockScreening(trx, round.screeningId);
    requireVerdicts(screening, input.conclusion);
    if (passes(input.conclusion) && stored.revision !== round.caseRevision) {
      throw new AppError('wrong-stage', '送审后案件有改动，不能通过；请退回承办人核对后重新送审。');
    }
    await trx
      .updateTable('review_rounds')
      .set({ reviewer: input.by.id, conclusion: input.conclusion, reasons, opinion_at: new Date() })
      .where('id', '=', round.id)
      .execute();
    await trx
      .updateTable('documents')
      .set({ state: passes(input.conclusion) ? 'passed' : 'returned' })
      .where('id', '=', document.id)
      .execute();
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: '出具法制审核意见',
      object: `document:${document.id}`,
      digest: round.digest,
      detail: {
        name: input.by.name,
        case: stored.id,
        round: round.id,
        version: round.version,
        conclusion: input.conclusion,
        reasons,
      },
    });
    return getRound(trx, round.id);
  });
}

function requireVerdicts(screening: Screening, conclusion: Conclusion): void {
  const verdicts = new Map(screening.verdicts.map((verdict) => [verdict.rule, verdict.verdict]));
  const blocking = blockingFindings(screening);
  const open = blocking.filter((finding) => !verdicts.has(finding.rule));
  if (open.length > 0) {
    const list = open.map((finding) => finding.rule).join('、');
    throw new AppError(
      'wrong-stage',
      `还有 ${open.length} 项不符合的发现没有处理（${list}），请逐项确认或者说明理由不采纳。`,
    );
  }
  if (!passes(conclusion)) return;
  const standing = blocking.filter((finding) => verdicts.get(finding.rule) !== 'overruled');
  if (standing.length > 0) {
    const list = standing.map((finding) => finding.rule).join('、');
    throw new AppError(
      'wrong-stage',
      `不符合的发现（${list}）已经确认或者尚待承办人答复，不能作出“${CONCLUSIONS[conclusion]}”的结论；请选择其他结论，或者说明理由不采纳这些发现。`,
    );
  }
}
