import { hoursBetween } from '../../../law/hours.ts';
import { referralDue, TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { sentForOfficialCrime } from '../../crime/sent-for-official-crime.ts';
import {
  type Answer,
  combine,
  isAnswer,
  met,
  notApplicable,
  notMet,
  rule,
  unclear,
} from '../../rules/rule.ts';

export const referralInTime = rule({
  id: 'C8-03',
  criterion: 8,
  question: '批准移送后是否在二十四小时内移送同级公安机关？',
  severity: 'block',
  consequence: 'annul',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '5',
      paragraph: 2,
      gist: '批准的，二十四小时内移送同级公安机关。',
      from: TRANSFER_FROM,
      states: ['２４小时内', '同级公安机关'],
    },
  ],
  reading: '按钟点计算，节假日不停；正好二十四小时在内。',
  about: (context) => {
    const referral = referralDue(context);
    if (isAnswer(referral)) return referral;
    const official = sentForOfficialCrime(context);
    if (official) return official;
    if (referral.approved === false) return notApplicable('没有批准移送。', ['referral.approved']);
    return referral.approved || referral.sentAt
      ? referral
      : unclear('是否批准移送没有载明。', ['是否批准移送'], ['referral.approved']);
  },
  decide: ({ decidedAt, sentAt, sentTo }) => {
    const answers: Answer[] = [];
    const paths = ['referral.decidedAt', 'referral.sentAt'];
    const missing = [...(decidedAt ? [] : ['批准移送的时刻']), ...(sentAt ? [] : ['移送的时刻'])];
    if (!decidedAt || !sentAt) answers.push(unclear(`${missing.join('、')}没有载明。`, missing, paths));
    else {
      const hours = hoursBetween(decidedAt, sentAt);
      const found = `${written(decidedAt)}批准，${written(sentAt)}移送`;
      if (hours < 0) answers.push(unclear(`${found}，移送早于批准。`, ['批准和移送的先后'], paths));
      else if (hours <= 24) answers.push(met(`${found}，在二十四小时内。`, paths));
      else answers.push(notMet(`应在二十四小时内移送，${found}。`, paths));
    }
    const to = ['referral.sentTo'];
    if (!sentTo) answers.push(unclear('移送给哪一机关没有载明。', ['移送的机关'], to));
    else if (sentTo === 'police-same-level') answers.push(met('移送同级公安机关。', to));
    else answers.push(notMet('应移送同级公安机关，本案移送给其他机关。', to));
    return combine(answers, answers[0]!);
  },
});

function written(moment: string): string {
  return moment.replace('T', ' ');
}
