import { chineseDay, type Day } from '../../law/dates.ts';
import { endOfPeriod, withinPeriod } from '../../law/period.ts';
import { type Answer, unclear } from '../rules/rule.ts';

export interface Within {
  within: boolean;
  /** The last day of the period, in Chinese. */
  last: string;
  steps: string[];
}

/**
 * Whether `actual` lies on or before the `n`-th working day after `start` (before it when `n` is negative);
 * `start` is not counted (行政处罚法 85; start day by analogy with 民事诉讼法 85). In a year without a published
 * calendar the answer is unclear and names the year, unless every possible calendar gives the same result.
 */
export function withinWorkingDays(start: Day, n: number, actual: Day, paths: string[]): Within | Answer {
  const end = endOfPeriod({ from: start, length: n, unit: 'working-day' });
  const within = withinPeriod(end, actual, n < 0);
  if (end.known) return { within: actual <= end.last, last: chineseDay(end.last), steps: end.steps };
  if (within !== undefined) {
    return {
      within,
      last: `${chineseDay(end.nearest)}或者以${n > 0 ? '后' : '前'}的某日`,
      steps: [`${end.unknownYear}年工作日安排尚未载入，但无论如何安排，结论相同`],
    };
  }
  return unclear(
    `自${chineseDay(start)}起算${Math.abs(n)}个工作日需要${end.unknownYear}年的工作日安排，该年安排尚未载入。`,
    [`${end.unknownYear}年放假调休安排`],
    paths,
  );
}
