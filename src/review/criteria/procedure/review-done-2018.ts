import { formerPenaltyLaw } from '../../rules/penalty-law.ts';
import { combine, met, notApplicable, rule, unclear } from '../../rules/rule.ts';
import { beforeDecision } from '../../steps/decision-day.ts';
import { reviewConclusion, reviewOrder, reviewSigned } from './review-parts.ts';

/** C3-18.2018 决定前的审核, 2018-01-01 to 2021-07-14. */
export const reviewDone2018 = rule({
  id: 'C3-18.2018',
  criterion: 3,
  question: '普通（一般）程序案件是否在负责人决定前经审核人员审核（2018年至2021年修订前）？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    formerPenaltyLaw(38, '负责人决定前由从事处罚决定审核的人员审核', { paragraph: 3, from: '2018-01-01' }),
  ],
  reading: '当时的条文没有限定案件范围，按较严的理解，一般程序案件都应审核；审核未通过的按不符合提示。',
  about: ({ file }) => {
    if (file.procedure === 'summary') return notApplicable('简易程序当场处罚，不需审核。', ['procedure']);
    if (file.review) return file.review;
    if (beforeDecision(file) && !file.approval) return notApplicable('案件尚未审核，也未作出决定。');
    return unclear('案卷没有处罚决定审核的记载。', ['处罚决定审核意见']);
  },
  decide: (review, { file }) =>
    combine(
      [reviewConclusion(review), reviewSigned(review), ...reviewOrder(review, file)],
      met('已经审核。', ['review']),
    ),
});
