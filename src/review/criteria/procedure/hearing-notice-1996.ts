import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { withinFormerDays } from '../../steps/within-former-days.ts';
import { calledHearingDays, hearingNoticeDay } from './hearing-days.ts';

/** C3-10.1996 听证七日前通知, for notices before 15 July 2021. */
export const hearingNotice1996 = rule({
  id: 'C3-10.1996',
  criterion: 3,
  question: '举行听证七日前，是否已通知当事人听证的时间、地点（2021年修订前）？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    formerPenaltyLaw(42, '听证七日前把时间、地点通知当事人', { paragraph: 1, item: 2, states: ['七日前'] }),
  ],
  reading:
    '旧法未说明七日是工作日还是自然日：两种算法都满足的为符合，都不满足的为不符合，介于两者之间的不作结论。',
  lawOf: hearingNoticeDay,
  about: calledHearingDays,
  decide: ({ noticeOn, heldOn, paths }) => {
    const count = withinFormerDays(heldOn, -7, noticeOn, paths);
    if (isAnswer(count)) return count;
    const found = `听证于${chineseDay(heldOn)}举行，通知于${chineseDay(noticeOn)}送达，最迟应于${count.calendar}（自然日）或${count.working}（工作日）送达`;
    if (count.within === 'depends') {
      return {
        ...unclear(`${found}，旧法未定明算法。`, ['当时当地对“七日”的算法'], paths),
        steps: count.steps,
      };
    }
    return count.within
      ? met(`${found}，符合七日前通知的要求。`, paths, { steps: count.steps })
      : notMet(`${found}，不足七日。`, paths, { steps: count.steps });
  },
});
