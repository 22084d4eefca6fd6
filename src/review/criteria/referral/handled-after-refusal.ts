import { chineseDay } from '../../../law/dates.ts';
import { TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { referralSent } from '../../crime/referral-sent.ts';
import { isAnswer, met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';

export const handledAfterRefusal = rule({
  id: 'C8-13',
  criterion: 8,
  question: '公安机关不予立案或者退回后，是否依法作出行政处理？',
  severity: 'major',
  consequence: 'annul',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '10',
      gist: '公安机关不予立案的，行政机关应当依法处理，应当处罚的依法处罚。',
      from: TRANSFER_FROM,
      states: ['依法作出处理', '依法实施行政处罚'],
    },
  ],
  reading:
    '处罚、不予处罚和撤销案件的决定都是处理；已经结案而只有移送、没有处理决定的，认定没有处理。提请复议、建议立案监督不影响最后要处理，未结案的只请人补充。',
  about: (context) => {
    const referral = referralSent(context);
    if (isAnswer(referral)) return referral;
    const { police } = referral;
    return police?.decision === 'refused' || police?.decision === 'returned'
      ? { police, decision: context.file.decision, closedOn: context.file.performance?.closedOn }
      : notApplicable('公安机关没有不予立案或者退回。', ['referral.police.decision']);
  },
  decide: ({ police, decision, closedOn }) => {
    const paths = ['referral.police.decision', 'decision.result', 'decision.date', 'performance.closedOn'];
    if (decision?.result && decision.result !== 'referred') {
      const { date } = decision;
      if (!date) return unclear('不予立案后处理决定的日期没有载明。', ['处理决定的日期'], paths);
      const since = police.noticeOn ?? police.decidedOn;
      return !since || since <= date
        ? met(`公安机关不予立案后，本机关于${chineseDay(date)}作出处理决定。`, paths)
        : met(`本机关已于${chineseDay(date)}作出处理决定，早于不予立案的通知。`, paths);
    }
    if (closedOn) {
      return notMet(`公安机关不予立案的应依法处理，本案${chineseDay(closedOn)}结案，没有处理决定。`, paths);
    }
    return unclear('公安机关不予立案后，本机关的处理决定没有载明。', ['不予立案后的处理决定'], paths);
  },
});
