import { addDays, type Day } from '../../law/dates.ts';
import { isWorkingDay } from '../../law/working-days.ts';

/** Whether `made` lies on the first working day after a last day that was none: in time only if the period rolled. */
export function onlyByRolling(last: Day, made: Day): boolean {
  if (isWorkingDay(last) !== false) return false;
  for (let day = addDays(last, 1); day <= made; day = addDays(day, 1)) {
    if (isWorkingDay(day) !== false) return day === made;
  }
  return true;
}
