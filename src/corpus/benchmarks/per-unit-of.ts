import type { BenchmarkItem, Tier } from '../benchmark.ts';
import type { Row } from './read-rows.ts';
import type { Result } from './result-in.ts';

/** Columns for units and persons may state the same sum. */
function sameUnit(results: Row['results']): Result['perUnit'] {
  const [first, ...others] = results.map((result) => result?.perUnit);
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
}

/** 500元/车次 in every row: a sum for each unit instead of tiers. */
export function perUnitOf(
  rows: readonly Row[],
  tiers: readonly Tier[],
  factors: BenchmarkItem['factors'],
): BenchmarkItem['perUnit'] {
  const each = rows.map(({ results }) => sameUnit(results));
  const [first] = each;
  if (!first || each.some((one) => one?.unit !== first.unit)) return undefined;
  const name = `${first.unit}数`;
  factors.push({ name, question: `共有多少${first.unit}？`, type: 'number', unit: first.unit });
  return {
    from: 0,
    add: each.map((one, at) => ({
      factor: name,
      above: 0,
      per: 1,
      each: one!.each,
      when: tiers[at]!.when,
      part: 'whole' as const,
    })),
  };
}
