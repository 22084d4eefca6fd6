import { addDays, chineseDay } from '../../../law/dates.ts';
import { TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { referralSent } from '../../crime/referral-sent.ts';
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

export const handoverAfterFiling = rule({
  id: 'C8-09',
  criterion: 8,
  question: '公安机关立案后，是否在三日内移交涉案物品和材料并办结交接？',
  severity: 'major',
  consequence: 'unlawful-minor',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '12',
      gist: '自接到立案通知之日起三日内移交物品和材料，办结交接手续；法律、行政法规另有规定的除外。',
      from: TRANSFER_FROM,
      states: ['３日内', '交接手续'],
    },
  ],
  reading: '三日按自然日计算，接到通知的当日不算。案卷没有移交记载的不推定为没有移交，请人补充。',
  about: (context) => {
    const referral = referralSent(context);
    if (isAnswer(referral)) return referral;
    return referral.police?.decision === 'filed'
      ? { police: referral.police, handover: referral.handover }
      : notApplicable('公安机关尚未立案或者没有立案。', ['referral.police.decision']);
  },
  decide: ({ police, handover }, { today }) => {
    const paths = ['referral.police.noticeOn', 'referral.handover.on'];
    const answers: Answer[] = [];
    if (!police.noticeOn) answers.push(unclear('接到立案通知的日期没有载明。', ['接到立案通知之日'], paths));
    else {
      const last = addDays(police.noticeOn, 3);
      const steps = { steps: [`接到通知${chineseDay(police.noticeOn)}`, `第三日${chineseDay(last)}`] };
      const found = `${chineseDay(police.noticeOn)}接到立案通知，最迟${chineseDay(last)}移交`;
      if (!handover?.on) {
        if (today <= last) return notApplicable(`${found}，期限未到。`, paths);
        answers.push(unclear(`${found}，移交的日期没有载明。`, ['移交物品和材料的日期'], paths));
      } else if (handover.on <= last) {
        answers.push(met(`${found}，${chineseDay(handover.on)}移交。`, paths, steps));
      } else answers.push(notMet(`${found}，${chineseDay(handover.on)}才移交。`, paths, steps));
    }
    const receipt = ['referral.handover.receipt'];
    if (handover?.receipt) answers.push(met('已办结交接手续。', receipt));
    else if (handover?.receipt === false) answers.push(notMet('应办结交接手续，本案没有办理。', receipt));
    else answers.push(unclear('是否办结交接手续没有载明。', ['交接手续'], receipt));
    return combine(answers, answers[0]!);
  },
});
