import { randomUUID } from 'node:crypto';
import type { CaseFile } from '../../cases/case-file.ts';
import { getCase } from '../../cases/get-case.ts';
import { penaltyFile } from '../../cases/penalty-file.ts';
import { requireHandler, saveCase } from '../../cases/save-case.ts';
import type { Actor, StoredCase } from '../../cases/stored-case.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { AppError } from '../../errors.ts';
import { yuan } from '../../law/money.ts';
import { visibleText } from '../../law/visible-text.ts';
import { appendRecord } from '../../records/append-record.ts';
import { findTier } from '../find-tier.ts';
import type { TierResult } from '../tier-result.ts';
import { departureOf } from './departure-of.ts';
import { outsideStatute } from './outside-statute.ts';

export interface GivenReason {
  caseId: string;
  expectedRevision: number;
  /** 个案的特殊事实. */
  facts: string;
  /** Why the tier does not fit them. */
  reason: string;
  /** Ids of evidence that shows the facts. */
  evidence: string[];
  by: Actor;
}

/**
 * A handler states why the fine leaves the tier. File, reason and record are kept together; former approval and notice
 * were of another reason and go. Refuses with `not-allowed` for others, `conflict` on another revision, `invalid-input`
 * without facts, reason or evidence, and `wrong-stage` where no fine is proposed, it stays inside its tier, or it lies
 * outside the statute, which no reason mends.
 */
export async function recordReason(db: Db, book: ReferenceBook, given: GivenReason): Promise<StoredCase> {
  const facts = visibleText(given.facts).trim();
  const reason = visibleText(given.reason).trim();
  return transact(db, async (trx) => {
    const stored = await getCase(trx, given.caseId);
    requireHandler(stored, given.by);
    const file = penaltyFile(stored);
    requireWords(file, { facts, reason, evidence: given.evidence });
    const result = findTier({ file, book, changes: false });
    const fine = requireFine(file, result);
    const saved = await saveCase(trx, {
      id: stored.id,
      file: withReason(file, { reason, facts, evidence: given.evidence, fine: fine / 100 }),
      expectedRevision: given.expectedRevision,
      by: given.by,
      note: '说明偏离裁量基准的理由',
    });
    const computed = { tier: result.tier?.name ?? '', range: result.range?.text ?? '' };
    await trx
      .insertInto('deviation_reasons')
      .values({
        id: randomUUID(),
        case_id: stored.id,
        case_revision: saved.revision,
        fine,
        ...computed,
        facts,
        evidence: JSON.stringify(given.evidence),
        reason,
        by_user: given.by.id,
        at: new Date(),
      })
      .execute();
    await appendRecord(trx, {
      actor: given.by.id,
      actorRole: given.by.role,
      action: '说明偏离理由',
      object: `case:${stored.id}`,
      detail: {
        name: given.by.name,
        revision: saved.revision,
        fine: yuan(fine),
        ...computed,
        facts,
        reason,
        evidence: given.evidence,
      },
    });
    return saved;
  });
}

function requireWords(file: CaseFile, given: Pick<GivenReason, 'facts' | 'reason' | 'evidence'>): void {
  const known = new Set((file.evidence ?? []).map(({ id }) => id));
  const faults = [
    ...(given.facts ? [] : [{ path: 'facts', expected: '写明个案的特殊事实' }]),
    ...(given.reason ? [] : [{ path: 'reason', expected: '写明阶次为什么不适合本案' }]),
    ...(given.evidence.every((id) => known.has(id)) && (known.size === 0 || given.evidence.length > 0)
      ? []
      : [{ path: 'evidence', expected: '选择案卷中证明特殊事实的证据' }]),
  ];
  if (faults.length > 0) throw new AppError('invalid-input', '偏离理由还不完整，没有保存。', { faults });
}

function requireFine(file: CaseFile, result: TierResult): number {
  const { amount } = result;
  if (amount === undefined) {
    throw new AppError('wrong-stage', '本案还没有拟处罚款，请先填写罚款数额，再说明偏离理由。');
  }
  const unlawful = outsideStatute(result);
  if (unlawful) throw new AppError('wrong-stage', unlawful);
  if (departureOf(file, result) === 0) {
    throw new AppError(
      'wrong-stage',
      `罚款 ${yuan(amount)}在裁量基准的幅度以内，没有偏离裁量基准，不需要说明偏离理由。`,
    );
  }
  return amount;
}

function withReason(file: CaseFile, deviation: NonNullable<CaseFile['proposal']>['deviation']): CaseFile {
  const proposal = file.proposal ?? { result: 'penalty', penalties: file.decision?.penalties ?? [] };
  const paths = ['proposal.deviation'];
  return {
    ...file,
    proposal: { ...proposal, deviation },
    // Where the former reason was read says nothing of the new one.
    ...(file.sources
      ? { sources: file.sources.filter(({ path }) => !paths.some((one) => path.startsWith(one))) }
      : {}),
  };
}
