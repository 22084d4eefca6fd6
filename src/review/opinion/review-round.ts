import type { Selectable } from 'kysely';
import type { Profile } from '../../corpus/profile.ts';
import type { Db } from '../../db/database.ts';
import type { ReviewRoundRow } from '../../db/review-tables.ts';
import { AppError } from '../../errors.ts';

export type Conclusion = NonNullable<NonNullable<Profile['review']>['conclusions']>[number];

/** 审核结论. Only the first two pass. */
export const CONCLUSIONS: Record<Conclusion, string> = {
  agree: '同意',
  'agree-with-advice': '同意并建议完善',
  problems: '存在问题',
  correct: '建议纠正',
  disagree: '不同意',
  transfer: '建议移送有权机关',
  'refer-to-police': '建议移送公安机关',
  return: '退回（材料不全）',
};

export function passes(conclusion: string | undefined): boolean {
  return conclusion === 'agree' || conclusion === 'agree-with-advice';
}

/** One round of 法制审核 of one exact version of a document over one revision of the case. */
export interface ReviewRound {
  id: string;
  documentId: string;
  version: number;
  /** SHA-256 (hex) of the bytes under review. */
  digest: string;
  caseRevision: number;
  screeningId: string;
  submittedBy: string;
  submittedAt: Date;
  reviewer?: string;
  conclusion?: Conclusion;
  reasons?: string;
  opinionAt?: Date;
  withdrawnAt?: Date;
}

/** Every round of a document, the first one first. */
export async function roundsOf(db: Db, documentId: string): Promise<ReviewRound[]> {
  const rows = await db
    .selectFrom('review_rounds')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('submitted_at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** One round. Refuses with `not-found`. */
export async function getRound(db: Db, id: string): Promise<ReviewRound> {
  const row = await db.selectFrom('review_rounds').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', '没有这一轮审核，请回到文书重新打开。');
  return fromRow(row);
}

/** The round that passed exactly these bytes over exactly this revision of the case, or `undefined`. */
export function passedRound(
  rounds: ReviewRound[],
  exact: { version: number; digest: string; caseRevision: number },
): ReviewRound | undefined {
  return rounds.findLast(
    (round) =>
      passes(round.conclusion) &&
      round.opinionAt !== undefined &&
      round.withdrawnAt === undefined &&
      round.version === exact.version &&
      round.digest === exact.digest &&
      round.caseRevision === exact.caseRevision,
  );
}

function fromRow(row: Selectable<ReviewRoundRow>): ReviewRound {
  return {
    id: row.id,
    documentId: row.document_id,
    version: row.version,
    digest: row.digest,
    caseRevision: row.case_revision,
    screeningId: row.screening_id,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    ...(row.reviewer === null ? {} : { reviewer: row.reviewer }),
    ...(row.conclusion === null ? {} : { conclusion: row.conclusion as Conclusion }),
    ...(row.reasons === null ? {} : { reasons: row.reasons }),
    ...(row.opinion_at === null ? {} : { opinionAt: row.opinion_at }),
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
  };
}
