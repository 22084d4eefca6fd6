import { chineseDay } from '../../../law/dates.ts';
import { penaltyLaw } from '../../penalty-law.ts';
import { isAnswer, met, notMet, rule } from '../../rule.ts';
import { withinWorkingDays } from '../../within-working-days.ts';
import { hearingToldDay, requestPeriod } from './request-period.ts';

/** C3-09 听证申请期限五个工作日. */
export const hearingRequestPeriod = rule({
  id: 'C3-09',
  criterion: 3,
  question: '决定是否在听证申请期限（告知后五个工作日）届满或者书面放弃之后作出？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'statute',
  basis: [
    penaltyLaw(64, '要求听证的在告知后五日内提出', { paragraph: 1, item: 1, states: ['五日内'] }),
    penaltyLaw(85, '本法所称五日按工作日计算，法定节假日不算', { states: ['“五日”', '工作日'] }),
  ],
  reading: '告知当日不计，第五个工作日仍在期限内；提前收到放弃听证的书面意思的，不必等期限届满。',
  lawOf: hearingToldDay,
  about: requestPeriod,
  decide: ({ toldOn, made, paths }) => {
    const count = withinWorkingDays(toldOn, 5, made, paths);
    if (isAnswer(count)) return count;
    const found = `听证权利于${chineseDay(toldOn)}告知，五个工作日的申请期限至${count.last}，决定于${chineseDay(made)}作出`;
    return count.within
      ? notMet(`${found}，期限未满且没有书面放弃。`, paths, { steps: count.steps })
      : met(`${found}，期限已满。`, paths, { steps: count.steps });
  },
});
