import type { CaseFile } from '../../../cases/case-file.ts';
import { type Answer, type Context, notApplicable, unclear } from '../../rules/rule.ts';
import { dossierSilent } from '../../steps/dossier-silent.ts';

export type Reviewer = NonNullable<NonNullable<CaseFile['review']>['reviewer']>;

/** The person who reviewed; an Answer when the case shows no review. `due`: whether a review is required. */
export function reviewerOf({ file, profile }: Context, due: boolean | undefined): Reviewer | Answer {
  const { review, decision } = file;
  if (review?.reviewer) return review.reviewer;
  if (review) return unclear('案卷未载明法制审核人员。', ['法制审核人员'], ['review']);
  if (!decision || decision.draft) return notApplicable('案件尚未进行法制审核。');
  if (
    due === undefined &&
    dossierSilent(file, profile, ['review-opinion', 'review-submission'], /法制审核/)
  ) {
    return notApplicable('成卷的各份材料没有法制审核，是否应当审核见 C3-18。', ['papers']);
  }
  return due === false
    ? notApplicable('本案不属于应当法制审核的情形，也没有审核。')
    : unclear('案卷没有法制审核的记载。', ['法制审核意见']);
}
