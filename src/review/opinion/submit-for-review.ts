import { randomUUID } from 'node:crypto';
import { getCase } from '../../cases/get-case.ts';
import { penaltyFile } from '../../cases/penalty-file.ts';
import { requireHandler } from '../../cases/save-case.ts';
import type { Actor } from '../../cases/stored-case.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import { deviationOfCase } from '../../discretion/evenness/deviation-of-case.ts';
import { findGaps } from '../../documents/find-gaps.ts';
import { getDocumentVersion, lockDocument } from '../../documents/get-document.ts';
import { AppError } from '../../errors.ts';
import { appendRecord } from '../../records/append-record.ts';
import { rulesVersion } from '../rules/rules-version.ts';
import { latestScreening } from '../screening/screening.ts';
import { getRound, type ReviewRound } from './review-round.ts';

/**
 * 送审: a handler of the case submits the current version. Refuses with `not-allowed` for others, `conflict` when
 * the version has changed, `wrong-stage` (with what is left to do) unless the text is complete, was checked against the
 * case as it stands, that very revision has been screened with the present rules, and a fine that leaves its tier has its
 * reason on record.
 */
export async function submitForReview(
  db: Db,
  input: { documentId: string; expectedVersion: number; by: Actor; book: ReferenceBook },
): Promise<ReviewRound> {
  return transact(db, async (trx) => {
    const document = await lockDocument(trx, input.documentId);
    const stored = await getCase(trx, document.caseId);
    requireHandler(stored, input.by);
    penaltyFile(stored);
    if (document.version !== input.expectedVersion) {
      throw new AppError('conflict', `文书已有第 ${document.version} 版，请重新打开后再送审。`);
    }
    if (document.state === 'signed') throw new AppError('wrong-stage', '文书已经签署，不需要再送审。');
    if (document.state === 'in-review') {
      throw new AppError('wrong-stage', '这一版文书正在审核中，请等待审核意见；修改文书会撤回本次送审。');
    }
    const version = await getDocumentVersion(trx, document.id, document.version);
    if (document.state === 'passed' && version.caseRevision === stored.revision) {
      throw new AppError('wrong-stage', '这一版文书已经审核通过，可以提请机关负责人签署。');
    }
    const left = [
      ...new Set([...version.draft.unresolved, ...findGaps(version.text).map((gap) => `待补：${gap}`)]),
    ];
    if (left.length > 0) {
      const more = left.length > 3 ? `等 ${left.length} 处` : '';
      throw new AppError('wrong-stage', `文书尚未完成，请先处理：${left.slice(0, 3).join('；')}${more}。`);
    }
    if (version.caseRevision !== stored.revision) {
      throw new AppError('wrong-stage', '文书起草后案件有改动，请对照新的案件内容核对文书并保存，再送审。');
    }
    const screening = await latestScreening(trx, stored.id);
    if (screening?.caseRevision !== stored.revision || screening.rulesVersion !== rulesVersion()) {
      throw new AppError('wrong-stage', '案件的当前内容还没有经过八项审查，请先审查，再送审。');
    }
    const { obstacle } = await deviationOfCase(trx, stored, input.book);
    if (obstacle) throw new AppError('wrong-stage', obstacle);
    const id = randomUUID();
    await trx
      .updateTable('review_rounds')
      .set({ withdrawn_at: new Date() })
      .where('document_id', '=', document.id)
      .where('withdrawn_at', 'is', null)
      .where('opinion_at', 'is', null)
      .execute();
    await trx
      .insertInto('review_rounds')
      .values({
        id,
        document_id: document.id,
        version: version.version,
        digest: version.digest,
        case_revision: stored.revision,
        screening_id: screening.id,
        submitted_by: input.by.id,
        submitted_at: new Date(),
        reviewer: null,
        conclusion: null,
        reasons: null,
      })
      .execute();
    await trx.updateTable('documents').set({ state: 'in-review' }).where('id', '=', document.id).execute();
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: '提交法制审核',
      object: `document:${document.id}`,
      digest: version.digest,
      detail: {
        name: input.by.name,
        case: stored.id,
        round: id,
        version: version.version,
        caseRevision: stored.revision,
        screening: screening.id,
      },
    });
    return getRound(trx, id);
  });
}
