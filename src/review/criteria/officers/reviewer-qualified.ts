import type { CaseFile } from '../../../cases/case-file.ts';
import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { type Answer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { isMajor } from '../../screening/is-major.ts';
import { reviewerOf } from './reviewer-of.ts';

/** The clause came into force with the amendment of 2017. */
const REQUIRED_FROM = '2018-01-01';

const NONE =
  /(?:未|没有|尚未|无|不具有|不具备)(?:依法)?(?:取得|通过|获得|持有|具有)?[^。；;，,\n]{0,10}法律职业资格|法律职业资格[^。；;，,\n]{0,6}(?:未通过|没有通过|未取得|暂无)|(?:未|没有)通过(?:国家统一)?(?:法考|法律职业资格考试|司法考试)/;
const FIRST = /初次|首次|第一次|新(?:调|到|任|入职)|刚(?:调|到|接手)/;
/** 2023年起从事法制审核: the year from which somebody reviews. */
const SINCE = /(?<year>20\d{2})年?[^。；;，,\n]{0,8}(?:起|开始|调入|到|任|从事)/;

/** A paper says of the reviewer that he has no qualification, and that he began after it was required. */
function saidUnqualified(name: string | undefined, { papers = [] }: CaseFile): Answer | undefined {
  for (const [index, { kind, text = '' }] of papers.entries()) {
    for (const sentence of text.normalize('NFKC').split(/[。\n]/)) {
      if (!NONE.test(sentence) || !(kind === 'review-opinion' || (name && sentence.includes(name)))) continue;
      const since = SINCE.exec(sentence)?.groups?.year;
      if (!FIRST.test(sentence) && !(since && `${since}-01-01` >= REQUIRED_FROM)) continue;
      return notMet(`材料写明${name ?? '审核人员'}初次从事法制审核而没有法律职业资格。`, [
        `papers.${index}.text`,
      ]);
    }
  }
  return undefined;
}

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
  decide: ({ name, firstReviewOn, legalQualificationOn }, { file }) => {
    const said = legalQualificationOn ? undefined : saidUnqualified(name, file);
    if (said) return said;
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
