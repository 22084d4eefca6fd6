import { referralDue, TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { sentForOfficialCrime } from '../../crime/sent-for-official-crime.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

const MATERIALS = {
  letter: '移送书',
  report: '调查报告',
  items: '涉案物品清单',
  'expert-opinion': '检验报告或者鉴定意见',
} as const;

export const referralMaterials = rule({
  id: 'C8-05',
  criterion: 8,
  question: '移送材料是否齐全？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '6',
      gist: '移送时附移送书、调查报告、物品清单、有关检验鉴定材料和其他材料。',
      from: TRANSFER_FROM,
    },
  ],
  reading: '做过检验、鉴定的才要求附检验鉴定材料；“其他材料”有则附。',
  about: (context) => {
    const referral = referralDue(context);
    if (isAnswer(referral)) return referral;
    const official = sentForOfficialCrime(context);
    if (official) return official;
    if (referral.sentAt) return referral;
    return referral.approved === false
      ? notApplicable('没有批准移送。', ['referral.approved'])
      : unclear('是否已经移送没有载明。', ['移送的时刻'], ['referral.sentAt']);
  },
  decide: ({ materials, expertOpinionMade }) => {
    const paths = ['referral.materials', 'referral.expertOpinionMade'];
    if (!materials) return unclear('移送附了哪些材料没有载明。', ['移送材料'], paths);
    const absent = (['letter', 'report', 'items'] as const).filter((kind) => !materials.includes(kind));
    const names: string[] = absent.map((kind) => MATERIALS[kind]);
    const opinion = materials.includes('expert-opinion');
    if (expertOpinionMade && !opinion) names.push(MATERIALS['expert-opinion']);
    if (names.length > 0) return notMet(`移送应附的${names.join('、')}没有附。`, paths);
    return opinion || expertOpinionMade === false
      ? met('移送材料齐全。', paths)
      : unclear('是否做过检验、鉴定没有载明。', ['是否做过检验、鉴定'], paths);
  },
});
