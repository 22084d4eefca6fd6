import type { CaseFile } from '../cases/case-file.ts';
import { addYears, type Day } from '../law/dates.ts';
import type { OffenceFact } from './offence-fact.ts';
import { sameCause } from './same-cause.ts';

/**
 * How often the party was penalised for the same kind of act in the years before the day of the act; `years` left out:
 * ever. Counted from the earlier decisions of the file; a first violation within two years has none. The day of a
 * decision stands for the day it took effect.
 */
export function priorPenalties(file: CaseFile, on: Day, years?: number): OffenceFact | undefined {
  const { earlierDecisions, circumstances, violation } = file;
  const repeat = circumstances?.factors?.repeat;
  const path = 'earlierDecisions';
  if (earlierDecisions) {
    const counted = earlierDecisions.filter(
      ({ date, cause, sameAct }) =>
        !sameAct &&
        date <= on &&
        (years === undefined || addYears(date, years) >= on) &&
        [file.cause, violation.name].some((own) => sameCause(own, cause)),
    );
    if (counted.length > 0) return { value: counted.length, path };
  }
  // The benchmarks' question is 两年内是否因同类违法行为受过行政处罚: yes is once at least.
  if (repeat === true && (years ?? 2) >= 2)
    return { value: 1, path: 'circumstances.factors.repeat', atLeast: true };
  if (earlierDecisions) return { value: 0, path };
  if (years === undefined || years > 2) return undefined;
  if (repeat === false) return { value: 0, path: 'circumstances.factors.repeat' };
  return violation.firstViolation ? { value: 0, path: 'violation.firstViolation' } : undefined;
}
