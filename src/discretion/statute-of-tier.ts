import type { BenchmarkItem } from '../corpus/benchmark.ts';
import { evaluate } from '../law/condition.ts';
import { type FenRange, resolveRange } from '../law/fine-range.ts';
import type { SanctionFine } from '../law/sanction.ts';
import type { CaseFactors } from './case-factors.ts';
import { rangeOfTier } from './spans/range-of-tier.ts';
import type { Side } from './spans/side-of.ts';
import type { StatutoryRange } from './statutory-range.ts';
import { tiersInQuestion } from './tiers-in-question.ts';

/** How serious the circumstances are, in the words of provisions: 情节严重, 情节特别严重. */
const DEGREE = /^(?:serious|情节(?:特别|较|比较|极其)?(?:严重|恶劣|重|轻微?))$/;

/**
 * The statutory span where the provision asks whether the circumstances are serious and nothing else is open: the table itself says so by
 * its tiers. The one tier of the facts must lie inside one of the open spans, and inside no other; else nothing is settled.
 */
export function statuteOfTier(
  item: BenchmarkItem,
  fines: readonly SanctionFine[],
  facts: Pick<CaseFactors, 'values' | 'sums'>,
  side: Side | undefined,
): (StatutoryRange & { state: 'known' }) | undefined {
  const missing = new Set<string>();
  const open = fines.filter(({ when }) => !when || evaluate(when, facts.values, missing) !== false);
  if (missing.size === 0 || ![...missing].every((name) => DEGREE.test(name)) || item.tiers.length < 2)
    return undefined;
  const { possible, gap, overlap } = tiersInQuestion(item, facts.values);
  const [tier, another] = possible;
  if (!tier || another || gap || overlap || tier.grade === 'mitigated') return undefined;
  const own = rangeOfTier(tier, side, facts, undefined);
  if (own.state !== 'known') return undefined;
  const fitting = open.flatMap((fine) => {
    const range = resolveRange(fine.range, facts.sums, facts.values);
    return range && isInside(own.range, range) ? [{ state: 'known' as const, fine, range }] : [];
  });
  const [only, more] = fitting;
  return more ? undefined : only;
}

function isInside(own: FenRange, statute: FenRange): boolean {
  const low = statute.min === undefined || (own.min !== undefined && own.min >= statute.min);
  return low && (statute.max === undefined || (own.max !== undefined && own.max <= statute.max));
}
