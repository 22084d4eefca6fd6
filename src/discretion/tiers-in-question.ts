import type { BenchmarkItem, Tier } from '../corpus/benchmark.ts';
import { evaluate, type FactorValue } from '../law/condition.ts';
import { completions } from './completions.ts';
import { testsOf } from './representative-values.ts';

export interface TiersInQuestion {
  /** Tiers that some completion of the missing facts leads to, in the table's order. */
  possible: Tier[];
  /** Factors without a value on which the outcome depends. */
  missing: string[];
  /** Completions, or the facts themselves, that fit no tier or several. */
  gap: boolean;
  overlap: boolean;
  /** Several fit whatever the missing facts are. */
  sureOverlap: boolean;
}

/**
 * The tiers that the facts leave open. Every missing factor is completed with values that stand for all others
 * (representativeValues), so a missing fact narrows nothing unless all completions agree.
 */
export function tiersInQuestion(
  item: BenchmarkItem,
  known: Readonly<Record<string, FactorValue>>,
): TiersInQuestion {
  const conditions = item.tiers.map((tier) => tier.when);
  const unknown = new Set<string>();
  for (const condition of conditions) evaluate(condition, known, unknown);
  const all = new Set(conditions.flatMap(testsOf).map((test) => test.factor));
  const open = [...all].filter((factor) => known[factor] === undefined && unknown.has(factor));
  const filled = completions(open, conditions, item, known);
  if (!filled) return { ...cruder(item, known), missing: open };
  const outcomes = new Map<string, Set<string>>();
  const possible = new Set<Tier>();
  const state = { gap: false, overlap: false, sureOverlap: filled.length > 0 };
  for (const values of filled) {
    const hit = item.tiers.filter((tier) => evaluate(tier.when, values) === true);
    if (hit.length === 0) state.gap = true;
    const chosen = hit.length > 1 && item.severalTiers === 'heaviest' ? [heaviest(hit)] : hit;
    if (chosen.length > 1) state.overlap = true;
    else state.sureOverlap = false;
    for (const tier of chosen) possible.add(tier);
    const outcome = chosen.map((tier) => tier.order).join(',');
    for (const factor of open) {
      // The outcome for all other values fixed: if it varies with this factor alone, the factor matters.
      const rest = `${factor}|${open.map((name) => (name === factor ? '' : String(values[name]))).join('|')}`;
      outcomes.set(rest, (outcomes.get(rest) ?? new Set()).add(outcome));
    }
  }
  const matters = new Set(
    [...outcomes].filter(([, seen]) => seen.size > 1).map(([rest]) => rest.slice(0, rest.indexOf('|'))),
  );
  return {
    possible: item.tiers.filter((tier) => possible.has(tier)),
    missing: open.filter((factor) => matters.has(factor)),
    ...state,
  };
}

/**
 * Where the completions are too many to try: the tiers that are not excluded. One that is merely not excluded is not reached by
 * every completion, so there is a gap unless one holds whatever the missing facts are.
 */
function cruder(
  item: BenchmarkItem,
  known: Readonly<Record<string, FactorValue>>,
): Omit<TiersInQuestion, 'missing'> {
  const truths = item.tiers.map((tier) => ({ tier, truth: evaluate(tier.when, known) }));
  const sure = truths.flatMap(({ tier, truth }) => (truth === true ? [tier] : []));
  const open = truths.flatMap(({ tier, truth }) => (truth === false ? [] : [tier]));
  const gap = sure.length === 0;
  if (item.severalTiers !== 'heaviest' || gap) {
    const overlap = sure.length > 1;
    return { possible: open, gap, overlap, sureOverlap: overlap };
  }
  const least = heaviest(sure).order;
  return { possible: open.filter(({ order }) => order >= least), gap, overlap: false, sureOverlap: false };
}

function heaviest(tiers: Tier[]): Tier {
  return tiers.reduce((heavier, tier) => (tier.order > heavier.order ? tier : heavier));
}
