import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import type { Sanction } from '../../law/sanction.ts';
import { finesOfTier } from './range-of-tier.ts';

/** Whether an item or the provision under it has other spans for persons than for units. */
export function tellsSidesApart(
  { appliesTo, tiers, weights }: Pick<BenchmarkItem, 'appliesTo' | 'tiers' | 'weights'>,
  sanction: Pick<Sanction, 'fines'> | undefined,
): boolean {
  const columns = [
    ...tiers.flatMap((tier) => finesOfTier(tier)),
    ...(weights?.starts ?? []),
    ...(sanction?.fines ?? []),
  ];
  return appliesTo !== 'any' || columns.some(({ party }) => party !== undefined);
}
