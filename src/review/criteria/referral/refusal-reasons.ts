import { referralDue, TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

export const refusalReasons = rule({
  id: 'C8-04',
  criterion: 8,
  question: '不批准移送的，理由是否记录在案？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '5',
      paragraph: 2,
      gist: '不批准的，理由要记录在案。',
      from: TRANSFER_FROM,
      states: ['记录在案'],
    },
  ],
  reading: '案卷已记明不批准而没有理由、也没有记载理由的文书的，认定没有记录。',
  about: (context) => {
    const referral = referralDue(context);
    if (isAnswer(referral)) return referral;
    if (referral.approved || referral.sentAt)
      return notApplicable('已批准移送。', ['referral.approved', 'referral.sentAt']);
    return referral.approved === false
      ? referral
      : unclear('是否批准移送没有载明。', ['是否批准移送'], ['referral.approved']);
  },
  decide: ({ refusalReason, paper }) => {
    const paths = ['referral.approved', 'referral.refusalReason', 'referral.paper'];
    if (refusalReason) return met('不批准移送的理由已记录在案。', paths);
    return paper
      ? unclear('有移送审批文书，不批准的理由没有摘出。', ['不批准移送的理由'], paths)
      : notMet('不批准移送的理由应记录在案，案卷没有理由，也没有审批文书。', paths);
  },
});
