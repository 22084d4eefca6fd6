import type { BenchmarkItem } from '../corpus/benchmark.ts';
import type { Condition } from '../law/condition.ts';
import { finesOfTier } from './spans/range-of-tier.ts';

/** Every condition that an item asks of the facts: of its tiers and their spans, its columns, degrees and units. */
export function conditionsOfItem({ tiers, weights, perUnit }: BenchmarkItem): Condition[] {
  const some = [
    ...tiers.flatMap((tier) => [tier.when, ...finesOfTier(tier).map(({ when }) => when)]),
    ...(weights?.starts ?? []).map(({ when }) => when),
    ...(weights?.factors ?? []).flatMap(({ degrees }) => degrees.map(({ when }) => when)),
    ...(perUnit?.add ?? []).map(({ when }) => when),
  ];
  return some.flatMap((when) => when ?? []);
}
