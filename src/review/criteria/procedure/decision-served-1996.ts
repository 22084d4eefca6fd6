import { chineseDay } from '../../../law/dates.ts';
import { formerPenaltyLaw } from '../../rules/penalty-law.ts';
import { isAnswer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { withinFormerDays } from '../../steps/within-former-days.ts';
import { decisionService, deliveryName, servedBeforeMade } from './decision-services.ts';

/** C3-22.1996 决定书七日内送达, for decisions before 15 July 2021. */
export const decisionServed1996 = rule({
  id: 'C3-22.1996',
  criterion: 3,
  question: '决定书是否宣告后当场交付，或者在七日内送达（2021年修订前）？',
  severity: 'major',
  consequence: 'unlawful-minor',
  certainty: 'practice',
  basis: [
    formerPenaltyLaw(40, '宣告后当场交付；当事人不在场的七日内依民事诉讼法送达', { states: ['七日内'] }),
  ],
  reading:
    '旧法未说明七日是否为工作日：七个自然日内的为符合，超过七个工作日的为不符合，介于两者之间的不作结论。',
  about: decisionService,
  decide: ({ made, service, path, day, dayPath }) => {
    const paths = ['decision.date', dayPath, `${path}.method`];
    const how = deliveryName(service);
    if (day < made) return servedBeforeMade(made, day, how, paths);
    const count = withinFormerDays(made, 7, day, paths);
    if (isAnswer(count)) return count;
    const found = `决定于${chineseDay(made)}作出，最迟应于${count.calendar}（自然日）或${count.working}（工作日）送达，实际于${chineseDay(day)}${how}`;
    if (count.within === 'depends') {
      return {
        ...unclear(`${found}，旧法未定明算法。`, ['当时当地对“七日”的算法'], paths),
        steps: count.steps,
      };
    }
    return count.within
      ? met(`${found}，在期限内。`, paths, { steps: count.steps })
      : notMet(`${found}，超过期限。`, paths, { steps: count.steps });
  },
});
