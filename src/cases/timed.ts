import { type Day, daysBetween } from '../law/dates.ts';
import { endOfPeriod, type Period, withinPeriod } from '../law/period.ts';
import { workingDaysBetween } from '../law/working-days.ts';

/** How a period stands on `today`: what is left of it, and whether it was kept. */
export interface Timed {
  unit: '日' | '工作日';
  state: 'running' | 'kept' | 'missed' | 'unknown';
  due?: Day;
  /** In `unit`, from today; negative when the day has passed. */
  left?: number;
  steps: string[];
}

/** A period with its count, and its state on `today`; `ended` is the day on which what was due was done. */
export function timed(period: Period, today: Day, ended: Day | undefined): Timed {
  const end = endOfPeriod(period);
  const unit = period.unit === 'working-day' ? '工作日' : '日';
  if (!end.known) {
    const kept = ended !== undefined && withinPeriod(end, ended) === true;
    return { unit, state: kept ? 'kept' : 'unknown', steps: end.steps };
  }
  const left = unit === '工作日' ? workingDaysBetween(today, end.last) : daysBetween(today, end.last);
  return {
    unit,
    state: stateOf(end.last, today, ended),
    due: end.last,
    ...(left === undefined ? {} : { left }),
    steps: end.steps,
  };
}

export function stateOf(due: Day, today: Day, ended: Day | undefined): 'running' | 'kept' | 'missed' {
  if (ended) return ended <= due ? 'kept' : 'missed';
  return today <= due ? 'running' : 'missed';
}
