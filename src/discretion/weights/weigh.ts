import type { BenchmarkItem, Weights } from '../../corpus/benchmark.ts';

import {
  compareFractions,
  type Fraction,
  fraction,
  greater,
  lesser,
  multiplied,
  plus,
  ZERO,
} from '../../law/fraction.ts';
import { fen } from '../../law/money.ts';
import type { CaseFactors } from '../case-factors.ts';
import type { Side } from '../spans/side-of.ts';
import { type ChosenDegrees, chooseDegrees, type Start } from './choose-degrees.ts';

/** A weighted reckoning. Sums are percentages after cap and floor, amounts are fen that may carry a fraction. */
export interface Weighed extends ChosenDegrees {
  /** One column and one degree of every factor: nothing is open. */
  settled: boolean;
  /** Sum before cap and floor of the lightest and the heaviest completion. */
  raw?: { from: Fraction; to: Fraction };
  sum?: { from: Fraction; to: Fraction };
  /** Absent where a base is not known, or a column names nothing to multiply with. */
  fine?: { from: Fraction; to: Fraction };
  /** Bases, or the numbers that units are counted by. */
  missingBases: string[];
}

/** (start + Σ weight), capped and floored, × the column's maximum: for the lightest and the heaviest that the facts leave open. */
export function weigh(
  item: BenchmarkItem & { weights: Weights },
  facts: Pick<CaseFactors, 'values' | 'sums' | 'notEstablished'>,
  side: Side | undefined,
): Weighed {
  const chosen = chooseDegrees(item, facts, side);
  const faulty =
    chosen.startFault !== undefined || chosen.starts.length === 0 || chosen.parts.some(({ fault }) => fault);
  if (faulty) return { ...chosen, settled: false, missingBases: [] };
  const settled = chosen.startMissing.length === 0 && chosen.parts.every(({ degree }) => degree);
  const spans = chosen.starts.map(({ start }) => multipliedSpan(start, facts));
  const bounded = chosen.starts.map(({ least, most }) => ({
    from: boundedSum(least, item.weights),
    to: boundedSum(most, item.weights),
  }));
  const fines = spans.flatMap((span, index) => {
    if (!span) return [];
    const { from, to } = bounded[index]!;
    return [{ from: fineAt(from, span), to: fineAt(to, span) }];
  });
  return {
    ...chosen,
    settled,
    raw: {
      from: chosen.starts.map(({ least }) => least).reduce(lesser),
      to: chosen.starts.map(({ most }) => most).reduce(greater),
    },
    sum: {
      from: bounded.map(({ from }) => from).reduce(lesser),
      to: bounded.map(({ to }) => to).reduce(greater),
    },
    ...(fines.length === spans.length
      ? {
          fine: {
            from: fines.map(({ from }) => from).reduce(lesser),
            to: fines.map(({ to }) => to).reduce(greater),
          },
        }
      : {}),
    missingBases: [
      ...new Set(
        chosen.starts.flatMap(({ start: { of } }) =>
          of.baseFactor !== undefined
            ? typeof facts.values[of.baseFactor] === 'number'
              ? []
              : [of.baseFactor]
            : of.max === undefined && of.base && facts.sums[of.base] === undefined
              ? [of.base]
              : [],
        ),
      ),
    ],
  };
}

/** What a sum of 100% comes to, and what one of 0%: above zero where the table adds its percentages to the minimum. */
export interface MultipliedSpan {
  least: Fraction;
  most: Fraction;
}

/** What the percentages are taken of, in fen; `undefined` without a known base. */
export function multipliedSpan(
  { of }: Start,
  { sums, values }: Pick<CaseFactors, 'sums' | 'values'>,
): MultipliedSpan | undefined {
  const base = baseOf(of, { sums, values });
  const most = of.max ?? of.times;
  if (!base || most === undefined) return undefined;
  const times = (amount: number | string) => multiplied(base, fraction(String(amount).replaceAll(',', '')));
  return { least: of.least === undefined ? ZERO : times(of.least), most: times(most) };
}

/** In fen what the amounts of a column are counted on: 1 yuan where they are sums, a number of units, or a base of the case. */
function baseOf(
  of: Start['of'],
  { sums, values }: Pick<CaseFactors, 'sums' | 'values'>,
): Fraction | undefined {
  if (of.baseFactor !== undefined) {
    const count = values[of.baseFactor];
    return typeof count === 'number' && count >= 0 ? multiplied(fraction(count), fraction(100)) : undefined;
  }
  if (of.max !== undefined) return fraction(100);
  const known = of.base && sums[of.base];
  if (known === undefined) return undefined;
  return { over: BigInt(of.baseLeast === undefined ? known : Math.max(known, fen(of.baseLeast))), under: 1n };
}

/** least + (most − least) × percent. */
export function fineAt(percent: Fraction, { least, most }: MultipliedSpan): Fraction {
  const width = plus(most, { over: -least.over, under: least.under });
  return plus(least, multiplied(multiplied(percent, width), { over: 1n, under: 100n }));
}

function boundedSum(sum: Fraction, { cap, floor }: Weights): Fraction {
  const capped = lesser(sum, fraction(cap));
  return floor !== undefined && compareFractions(capped, fraction(floor)) < 0 ? fraction(floor) : capped;
}
