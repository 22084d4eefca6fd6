import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { withinFormerDays } from '../../steps/within-former-days.ts';
import { hearingToldDay, requestPeriod } from './request-period.ts';

/** C3-09.1996 听证申请期限三日, for rights told before 15 July 2021. */
export const hearingRequestPeriod1996 = rule({
  id: 'C3-09.1996',
  criterion: 3,
  question: '决定是否在听证申请期限（告知后三日，2021年修订前）届满或者书面放弃之后作出？',
  severity: 'block',
  consequence: 'annul',
  certainty: 'practice',
  basis: [
    formerPenaltyLaw(42, '要求听证的在告知后三日内提出', { paragraph: 1, item: 1, states: ['三日内'] }),
  ],
  reading:
    '旧法未说明三日是否为工作日：自然日（末日逢节假日顺延）也未满的为不符合，工作日已满的为符合，介于两者之间的不作结论。',
  lawOf: hearingToldDay,
  about: requestPeriod,
  decide: ({ toldOn, made, paths }) => {
    const count = withinFormerDays(toldOn, 3, made, paths, true);
    if (isAnswer(count)) return count;
    const found = `听证权利于${chineseDay(toldOn)}告知，三日的申请期限至${count.calendar}（自然日）或${count.working}（工作日），决定于${chineseDay(made)}作出`;
    if (count.within === 'depends') {
      return {
        ...unclear(`${found}，旧法未定明算法。`, ['当时当地对“三日”的算法'], paths),
        steps: count.steps,
      };
    }
    return count.within
      ? notMet(`${found}，期限未满且没有书面放弃。`, paths, { steps: count.steps })
      : met(`${found}，期限已满。`, paths, { steps: count.steps });
  },
});
