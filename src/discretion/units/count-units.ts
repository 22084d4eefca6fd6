import type { BenchmarkItem, PerUnit } from '../../corpus/benchmark.ts';
import { evaluate } from '../../law/condition.ts';
import {
  compareFractions,
  type Fraction,
  fraction,
  lesser,
  multiplied,
  plus,
  ZERO,
} from '../../law/fraction.ts';
import { fen } from '../../law/money.ts';
import type { CaseFactors } from '../case-factors.ts';

/** What one row adds: so many units at so many fen each. */
export interface CountedUnits {
  factor: string;
  /** `undefined` while the factor, or whether the row applies, is not known. */
  units?: Fraction;
  each: number;
  /** In fen; may carry a fraction. */
  adds?: Fraction;
  missing: string[];
}

export interface UnitCount {
  parts: CountedUnits[];
  settled: boolean;
  /** Fen, with what is known added; the upper end only when nothing is missing. */
  from: Fraction;
  to?: Fraction;
}

/** The base sum and what the units of each factor above its number add to it. Rows that do not apply are left out. */
export function countUnits(
  item: BenchmarkItem & { perUnit: PerUnit },
  { values }: Pick<CaseFactors, 'values'>,
): UnitCount {
  const parts = item.perUnit.add.flatMap((row): CountedUnits[] => {
    const missing = new Set<string>();
    const applies = row.when ? evaluate(row.when, values, missing) : true;
    if (applies === false) return [];
    const value = values[row.factor];
    const each = fen(row.each);
    if (applies === undefined || typeof value !== 'number') {
      if (typeof value !== 'number') missing.add(row.factor);
      return [{ factor: row.factor, each, missing: [...missing] }];
    }
    const units = unitsOf(value, row);
    const adds = multiplied(units, { over: BigInt(each), under: 1n });
    return [{ factor: row.factor, units, each, adds, missing: [] }];
  });
  const settled = parts.every(({ missing }) => missing.length === 0);
  const added = parts.flatMap(({ adds }) => adds ?? []).reduce(plus, ZERO);
  const { from, to, most } = item.perUnit;
  const capped = (sum: Fraction) => (most === undefined ? sum : lesser(sum, whole(most)));
  return {
    parts,
    settled,
    from: capped(plus(whole(from), added)),
    ...(settled ? { to: capped(plus(whole(to ?? from), added)) } : {}),
  };
}

function unitsOf(value: number, { above, per, part }: PerUnit['add'][number]): Fraction {
  const { over, under } = plus(fraction(value), multiplied(fraction(above), { over: -1n, under: 1n }));
  const size = fraction(per);
  const units: Fraction = { over: over * size.under, under: under * size.over };
  if (compareFractions(units, ZERO) <= 0) return ZERO;
  return part === 'share' ? units : { over: units.over / units.under, under: 1n };
}

function whole(yuan: number | string): Fraction {
  return { over: BigInt(fen(yuan)), under: 1n };
}
