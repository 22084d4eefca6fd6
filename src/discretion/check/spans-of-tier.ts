import type { Tier } from '../../corpus/benchmark.ts';
import { evaluate, type FactorValue } from '../../law/condition.ts';
import { type Base, type FenRange, resolveRange } from '../../law/fine-range.ts';
import type { Fen } from '../../law/money.ts';
import { takeShare } from '../spans/take-share.ts';

/** A party under facts that are all known. */
export interface Situation {
  party: 'person' | 'unit';
  values: Readonly<Record<string, FactorValue>>;
  sums: Partial<Record<Base, Fen>>;
  /** The statute's span, of which a tier may be a share. */
  statute: FenRange | undefined;
}

/** A span as the table writes it, and in fen. */
export interface TierSpan {
  written: NonNullable<Tier['fine']>;
  range: FenRange;
}

/** The spans of a tier for one party under known facts: one in a sound table, none where it imposes no fine. */
export function spansOfTier({ fine, fines }: Tier, { party, values, sums, statute }: Situation): TierSpan[] {
  return [...(fine ? [fine] : []), ...(fines ?? [])]
    .filter((one) => one.party === undefined || one.party === party)
    .filter((one) => one.when === undefined || evaluate(one.when, values) === true)
    .flatMap((written) => {
      const range = written.ofSpan ? statute && shareOf(written, statute) : resolveRange(written, sums);
      return range ? { written, range } : [];
    });
}

function shareOf(
  { min = 0, max = 1, minInclusive = true, maxInclusive = true }: TierSpan['written'],
  statute: FenRange,
): FenRange {
  return takeShare(statute, {
    from: Number(min),
    to: Number(max),
    fromInclusive: minInclusive,
    toInclusive: maxInclusive,
  });
}
