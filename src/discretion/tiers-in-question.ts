import type { BenchmarkItem, Tier } from '../corpus/benchmark.ts';
import { evaluate, type FactorValue } from '../law/condition.ts';
import { representativeValues, testsOf } from './representative-values.ts';

/** More completions than this are not tried one by one; the cruder three-valued answer is used instead. */
const MOST_COMPLETIONS = 20_000;

export interface TiersInQuestion {
  /** Tiers that some completion of the missing facts leads to, in the table's order. */
  possible: Tier[];
  /** Factors without a value on which the outcome depends. */
  missing: string[];
  /** Completions, or the facts themselves, that fit no tier or several. */
  gap: boolean;
  overlap: boolean;
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
  const choices = open.map((factor) =>
    representativeValues(
      factor,
      conditions,
      item.factors.find((declared) => declared.name === factor),
    ),
  );
  const completions = choices.reduce((count, values) => count * Math.max(values.length, 1), 1);
  if (completions > MOST_COMPLETIONS) {
    const possible = item.tiers.filter((tier) => evaluate(tier.when, known) !== false);
    return { possible, missing: open, gap: possible.length === 0, overlap: false };
  }
  const outcomes = new Map<string, Set<string>>();
  const possible = new Set<Tier>();
  const state = { gap: false, overlap: false };
  const visit = (index: number, values: Record<string, FactorValue>): void => {
    if (index < open.length) {
      for (const value of choices[index]!) visit(index + 1, { ...values, [open[index]!]: value });
      return;
    }
    const hit = item.tiers.filter((tier) => evaluate(tier.when, values) === true);
    if (hit.length === 0) state.gap = true;
    const chosen = hit.length > 1 && item.severalTiers === 'heaviest' ? [heaviest(hit)] : hit;
    if (chosen.length > 1) state.overlap = true;
    for (const tier of chosen) possible.add(tier);
    const outcome = chosen.map((tier) => tier.order).join(',');
    for (const factor of open) {
      // The outcome for all other values fixed: if it varies with this factor alone, the factor matters.
      const rest = `${factor}|${open.map((name) => (name === factor ? '' : String(values[name]))).join('|')}`;
      outcomes.set(rest, (outcomes.get(rest) ?? new Set()).add(outcome));
    }
  };
  visit(0, { ...known });
  const matters = new Set(
    [...outcomes].filter(([, seen]) => seen.size > 1).map(([rest]) => rest.slice(0, rest.indexOf('|'))),
  );
  return {
    possible: item.tiers.filter((tier) => possible.has(tier)),
    missing: open.filter((factor) => matters.has(factor)),
    ...state,
  };
}

function heaviest(tiers: Tier[]): Tier {
  return tiers.reduce((heavier, tier) => (tier.order > heavier.order ? tier : heavier));
}
