import { addDays, chineseDay, type Day } from '../law/dates.ts';
import { addWorkingDays, type CountedDay } from '../law/working-days.ts';
import { type Answer, unclear } from './rule.ts';

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
  const count = addWorkingDays(start, n);
  if (count.known) {
    return {
      within: actual <= count.day,
      last: chineseDay(count.day),
      steps: countSteps(start, count.steps),
    };
  }
  // A working day is at least a calendar day: n working days never end nearer to the start than n calendar days.
  const nearest = addDays(start, n);
  const settled = n > 0 ? actual <= nearest : actual > nearest;
  if (settled) {
    return {
      within: n > 0,
      last: `${chineseDay(nearest)}或者以${n > 0 ? '后' : '前'}的某日`,
      steps: [`${count.unknownYear}年工作日安排尚未载入，但无论如何安排，结论相同`],
    };
  }
  return unclear(
    `自${chineseDay(start)}起算${Math.abs(n)}个工作日需要${count.unknownYear}年的工作日安排，该年安排尚未载入。`,
    [`${count.unknownYear}年放假调休安排`],
    paths,
  );
}

/** `2025年6月13日 第1个工作日`; days that do not count name the reason. */
export function countSteps(start: Day, days: CountedDay[]): string[] {
  return [
    `${chineseDay(start)}（当日不计入）`,
    ...days.map(({ day, count, name }) =>
      count
        ? `${chineseDay(day)} 第${count}个工作日${name ? `（${name}）` : ''}`
        : `${chineseDay(day)} 不计入（${name ?? '非工作日'}）`,
    ),
  ];
}
