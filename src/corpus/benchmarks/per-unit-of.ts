import type { BenchmarkItem, Tier } from '../benchmark.ts';
import { countedBy } from './counted-by.ts';
import type { RowFault } from './item-reading.ts';
import type { Row } from './read-rows.ts';
import type { UnitSum } from './unit-sum-in.ts';

type Factors = BenchmarkItem['factors'];

/** Columns for units and persons may state the same sum. */
function sameUnit(results: Row['results']): UnitSum | undefined {
  const [first, ...others] = results.flatMap((result) => result?.perUnit ?? []);
  const fined = results.some((result) => result?.fine || result?.fines);
  const alike = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return alike && !fined ? first : undefined;
}

/**
 * 500元/车次: a sum for each unit instead of a tier. The rows that lay down no fine stay tiers beside it (警告); rows that fine in another way do
 * not go with it. The number of units is the fact that the rows already ask for in this unit, where their sum is for what is beyond a
 * limit (每超1000千克) only where that fact is itself what is beyond.
 */
export function perUnitOf(
  rows: readonly Row[],
  tiers: readonly Tier[],
  factors: Factors,
  faults: RowFault[],
): Pick<BenchmarkItem, 'perUnit' | 'tiers'> | undefined {
  const each = rows.map(({ results }) => sameUnit(results));
  const counted = each.flatMap((one, at) => (one ? [{ one, at }] : []));
  const [first] = counted;
  if (!first) return undefined;
  const others = tiers.filter((_, at) => !each[at]);
  const { unit, most } = first.one;
  const alike = counted.every(({ one }) => one.unit === unit && one.most === most);
  if (!alike || others.some(({ fine, fines }) => fine || fines)) return undefined;
  const factor = counterOf(first.one, factors);
  if (!factor) {
    faults.push({
      row: rows[first.at]!.number,
      reason: first.one.beyond
        ? `“每超${first.one.per ?? ''}${unit}”不知道从多少起算`
        : `按每${unit}计罚，不知道乘以哪一个数`,
    });
    return undefined;
  }
  return {
    perUnit: {
      from: 0,
      ...(most === undefined ? {} : { most }),
      add: counted.map(({ one, at }) => ({
        factor,
        above: 0,
        per: one.per ?? 1,
        each: one.each,
        when: tiers[at]!.when,
        part: 'whole' as const,
      })),
    },
    tiers: others,
  };
}

/** The name of the fact that is counted; nothing where 每超 has no fact that is itself an excess. */
function counterOf({ unit, beyond }: UnitSum, factors: Factors): string | undefined {
  if (beyond) {
    const excess = factors.filter(
      ({ type, unit: other, name, label = '' }) =>
        type === 'number' && other === unit && /超|逾/.test(`${name}${label}`),
    );
    return excess.length === 1 ? excess[0]!.name : undefined;
  }
  const counted = countedBy(unit, factors);
  return 'name' in counted ? counted.name : undefined;
}
