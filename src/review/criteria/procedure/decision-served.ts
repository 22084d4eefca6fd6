import { chineseDay } from '../../../law/dates.ts';
import { penaltyLaw, REVISED_ON } from '../../rules/penalty-law.ts';
import { isAnswer, met, notMet, rule, unclear } from '../../rules/rule.ts';
import { withinWorkingDays } from '../../steps/within-working-days.ts';
import { decisionService, deliveryName, servedBeforeMade } from './decision-services.ts';

/** C3-22 决定书七个工作日内送达. */
export const decisionServed = rule({
  id: 'C3-22',
  criterion: 3,
  question: '决定书是否宣告后当场交付，或者在七个工作日内送达？',
  severity: 'major',
  consequence: 'unlawful-minor',
  certainty: 'statute',
  basis: [
    penaltyLaw(61, '宣告后当场交付；当事人不在场的七日内依民事诉讼法送达', {
      paragraph: 1,
      states: ['七日内'],
    }),
    penaltyLaw(85, '本法所称七日按工作日计算，法定节假日不算', { states: ['“七日”', '工作日'] }),
    {
      law: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
      article: '96',
      gist: '送达轻微违法且不损害重要程序权利的，属程序轻微违法',
      from: REVISED_ON,
    },
  ],
  reading:
    '决定当日不计；邮寄的以签收日为准，期限内交邮而期限后签收的由人判断；公告送达查公告发布日，满期另见 C3-25。',
  about: decisionService,
  decide: ({ made, service, path, day, dayPath }) => {
    const paths = ['decision.date', dayPath, `${path}.method`];
    const how = deliveryName(service);
    if (day < made) return servedBeforeMade(made, day, how, paths);
    if (service.method === 'on-the-spot' && day === made) {
      return met(`决定书于${chineseDay(made)}宣告后当场交付。`, paths);
    }
    const count = withinWorkingDays(made, 7, day, paths);
    if (isAnswer(count)) return count;
    const found = `决定于${chineseDay(made)}作出，最迟应于${count.last}送达，实际于${chineseDay(day)}${how}`;
    const steps = count.steps;
    if (count.within) return met(`${found}，在期限内。`, paths, { steps });
    const posted = service.postedOn && withinWorkingDays(made, 7, service.postedOn, paths);
    if (service.method === 'post' && posted && !isAnswer(posted) && posted.within) {
      return {
        ...unclear(
          `${found}，但已于${chineseDay(service.postedOn!)}交邮，是否按期由人判断。`,
          ['交邮在期限内而签收在期限后的处理'],
          [...paths, `${path}.postedOn`],
        ),
        steps,
      };
    }
    return notMet(`${found}，超过七个工作日。`, paths, { steps });
  },
});
