import { beforeDecision, beforeProposal } from '../../decision-day.ts';
import { dossierLacks } from '../../dossier-lacks.ts';
import { isMajor } from '../../is-major.ts';
import { penaltyLaw } from '../../penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rule.ts';

const SIGNED_OPINION = /(?:审核)?(?:意见|结论)[：:][\s\S]*审核人/;
const WEIGHED =
  /理由|认为|鉴于|因为|由于|主体|资格|程序|证据|事实|裁量|权限|规范|符合|合法|清楚|适当|充分|准确|正确|齐全|建议/;

export const reviewOpinion = rule({
  id: 'C7-16',
  criterion: 7,
  question: '法制审核意见是否书面作出，有结论、理由、签名和日期？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    penaltyLaw('58', '法定情形在决定前要法制审核，未经审核或者审核未通过的不能决定。', { paragraph: 1 }),
  ],
  otherBasis: [{ document: '示范文件：重大执法决定法制审核的要求', gist: '审核意见书面作出，写明理由。' }],
  reading: '结论由审核人员填写，程序不代填；结论要在地区方案的范围内；方案没有规定意见种类的，不核对种类。',
  about: ({ file, profile }) => {
    const major = isMajor(file, profile);
    const paths = ['major', 'decision.penalties', 'proposal.penalties'];
    if (major.isMajor === false) return notApplicable('本案不属于应当法制审核的决定。', paths);
    if (major.isMajor === undefined && beforeProposal(file)) {
      return notApplicable('尚未提出拟处罚意见，是否应当法制审核届时再判断。');
    }
    if (major.isMajor === undefined) {
      return unclear(`是否应当法制审核取决于：${major.unknown.join('、')}。`, major.unknown, paths);
    }
    const before = (!file.decision || beforeDecision(file)) && !file.approval;
    if (file.review) {
      const { conclusion, signed } = file.review;
      return before && !conclusion && signed !== false
        ? notApplicable('已送法制审核，尚未出具意见，也未作出决定。', ['review'])
        : file.review;
    }
    if (before) return notApplicable('应当法制审核，尚未审核。', paths);
    return dossierLacks(file, profile, ['review-opinion', 'review-submission'], /法制审核|审核意见/)
      ? notMet('应当法制审核，案卷已经成卷并作出决定，没有书面的审核意见。', [
          ...paths,
          'decision.date',
          'decision.draft',
          'papers',
        ])
      : unclear('应当法制审核，案卷没有审核意见。', ['法制审核意见书'], ['review']);
  },
  decide: (review, { file, profile }) => {
    const keys = ['conclusion', 'reasons', 'signed', 'signedOn'] as const;
    const names = { conclusion: '结论', reasons: '理由', signed: '签名', signedOn: '日期' };
    const paths = keys.map((key) => `review.${key}`);
    if (review.signed === false) return notMet('法制审核意见没有审核人员签名。', paths);
    const kinds = profile.review?.conclusions;
    if (review.conclusion && kinds && !kinds.includes(review.conclusion)) {
      return notMet('法制审核结论不在地区方案规定的种类内。', paths);
    }
    // A signed opinion that can be read from head to end and weighs nothing gives no reasons.
    const index = (file.papers ?? []).findIndex(({ id }) => id === review.paper);
    const text = file.papers?.[index]?.text ?? '';
    if (!review.reasons && SIGNED_OPINION.test(text) && !WEIGHED.test(text)) {
      return notMet('法制审核意见只有结论，没有写理由。', [...paths, `papers.${index}.text`]);
    }
    const missing = keys
      .filter((key) => review[key] === undefined)
      .map((key) => `法制审核意见的${names[key]}`);
    return missing.length > 0
      ? unclear(`需要核对${missing.join('、')}，案卷没有载明。`, missing, paths)
      : met('法制审核意见有结论、理由、签名和日期。', paths);
  },
});
