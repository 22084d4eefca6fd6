import type { CaseFile } from '../../../cases/case-file.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { isMajor } from '../../screening/is-major.ts';
import { beforeDecision, beforeProposal } from '../../steps/decision-day.ts';
import { dossierLacks } from '../../steps/dossier-lacks.ts';

const SIGNED_OPINION = /(?:审核)?(?:意见|结论)[：:][\s\S]*审核人/;
const WEIGHED =
  /理由|认为|鉴于|因为|由于|主体|资格|程序|证据|事实|裁量|权限|规范|符合|合法|清楚|适当|充分|准确|正确|齐全|建议/;

const CONCLUDED =
  /同意|通过|赞成|可行|可以|建议|补正|纠正|修改|调整|移送|退回|撤销|不予|无异议|没有意见|无意见|未发现|无问题|没有问题|合法|意见如下|提请|提交/;
/** A label behind which the reviewer signs, at the head of a line or a cell. */
const SIGNER =
  /(?:^|[\t 　，。；])(?:法制)?(?:审\s*核|审查|经办|复核|审核机构|法制机构|部门|科室|机构)?\s*(?:人员?|员|负责人|律师|签名|签字)(?:[（(：:\t 　]|$)/m;
const A_DAY = /\d{4}\s*[年.\-/]|[〇○零一二]{4}\s*年|\d{1,2}\s*月\s*\d{1,2}\s*日|月[一二三十]+日|同日|当日/;
const DAYS = /[\d年月日.\-/〇○零一二三四五六七八九十]{6,}/g;
const NAMED = /(?:^|[\s　：:])[\p{sc=Han}·]{2,10}[ 　]*(?:[（(][^）)]*[）)])?[ 　]*$/mu;

/** The one paper that is the opinion of the review alone, where its words are in the file. */
function opinionOf({ review, papers = [] }: CaseFile): { text: string; path: string } | undefined {
  const all = papers.flatMap(({ id, kind, text }, index) =>
    kind === 'review-opinion' && text ? [{ id, text, path: `papers.${index}.text` }] : [],
  );
  const own = all.find(({ id }) => id === review?.paper) ?? (all.length === 1 ? all[0] : undefined);
  return own && /审\s*核/.test(own.text) ? own : undefined;
}

/** Cells and lines that tell the day of something before the opinion. */
const BEFORE = /(?:送审|提交|提请|收到|报送|受理|移送|接收|立案|有效)[^\n\t]{0,8}?[\t：:][^\n\t]*/g;

/** What the words of the opinion do not hold at all, beside what was read from them. */
function lackingIn(
  text: string,
  { conclusion, signed, signedOn, submittedOn, reviewer }: NonNullable<CaseFile['review']>,
): string[] {
  const rest = text.split('\n').slice(1).join('\n');
  const end = rest.trimEnd().split('\n').slice(-4).join('\n');
  const dated = A_DAY.test(rest.replaceAll(BEFORE, ''));
  return [
    ...(conclusion || CONCLUDED.test(rest) ? [] : ['结论']),
    ...(signed || reviewer || SIGNER.test(rest) || NAMED.test(end.replaceAll(DAYS, ''))
      ? []
      : ['审核人员签名']),
    ...(dated || (signedOn && signedOn !== submittedOn) ? [] : ['日期']),
  ];
}

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
  reading:
    '是否应当审核不能确定而已经作了书面审核的，意见的形式照样核对；意见书的文字中找不到结论、签名或者日期的，认定没有。结论由审核人员填写，程序不代填；结论要在地区方案的范围内；方案没有规定意见种类的，不核对种类。',
  about: ({ file, profile }) => {
    const major = isMajor(file, profile);
    const paths = ['major', 'decision.penalties', 'proposal.penalties'];
    if (major.isMajor === false) return notApplicable('本案不属于应当法制审核的决定。', paths);
    if (major.isMajor === undefined && beforeProposal(file)) {
      return notApplicable('尚未提出拟处罚意见，是否应当法制审核届时再判断。');
    }
    if (major.isMajor === undefined && opinionOf(file)) return file.review ?? {};
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
    const opinion = opinionOf(file);
    const lacks = opinion ? lackingIn(opinion.text, review) : [];
    if (opinion && lacks.length > 0) {
      return notMet(`法制审核意见没有${lacks.join('、')}。`, [...paths, 'review.reviewer', opinion.path]);
    }
    const missing = keys
      .filter((key) => review[key] === undefined)
      .map((key) => `法制审核意见的${names[key]}`);
    return missing.length > 0
      ? unclear(`需要核对${missing.join('、')}，案卷没有载明。`, missing, paths)
      : met('法制审核意见有结论、理由、签名和日期。', paths);
  },
});
