import { chineseDay, type Day } from '../../law/dates.ts';
import { endOfPeriod } from '../../law/period.ts';
import { type Answer, isAnswer } from '../rules/rule.ts';
import { withinWorkingDays } from './within-working-days.ts';

/** Inside or outside under every reading of 日, or between the calendar and the working-day reading. */
export interface FormerWithin {
  within: boolean | 'depends';
  calendar: string;
  working: string;
  steps: string[];
}

/**
 * A period of `n` days of the 1996 text, which did not say whether its days are working days: both counts are made.
 * `partyPeriod`: the last calendar day moves past a holiday, as for periods of the party.
 */
export function withinFormerDays(
  start: Day,
  n: number,
  actual: Day,
  paths: string[],
  partyPeriod = false,
): FormerWithin | Answer {
  const working = withinWorkingDays(start, n, actual, paths);
  if (isAnswer(working)) return working;
  const end = endOfPeriod({ from: start, length: n, unit: 'calendar-day', ofParty: partyPeriod });
  const calendar = end.known ? end.last : end.nearest;
  const inCalendar = actual <= calendar;
  return {
    within: inCalendar === working.within ? inCalendar : 'depends',
    calendar: chineseDay(calendar),
    working: working.last,
    steps: [`按自然日计算，至${chineseDay(calendar)}`, `按工作日计算，至${working.last}`, ...working.steps],
  };
}
