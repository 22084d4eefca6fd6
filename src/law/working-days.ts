import chineseDays from 'chinese-days';
import { addDays, type Day } from './dates.ts';

// The package is CommonJS: Node sees only its default export.
const { getDayDetail } = chineseDays;

/** One day of a count, as shown beside a deadline. `name` is the holiday, or 调休 for a make-up day. */
export interface CountedDay {
  day: Day;
  working: boolean;
  /** Position in the count, 1-based; absent on days that do not count. */
  count?: number;
  name?: string;
}

/** A deadline with the steps of its count, or the first year whose calendar is not published. */
export type WorkingDayCount =
  | { known: true; day: Day; steps: CountedDay[] }
  | { known: false; unknownYear: number };

/** True when the State Council's holiday notice for that year is in the calendar: its National Day is named. */
export function calendarPublished(year: number): boolean {
  return getDayDetail(`${year}-10-01`).name.includes('国庆节');
}

/**
 * Whether `day` is a working day under the State Council's yearly notice: make-up weekend days count,
 * rest days do not. `undefined` when that year's notice is not in the calendar (an unknown year is never guessed).
 */
export function isWorkingDay(day: Day): boolean | undefined {
  if (!calendarPublished(Number(day.slice(0, 4)))) return undefined;
  return getDayDetail(day).work;
}

/**
 * Whether `day` is a working day, a plain weekend day, or a day off under the State Council's yearly holiday notice;
 * `undefined` when that year's notice is not in the calendar.
 */
export function kindOfDay(day: Day): 'working' | 'weekend' | 'holiday' | undefined {
  const working = isWorkingDay(day);
  if (working === undefined) return undefined;
  if (working) return 'working';
  return getDayDetail(day).name.includes(',') ? 'holiday' : 'weekend';
}

/**
 * The `n`-th working day after `start` (`n` > 0) or before it (`n` < 0). `start` itself is never counted,
 * even when it is a working day. Source: 行政处罚法 85 (days written 二日 三日 五日 七日 are working days);
 * start day excluded after 民事诉讼法 85 and 行诉法解释 48, by analogy.
 */
export function addWorkingDays(start: Day, n: number): WorkingDayCount {
  return walkWorkingDays(start, n, false);
}

/** As addWorkingDays; with `soonest`, every day of a year without a calendar is taken for a working day. */
export function walkWorkingDays(start: Day, n: number, soonest: boolean): WorkingDayCount {
  const steps: CountedDay[] = [];
  const direction = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let day = start;
  while (left > 0) {
    day = addDays(day, direction);
    const working = isWorkingDay(day) ?? (soonest ? true : undefined);
    if (working === undefined) return { known: false, unknownYear: Number(day.slice(0, 4)) };
    const detail = holidayName(day, working);
    if (working) left -= 1;
    steps.push({
      day,
      working,
      ...(working ? { count: Math.abs(n) - left } : {}),
      ...(detail ? { name: detail } : {}),
    });
  }
  return { known: true, day, steps };
}

/** Working days from `from` to `to`, both included. */
export function countWorkingDays(
  from: Day,
  to: Day,
): { known: true; count: number } | { known: false; unknownYear: number } {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(day);
    if (working === undefined) return { known: false, unknownYear: Number(day.slice(0, 4)) };
    if (working) count += 1;
  }
  return { known: true, count };
}

/** Working days in (`from`, `to`]; `undefined` when a year's calendar is unknown. Negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day): number | undefined {
  if (to < from) {
    const back = workingDaysBetween(to, from);
    return back === undefined ? undefined : -back;
  }
  const days = countWorkingDays(addDays(from, 1), to);
  return days.known ? days.count : undefined;
}

function holidayName(day: Day, working: boolean): string | undefined {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const weekend = weekday === 0 || weekday === 6;
  if (working) return weekend ? '调休上班' : undefined;
  if (weekend) return '周末';
  return getDayDetail(day).name.split(',')[1] ?? '法定节假日';
}
