import { chineseDay } from '../../../law/dates.ts';
import { isMajor } from '../../is-major.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../penalty-law.ts';
import { met, notMet, rule, unclear } from '../../rule.ts';
import { reviewerOf } from './reviewer-of.ts';

/** The clause came into force with the amendment of 2017. */
const REQUIRED_FROM = '2018-01-01';

/** C2-08 初次审核人员的法律职业资格. */
export const reviewerQualified = rule({
  id: 'C2-08',
  criterion: 2,
  question: '初次从事处罚决定法制审核的人员是否已取得法律职业资格？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(58, '初次从事法制审核的须通过国家统一考试取得法律职业资格', { paragraph: 2 }),
    formerPenaltyLaw(38, '初次从事处罚决定审核的须取得法律职业资格', {
      paragraph: 3,
      from: REQUIRED_FROM,
    }),
  ],
  reading: '2018年1月1日前已从事审核的，不属于“初次”（以当地认定为准）。',
  about: (context) => reviewerOf(context, isMajor(context.file, context.profile).isMajor),
  decide: ({ name, firstReviewOn, legalQualificationOn }) => {
    if (!firstReviewOn)
      return unclear(`${name}初次从事法制审核的日期没有记载。`, ['初次审核日期'], ['review.reviewer']);
    const paths = ['review.reviewer.firstReviewOn'];
    const first = `${name}于${chineseDay(firstReviewOn)}初次从事审核`;
    if (firstReviewOn < REQUIRED_FROM) return met(`${first}，早于资格要求施行之日。`, paths);
    if (!legalQualificationOn) {
      return unclear(`${first}，取得法律职业资格的日期没有记载。`, ['取得法律职业资格的日期'], paths);
    }
    const both = [...paths, 'review.reviewer.legalQualificationOn'];
    return legalQualificationOn <= firstReviewOn
      ? met(`${first}，已于${chineseDay(legalQualificationOn)}取得法律职业资格。`, both)
      : notMet(`${first}，${chineseDay(legalQualificationOn)}才取得法律职业资格。`, both);
  },
});
