import { chineseDay, type Day, today } from '../../../law/dates.ts';

type Days = [Day] | [Day, Day];

/** The first and last day of an entry in words. */
export function entryDays([from, to]: Days): string {
  return `${chineseDay(from)}起${to ? `，至${chineseDay(to)}止` : ''}`;
}

export function isInForceOn([from, to]: Days, on: Day): boolean {
  return from <= on && (to === undefined || on <= to);
}

/** The day on which an entry is read: the one asked for, else today or the end of its time nearest to today. */
export function dayToRead([from, to]: Days, asked?: Day): Day {
  if (asked) return asked;
  const now = today();
  if (to !== undefined && to < now) return to;
  return from > now ? from : now;
}
