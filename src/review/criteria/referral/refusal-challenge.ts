import { addDays, chineseDay } from '../../../law/dates.ts';
import { TRANSFER_FROM, TRANSFER_RULES } from '../../crime/referral-due.ts';
import { referralSent } from '../../crime/referral-sent.ts';
import { isAnswer, met, notApplicable, rule, unclear } from '../../rules/rule.ts';

export const refusalChallenge = rule({
  id: 'C8-08',
  criterion: 8,
  question: '公安机关不予立案的，是否在三日内考虑提请复议或者建议立案监督？',
  severity: 'info',
  consequence: 'correctable',
  basis: [
    {
      law: TRANSFER_RULES,
      article: '9',
      paragraph: 1,
      gist: '认为应当立案的，可以自接到通知之日起三日内提请复议，也可以建议检察院立案监督。',
      from: TRANSFER_FROM,
      states: ['３日内', '复议', '立案监督'],
    },
  ],
  reading:
    '是否提请由机关自己决定，没有提请不是过错，只在期限内提醒，不作不符合。三日按自然日计算，接到通知的当日不算；建议立案监督按同一期限提醒。',
  about: (context) => {
    const referral = referralSent(context);
    if (isAnswer(referral)) return referral;
    const { police } = referral;
    return police?.decision === 'refused' || police?.decision === 'returned'
      ? { referral, police }
      : notApplicable('公安机关没有不予立案。', ['referral.police.decision']);
  },
  decide: ({ referral, police }, { today }) => {
    const paths = ['referral.police.noticeOn', 'referral.reconsiderationOn', 'referral.supervisionOn'];
    if (!police.noticeOn) return unclear('接到不予立案通知的日期没有载明。', ['接到不予立案通知之日'], paths);
    const last = addDays(police.noticeOn, 3);
    const steps = { steps: [`接到通知${chineseDay(police.noticeOn)}`, `第三日${chineseDay(last)}`] };
    const found = `${chineseDay(police.noticeOn)}接到不予立案通知，最迟${chineseDay(last)}提请复议或者建议立案监督`;
    const asked = [referral.reconsiderationOn, referral.supervisionOn]
      .filter((day) => day !== undefined)
      .sort()[0];
    if (asked) {
      return asked <= last
        ? met(`${found}，${chineseDay(asked)}已提出。`, paths, steps)
        : unclear(
            `${found}，${chineseDay(asked)}才提出，是否被受理需要核对。`,
            ['逾期提出是否被受理'],
            paths,
          );
    }
    return today <= last
      ? { ...unclear(`${found}，案卷没有写明是否提出。`, ['是否提请复议或者建议立案监督'], paths), ...steps }
      : notApplicable(`${found}，期限已过而没有提出；是否提出由机关自己决定。`, paths);
  },
});
