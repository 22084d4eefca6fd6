import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { citationText } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { PlacedCase } from './placed-case.ts';

/** A question for each case: was it decided on law that is no longer in force on the day? Unknown law is not called old. */
export function supersededOn(
  book: ReferenceBook,
  on: Day,
): (one: Pick<PlacedCase, 'sanction' | 'provision'>) => boolean {
  const known = new Map<string, boolean>();
  return ({ sanction, provision }) => {
    const key = sanction ?? (provision ? citationText(provision) : '');
    if (!key) return false;
    const before = known.get(key);
    if (before !== undefined) return before;
    const until = sanction === undefined ? undefined : book.sanction(sanction)?.inForce[1];
    const state = provision && book.cite(provision, on).state;
    const is = (until !== undefined && until < on) || state === 'superseded' || state === 'repealed';
    known.set(key, is);
    return is;
  };
}
