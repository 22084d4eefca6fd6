import { chineseDay } from '../../../law/dates.ts';
import { penaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notMet, rule } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';
import { calledHearingDays, hearingNoticeDay } from './hearing-days.ts';

/** C3-10 听证七个工作日前通知. */
export const hearingNotice = rule({
  id: 'C3-10',
  criterion: 3,
  question: '举行听证七个工作日前，是否已通知当事人听证的时间、地点？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(64, '听证的时间、地点须提前七日通知当事人和有关人员', {
      paragraph: 1,
      item: 2,
      states: ['七日前'],
    }),
    penaltyLaw(85, '本法所称七日按工作日计算，法定节假日不算', { states: ['“七日”', '工作日'] }),
  ],
  reading:
    '通知送达日与听证日之间数满七个工作日即可，听证当日不计；个别法院要求七个整日，边界日提示人工留意。',
  lawOf: hearingNoticeDay,
  about: calledHearingDays,
  decide: ({ noticeOn, heldOn, paths }) => {
    const count = withinWorkingDays(heldOn, -7, noticeOn, paths);
    if (isAnswer(count)) return count;
    const found = `听证于${chineseDay(heldOn)}举行，通知最迟应于${count.last}送达，实际于${chineseDay(noticeOn)}送达`;
    if (!count.within) return notMet(`${found}，不足七个工作日。`, paths, { steps: count.steps });
    const edge =
      count.last === chineseDay(noticeOn) ? '，恰在第七个工作日，个别法院要求七个整日，请留意' : '';
    return met(`${found}，符合七个工作日前通知的要求${edge}。`, paths, { steps: count.steps });
  },
});
