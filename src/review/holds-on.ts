import type { Day } from '../law/dates.ts';

/** Whether a dated value of the profile holds on the day; both ends are inside, an open end has no limit. */
export function holdsOn(value: { from?: Day | undefined; to?: Day | undefined }, on: Day): boolean {
  return (!value.from || value.from <= on) && (!value.to || on <= value.to);
}
