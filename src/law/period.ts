import { addDays, addMonths, chineseDay, type Day, daysBetween } from './dates.ts';
import { type CountedDay, countWorkingDays, isWorkingDay, walkWorkingDays } from './working-days.ts';

export type PeriodUnit = 'working-day' | 'calendar-day' | 'month' | 'year';

/** Days that do not count, both included (鉴定、听证、公告、中止). */
export interface Suspension {
  id?: string;
  from: Day;
  to: Day;
  why: string;
}

/** 延长. It counts only when approved or decided (`on`) before the period had run out. */
export interface Extension {
  id?: string;
  length: number;
  unit?: PeriodUnit;
  on: Day;
  why: string;
}

/** A time limit. A negative `length` counts back from an event; suspensions and extensions belong to forward periods. */
export interface Period {
  from: Day;
  length: number;
  unit: PeriodUnit;
  /** What happened on the first day, for the steps: 立案, 送达. */
  event?: string;
  /** The party's periods alone move past a rest day at their end; the agency's own never do. */
  ofParty?: boolean;
  suspensions?: Suspension[];
  extensions?: Extension[];
}

/**
 * The last day of a period (it belongs to the period), or the first year whose calendar is missing with `nearest`: the
 * end under the calendar that ends it soonest, so that what lies inside it lies inside under every calendar.
 * `applied` names the suspensions and extensions that moved the end.
 */
export type PeriodEnd =
  | { known: true; last: Day; steps: string[]; applied: string[] }
  | { known: false; unknownYear: number; nearest: Day; steps: string[]; applied: string[] };

const UNITS: Record<PeriodUnit, string> = {
  'working-day': '个工作日',
  'calendar-day': '日',
  month: '个月',
  year: '年',
};

/**
 * Where a period ends. The first day is not counted; working days skip rest days and holidays and count make-up days;
 * months end on the same number of the month, or its last day; a day left out for several reasons is left out once.
 * Source: 行政处罚法 85; the first day after 民事诉讼法 85 and 行诉法解释 48, by analogy.
 */
export function endOfPeriod(period: Period): PeriodEnd {
  const sure = run(period, false);
  if (sure.unknownYear === undefined) {
    return { known: true, last: sure.last, steps: sure.steps, applied: sure.applied };
  }
  const soonest = run(period, true);
  return {
    known: false,
    unknownYear: sure.unknownYear,
    nearest: soonest.last,
    steps: [
      ...soonest.steps.slice(0, 1),
      `${sure.unknownYear}年放假调休安排尚未公布，不推算；最${period.length < 0 ? '晚' : '早'}到${chineseDay(soonest.last)}`,
    ],
    applied: soonest.applied,
  };
}

/** Whether `day` lies inside: on or before the last day; for a period counted back, early enough. */
export function withinPeriod(end: PeriodEnd, day: Day, backwards = false): boolean | undefined {
  if (end.known) return day <= end.last;
  if (backwards) return day > end.nearest ? false : undefined;
  return day <= end.nearest ? true : undefined;
}

interface Run {
  last: Day;
  steps: string[];
  applied: string[];
  /** Set when a calendar is missing: the run has stopped there. */
  unknownYear?: number;
}

/** `soonest`: in a year without a calendar every day is a working day, and a suspension there leaves out none. */
function run(period: Period, soonest: boolean): Run {
  const state: Run = { last: period.from, steps: [], applied: [] };
  state.steps.push(`${chineseDay(period.from)}${period.event ?? ''}（当日不计入）`);
  if (!move(state, period.length, period.unit, soonest, true)) return state;
  let counted = period.from;
  for (const { entry } of eventsOf(period)) {
    if ('to' in entry) {
      // A day is left out once however many reasons cover it, and the first day was never counted.
      const from = entry.from <= counted ? addDays(counted, 1) : entry.from;
      if (entry.to < from) continue;
      if (from <= state.last) counted = entry.to;
      if (!suspend(state, { ...entry, from }, period.unit, soonest)) return state;
    } else if (!extend(state, entry, period.unit, soonest)) return state;
  }
  if (period.length > 0) atTheEnd(state, period, soonest);
  return state;
}

/** In the order of the calendar: what comes after the period has run out no longer moves its end. */
function eventsOf({
  suspensions = [],
  extensions = [],
}: Period): { on: Day; entry: Suspension | Extension }[] {
  return [
    ...suspensions.map((entry) => ({ on: entry.from, entry })),
    ...extensions.map((entry) => ({ on: entry.on, entry })),
  ].sort((a, b) => a.on.localeCompare(b.on));
}

function suspend(state: Run, entry: Suspension, unit: PeriodUnit, soonest: boolean): boolean {
  const span = `${chineseDay(entry.from)}至${chineseDay(entry.to)}`;
  if (entry.from > state.last) {
    state.steps.push(`${span}在期限届满之后，不影响期限`);
    return true;
  }
  const working = unit === 'working-day';
  let days = daysBetween(entry.from, entry.to) + 1;
  if (working) {
    const found = countWorkingDays(entry.from, entry.to);
    if (!found.known && !soonest) return missing(state, found.unknownYear);
    days = found.known ? found.count : 0;
  }
  if (!move(state, days, working ? unit : 'calendar-day', soonest)) return false;
  if (entry.id) state.applied.push(entry.id);
  const shift = `${days}${UNITS[working ? unit : 'calendar-day']}`;
  state.steps.push(`${span}${entry.why}不计入，顺延${shift}，至${chineseDay(state.last)}`);
  return true;
}

function extend(state: Run, entry: Extension, unit: PeriodUnit, soonest: boolean): boolean {
  if (entry.on > state.last) {
    state.steps.push(`${chineseDay(entry.on)}批准的延长晚于期限届满，不计`);
    return true;
  }
  const by = entry.unit ?? unit;
  if (!move(state, entry.length, by, soonest)) return false;
  if (entry.id) state.applied.push(entry.id);
  const until = `至${chineseDay(state.last)}`;
  state.steps.push(`${chineseDay(entry.on)}${entry.why}延长${entry.length}${UNITS[by]}，${until}`);
  return true;
}

/** The last day on a rest day: only the party's periods move on. */
function atTheEnd(state: Run, period: Period, soonest: boolean): void {
  const working = isWorkingDay(state.last);
  if (working === undefined && period.ofParty && !soonest) missing(state, Number(state.last.slice(0, 4)));
  if (working !== false || period.unit === 'working-day') return;
  const end = chineseDay(state.last);
  if (!period.ofParty) state.steps.push(`末日${end}为休息日，机关自己的期限不顺延`);
  else if (move(state, 1, 'working-day', soonest)) {
    state.steps.push(`末日${end}为休息日，当事人的期限顺延至${chineseDay(state.last)}`);
  }
}

/** Moves the end by `n` units; `told` writes down the count. False when a calendar is missing. */
function move(state: Run, n: number, unit: PeriodUnit, soonest: boolean, told = false): boolean {
  if (unit === 'working-day') {
    const count = walkWorkingDays(state.last, n, soonest);
    if (!count.known) return missing(state, count.unknownYear);
    state.last = count.day;
    if (told) state.steps.push(...count.steps.map(dayLine));
    return true;
  }
  if (unit === 'calendar-day') state.last = addDays(state.last, n);
  else state.last = addMonths(state.last, unit === 'year' ? n * 12 : n);
  if (told) state.steps.push(endLine(n, unit, state.last));
  return true;
}

function missing(state: Run, year: number): false {
  state.unknownYear = year;
  return false;
}

function endLine(n: number, unit: PeriodUnit, last: Day): string {
  if (unit === 'calendar-day')
    return `${n < 0 ? '往前' : ''}第${Math.abs(n)}日为${chineseDay(last)}（自然日）`;
  return `${Math.abs(n)}${UNITS[unit]}${n < 0 ? '前' : '后'}的相应日为${chineseDay(last)}`;
}

function dayLine({ day, count, name }: CountedDay): string {
  if (!count) return `${chineseDay(day)} 不计入（${name ?? '非工作日'}）`;
  return `${chineseDay(day)} 第${count}个工作日${name ? `（${name}）` : ''}`;
}
