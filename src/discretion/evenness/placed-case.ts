import type { PastCase } from '../../corpus/past-cases.ts';
import type { Citation } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { Fen } from '../../law/money.ts';

/**
 * A decided penalty with the place of its fine in the statute's span. It holds nothing that tells one party from another
 * but the kind of party, which penal provisions tell apart themselves: neither name nor sex nor origin can change it.
 */
export interface PlacedCase {
  id: string;
  /** Kept here as a case, or known from the library alone. */
  kept: boolean;
  example: boolean;
  title: string;
  violation: string;
  field: string;
  region: string;
  agency: string;
  party: PastCase['party']['kind'];
  decidedOn: Day;
  /** Ids of people; of the library's cases nobody is known. */
  handlers: string[];
  fine?: Fen;
  /** (fine − min) ÷ (max − min); below 0 where the penalty was mitigated. */
  share?: number;
  /** Fine ÷ statutory minimum, where there is one. */
  times?: number;
  /** The statute's span on the day of the act. */
  span?: { min?: Fen; max?: Fen };
  provision?: Citation;
  /** Id of the penal provision of the day of the act. */
  sanction?: string;
  tier?: string;
  /** Where the fine stands against its tier, where that was computed. */
  inTier?: -1 | 0 | 1;
  /** A reason for leaving the benchmark is on record. */
  reasoned: boolean;
}

/** What is compared: the place in the statute's span, or the multiple of the statutory minimum. */
export type Measure = 'share' | 'times';
