import { addMonths, chineseDay, type Day } from '../../../law/dates.ts';
import { endOfPeriod } from '../../../law/period.ts';
import type { Compulsion } from '../../rules/compulsion-rule.ts';
import { type Answer, type Basis, unclear } from '../../rules/rule.ts';

/** The periods for reconsideration and litigation, as far as the general rules go. */
export const REMEDY_PERIODS: Basis[] = [
  {
    law: '中华人民共和国行政复议法',
    article: '20',
    paragraph: 1,
    gist: '自知道行政行为之日起六十日内可申请复议',
    from: '2024-01-01',
    states: ['六十日内'],
  },
  {
    law: '中华人民共和国行政诉讼法',
    article: '46',
    paragraph: 1,
    gist: '自知道行政行为之日起六个月内可起诉，法律另有规定的除外',
    from: '2015-05-01',
    states: ['六个月内'],
  },
];

const MONTHS = 6;
/** Decisions served earlier still had the three months of the former text. */
const SIX_MONTHS_FROM = '2015-05-01';

export interface RemedyEnd {
  day: Day;
  paths: string[];
}

/**
 * The day on which the periods for reconsideration and litigation ran out unused. The stated day counts; where it lies
 * before six months from service, some law must have set a shorter period, which a person has to confirm. Without
 * a stated day the six months are counted, rolled past a holiday as a period of the party.
 */
export function remedyEnd({ remedyPeriods, obligation }: Compulsion, path: string): RemedyEnd | Answer {
  const { expiredOn, told } = remedyPeriods ?? {};
  const servedOn = obligation?.servedOn;
  const counted = servedOn && servedOn >= SIX_MONTHS_FROM && addMonths(servedOn, MONTHS);
  const stated = `${path}.remedyPeriods.expiredOn`;
  const served = `${path}.obligation.servedOn`;
  if (expiredOn) {
    if (counted && expiredOn < counted) {
      return unclear(
        `决定于${chineseDay(servedOn)}送达，起诉期限一般为六个月，载明的届满日${chineseDay(expiredOn)}较早。`,
        ['法律是否另行规定较短的起诉期限'],
        [stated, served],
      );
    }
    return { day: expiredOn, paths: [stated] };
  }
  if (!servedOn || !told || servedOn < SIX_MONTHS_FROM) {
    return unclear(
      '复议、诉讼期限何时届满没有载明。',
      ['复议、诉讼期限届满日'],
      [`${path}.remedyPeriods`, served],
    );
  }
  const end = endOfPeriod({ from: servedOn, length: MONTHS, unit: 'month', ofParty: true });
  if (!end.known) {
    const year = end.unknownYear;
    return unclear(`起诉期限届满日需要${year}年的工作日安排。`, [`${year}年放假调休安排`], [served]);
  }
  return { day: end.last, paths: [served, `${path}.remedyPeriods.told`] };
}
