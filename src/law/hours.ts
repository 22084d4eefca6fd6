import { addDays, type Day, dayOf } from './dates.ts';

/** A moment in China, `YYYY-MM-DDTHH:MM` with or without seconds, or a whole day. */
export type Moment = string;

const HOUR = 3_600_000;

/** Hours on the clock from one moment to another; nights and holidays count. Both must have a time of day. */
export function hoursBetween(from: Moment, to: Moment): number {
  return (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / HOUR;
}

/**
 * Whether `actual` lies within `hours` of `start`; exactly the limit is inside. Where only a day is written the answer is
 * `undefined` unless every moment of that day agrees.
 */
export function withinHours(start: Moment, hours: number, actual: Moment): boolean | undefined {
  const soonest = hoursBetween(lastMoment(start), firstMoment(actual));
  const latest = hoursBetween(firstMoment(start), lastMoment(actual));
  if (latest <= hours) return true;
  return soonest > hours ? false : undefined;
}

/** The moment `hours` after `start`, `YYYY-MM-DDTHH:MM:SS`. */
export function addHours(start: Moment, hours: number): Moment {
  return new Date(Date.parse(`${firstMoment(start)}Z`) + hours * HOUR).toISOString().slice(0, 19);
}

function firstMoment(moment: Moment | Day): Moment {
  return moment.includes('T') ? moment : `${moment}T00:00`;
}

/** The end of a day is the first moment of the next, which no moment of the day reaches. */
function lastMoment(moment: Moment | Day): Moment {
  return moment.includes('T') ? moment : `${addDays(dayOf(moment), 1)}T00:00`;
}
