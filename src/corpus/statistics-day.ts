import { chineseDay, type Day } from '../law/dates.ts';
import type { Profile } from './profile.ts';

/** When the figures of `year` are published: on the very day, or on any day up to it. */
export interface StatisticsDay {
  /** The day that the plan names, in the year after. */
  day: Day;
  wording: 'before' | 'on';
  /** `2026年1月31日前` or `2026年1月20日`. */
  text: string;
  reportedTo: string[];
  source: string;
}

/** 行政执法统计年报 of `year`; `undefined` where the plan has none. */
export function statisticsDay({ disclosure }: Profile, year: number): StatisticsDay | undefined {
  const yearly = disclosure?.yearlyStatistics;
  if (!yearly) return undefined;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${year + 1}-${two(yearly.month)}-${two(yearly.day)}`;
  return {
    day,
    wording: yearly.wording,
    text: `${chineseDay(day)}${yearly.wording === 'before' ? '前' : ''}`,
    reportedTo: yearly.reportedTo,
    source: yearly.source,
  };
}

/**
 * Whether the figures published on `on` were in time. 某日前 is kept on that day at the latest, but some read it as
 * excluding the day, so on the day itself nobody can say (`undefined`); 于某日 asks for that very day.
 */
export function statisticsInTime({ day, wording }: StatisticsDay, on: Day): boolean | undefined {
  if (wording === 'on') return on === day;
  return on === day ? undefined : on < day;
}
