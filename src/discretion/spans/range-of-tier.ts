import type { Tier } from '../../corpus/benchmark.ts';
import { evaluate, type FactorValue } from '../../law/condition.ts';
import { type Base, type FenRange, resolveRange } from '../../law/fine-range.ts';
import type { Fen } from '../../law/money.ts';
import { AS_RESPONSIBLE } from '../../law/sanction-conditions.ts';
import { BUSINESS_AS_UNIT, type Side } from './side-of.ts';
import { takeShare } from './take-share.ts';

export type TierFine = NonNullable<Tier['fine']>;

/** The table's own span for the case, before it is cut to the statute's. */
export type RangeOfTier =
  | { state: 'known'; fine: TierFine; range: FenRange }
  /** The tier provides for no fine at all. */
  | { state: 'none' }
  /** None of its spans is for this party and these facts, or several are, or shares are taken of an open span. */
  | { state: 'no-span' | 'several' | 'open-span' }
  /** `statute`: shares of the statute's span, which is not known. */
  | { state: 'missing'; factors: string[]; statute?: true };

/** Every span of a tier for the offender, whether it has one or several. */
export function finesOfTier({ fine, fines }: Pick<Tier, 'fine' | 'fines'>): TierFine[] {
  return (fines ?? (fine ? [fine] : [])).filter(({ subject }) => subject !== 'responsible-person');
}

/** The spans of a tier for the persons responsible, beside the unit that is fined. */
export function finesBesideTier({ fine, fines }: Pick<Tier, 'fine' | 'fines'>): TierFine[] {
  return (fines ?? (fine ? [fine] : [])).filter(({ subject }) => subject === 'responsible-person');
}

/** The span of a tier for one kind of party and the facts, in fen. */
export function rangeOfTier(
  tier: Tier,
  side: Side | undefined,
  facts: { values: Readonly<Record<string, FactorValue>>; sums: Partial<Record<Base, Fen>> },
  statute: FenRange | undefined,
): RangeOfTier {
  const beside = side === 'person' ? finesBesideTier(tier) : [];
  const responsible = facts.values[AS_RESPONSIBLE];
  const asOffender = finesOfTier(tier);
  // A person whom the tier fines only as one responsible in a unit.
  if (responsible === undefined && beside.length > 0 && !asOffender.some(({ party }) => party !== 'unit'))
    return { state: 'missing', factors: [AS_RESPONSIBLE] };
  const all = responsible === true && beside.length > 0 ? beside : asOffender;
  if (all.length === 0) return { state: 'none' };
  if (!side && all.some(({ party }) => party)) return { state: 'missing', factors: [BUSINESS_AS_UNIT] };
  const missing = new Set<string>();
  const open = all
    .filter(({ party }) => !party || party === side)
    .map((fine) => ({ fine, truth: fine.when ? evaluate(fine.when, facts.values, missing) : true }))
    .filter(({ truth }) => truth !== false);
  if (open.length === 0) return { state: 'no-span' };
  if (open.some(({ truth }) => truth === undefined)) return { state: 'missing', factors: [...missing] };
  if (open.length > 1) return { state: 'several' };
  const { fine } = open[0]!;
  if (fine.ofSpan) return shareOfStatute(fine, statute);
  const range = resolveRange(fine, facts.sums, facts.values);
  return range
    ? { state: 'known', fine, range }
    : { state: 'missing', factors: [fine.baseFactor ?? fine.base!] };
}

function shareOfStatute(fine: TierFine, statute: FenRange | undefined): RangeOfTier {
  if (!statute) return { state: 'missing', factors: [], statute: true };
  if (statute.max === undefined) return { state: 'open-span' };
  const range = takeShare(statute, {
    from: Number(fine.min ?? 0),
    to: Number(fine.max ?? 1),
    fromInclusive: fine.minInclusive ?? true,
    toInclusive: fine.maxInclusive ?? true,
  });
  return { state: 'known', fine, range };
}
