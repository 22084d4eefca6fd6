import type { Day } from '../law/dates.ts';

/** Whether a value of a profile holds on `day`, both ends included; without a day, whether it has no end. */
export function validOn(
  value: { from?: Day | undefined; to?: Day | undefined },
  day: Day | undefined,
): boolean {
  if (!day) return !value.to;
  return (!value.from || value.from <= day) && (!value.to || day <= value.to);
}
