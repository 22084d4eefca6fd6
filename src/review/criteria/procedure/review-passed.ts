import { beforeDecision, beforeProposal } from '../../decision-day.ts';
import { dossierLacks } from '../../dossier-lacks.ts';
import { isMajor } from '../../is-major.ts';
import { penaltyLaw } from '../../penalty-law.ts';
import { combine, met, notApplicable, notMet, rule, unclear } from '../../rule.ts';
import { reviewConclusion, reviewOrder, reviewSigned, reviewText } from './review-parts.ts';

/** C3-18 应当法制审核的已审核并通过. */
export const reviewPassed = rule({
  id: 'C3-18',
  criterion: 3,
  question: '应当法制审核的，是否在负责人批准前对同一文本审核并通过？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [penaltyLaw(58, '四类案件决定前须法制审核，未审核或未通过的不得决定', { paragraph: 1 })],
  otherBasis: [{ document: '国办发〔2018〕118号', gist: '重大执法决定作出前应当法制审核' }],
  reading:
    '“重大权益”与“经过听证”须同时具备；只有“同意”和“同意并建议完善”算通过；审核后改动文本的，须重新审核。已经成卷并作出处罚决定（必备文书过半在卷）而没有审核材料的，视为没有审核；只有公开信息或者摘录的，不作结论。',
  about: ({ file, profile }) => {
    const major = isMajor(file, profile);
    if (major.isMajor === false)
      return notApplicable('不属于应当法制审核的情形。', ['major', 'hearing.held', 'proposal']);
    if (major.isMajor === undefined && beforeProposal(file)) {
      return notApplicable('尚未提出拟处罚意见，是否应当法制审核届时再判断。');
    }
    if (major.isMajor === undefined) {
      return unclear(`是否应当法制审核，缺少${major.unknown.join('、')}。`, major.unknown, ['major']);
    }
    const why = major.triggers.map((trigger) => trigger.why).join('；');
    if (file.review) return { why, review: file.review };
    if (beforeDecision(file) && !file.approval) {
      return notApplicable(`${why}，应当法制审核，尚未送审，也未作出决定。`);
    }
    return dossierLacks(file, profile, ['review-opinion', 'review-submission'], /法制审核|审核意见/)
      ? notMet(`${why}，应当法制审核，案卷已经成卷并作出决定，没有法制审核意见，也没有送审材料。`, [
          'decision.date',
          'decision.draft',
          'papers',
        ])
      : unclear(`${why}，应当法制审核，案卷没有法制审核意见。`, ['法制审核意见']);
  },
  decide: ({ why, review }, { file }) => {
    if (!review.conclusion && review.signed !== false && beforeDecision(file) && !file.approval) {
      return notApplicable(`${why}，已送法制审核，尚未作出决定。`, ['review']);
    }
    return combine(
      [
        reviewConclusion(review),
        reviewSigned(review),
        ...reviewOrder(review, file),
        ...reviewText(review, file),
      ],
      met(`${why}，已经法制审核。`, ['review']),
    );
  },
});
