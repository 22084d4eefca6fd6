import type { Day } from '../../law/dates.ts';
import type { PlacedCase } from './placed-case.ts';

/** What the cases are narrowed to; what is left out narrows nothing. */
export interface Narrowing {
  from?: Day;
  to?: Day;
  field?: string;
  /** The beginning of the region, from the largest part. */
  region?: string;
  party?: PlacedCase['party'];
  /** Invented cases or real ones: never both together. */
  example: boolean;
}

/** The cases that fit. */
export function narrowCases(
  cases: readonly PlacedCase[],
  { from, to, field, region, party, example }: Narrowing,
): PlacedCase[] {
  return cases.filter(
    (one) =>
      one.example === example &&
      (!from || one.decidedOn >= from) &&
      (!to || one.decidedOn <= to) &&
      (!field || one.field === field) &&
      (!region || one.region.startsWith(region)) &&
      (!party || one.party === party),
  );
}
