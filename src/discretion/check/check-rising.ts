import type { BenchmarkItem, Tier } from '../../corpus/benchmark.ts';
import type { FactorValue } from '../../law/condition.ts';
import { GRADE_NAMES } from '../../law/penalties.ts';
import { factorLabel } from '../factor-label.ts';
import type { TierFine } from '../spans/range-of-tier.ts';
import type { Faults } from './benchmark-fault.ts';

/** A tier where some facts place it, with the span it has there as the table writes it. */
export interface PlacedTier {
  tier: Tier;
  written: TierFine;
  values: Record<string, FactorValue>;
}

/**
 * Of two tiers that one fact alone tells apart, the one of the heavier grade stands later in the table and has no lower span;
 * of two of one grade that a number tells apart, the later one. Under the same span of the statute, for the same party.
 */
export function checkRising(item: BenchmarkItem, placed: readonly PlacedTier[], faults: Faults): void {
  for (const factor of Object.keys(placed[0]?.values ?? {})) {
    const groups = Map.groupBy(placed, ({ values }) => JSON.stringify({ ...values, [factor]: null }));
    const compared = new Set<string>();
    for (const group of groups.values()) {
      for (const one of group) {
        for (const other of group) {
          const key = `${one.tier.order} ${other.tier.order}`;
          if (one.tier === other.tier || compared.has(key)) continue;
          compared.add(key);
          compare(item, factor, one, other, faults);
        }
      }
    }
  }
}

function compare(
  item: BenchmarkItem,
  factor: string,
  milder: PlacedTier,
  heavier: PlacedTier,
  faults: Faults,
): void {
  const grades = GRADE_NAMES.indexOf(heavier.tier.grade) - GRADE_NAMES.indexOf(milder.tier.grade);
  const later = heavier.tier.order > milder.tier.order;
  if (grades > 0 && !later) {
    const row = `${item.id} ${milder.tier.name}`;
    faults.add('grade-order', row, `排在${heavier.tier.name}之后，等级却更轻。`);
  }
  const numbered = grades === 0 && later && typeof heavier.values[factor] === 'number';
  const [low, high] = [milder.written, heavier.written];
  if ((grades <= 0 && !numbered) || low.base !== high.base || low.ofSpan !== high.ofSpan) return;
  if (number(high.min, 0) < number(low.min, 0) || number(high.max, Infinity) < number(low.max, Infinity)) {
    faults.add(
      'not-rising',
      `${item.id} ${heavier.tier.name}`,
      `幅度低于只有${factorLabel(factor, item)}不同的${milder.tier.name}。`,
    );
  }
}

function number(value: number | string | undefined, otherwise: number): number {
  return value === undefined ? otherwise : Number(value);
}
