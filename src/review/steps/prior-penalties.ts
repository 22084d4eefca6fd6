import type { CaseFile } from '../../cases/case-file.ts';
import { addYears, type Day } from '../../law/dates.ts';
import type { OffenceFact } from '../crime/offence-fact.ts';
import { sameCause } from './same-cause.ts';

/**
 * How often the party was penalised for the same kind of act in the years before the day of the act; `years` left out:
 * ever. Counted from the earlier decisions of the file; decisions of another name may be of the kind too, so they set the
 * most it can be. A first violation within two years has none. The day of a decision stands for the day it took effect.
 */
export function priorPenalties(file: CaseFile, on: Day, years?: number): OffenceFact | undefined {
  const { earlierDecisions, circumstances, violation } = file;
  const repeat = circumstances?.factors?.repeat;
  const path = 'earlierDecisions';
  let atMost = 0;
  if (earlierDecisions) {
    const within = earlierDecisions.filter(
      ({ date, sameAct }) => !sameAct && date <= on && (years === undefined || addYears(date, years) >= on),
    );
    const counted = within.filter(({ cause }) =>
      [file.cause, violation.name].some((own) => sameCause(own, cause)),
    );
    if (counted.length > 0) return { value: counted.length, path, atMost: within.length };
    atMost = within.length;
  }
  // The benchmarks' question is 两年内是否因同类违法行为受过行政处罚: yes is once at least.
  if (repeat === true && (years ?? 2) >= 2)
    return { value: 1, path: 'circumstances.factors.repeat', atLeast: true };
  const denied = years !== undefined && years <= 2 ? deniedAt(file) : undefined;
  if (earlierDecisions && (atMost === 0 || !denied)) return { value: 0, path, atMost };
  return denied === undefined ? undefined : { value: 0, path: denied };
}

/** Where the file says that there was no penalty for the same kind within two years. */
function deniedAt({ circumstances, violation }: CaseFile): string | undefined {
  if (circumstances?.factors?.repeat === false) return 'circumstances.factors.repeat';
  return violation.firstViolation ? 'violation.firstViolation' : undefined;
}
