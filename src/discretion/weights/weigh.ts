import type { BenchmarkItem, Weights } from '../../corpus/benchmark.ts';
import type { Base } from '../../law/fine-range.ts';
import {
  compareFractions,
  type Fraction,
  fraction,
  greater,
  lesser,
  multiplied,
} from '../../law/fraction.ts';
import { type Fen, fen } from '../../law/money.ts';
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
  missingBases: Base[];
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
  const maxima = chosen.starts.map(({ start }) => maximumOf(start, facts.sums));
  const bounded = chosen.starts.map(({ least, most }) => ({
    from: boundedSum(least, item.weights),
    to: boundedSum(most, item.weights),
  }));
  const fines = maxima.flatMap((maximum, index) => {
    if (!maximum) return [];
    const { from, to } = bounded[index]!;
    return [{ from: percentOf(from, maximum), to: percentOf(to, maximum) }];
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
    ...(fines.length === maxima.length
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
          of.max === undefined && of.base && facts.sums[of.base] === undefined ? [of.base] : [],
        ),
      ),
    ],
  };
}

/** What the percentage is taken of, in fen; `undefined` without a known base. */
export function maximumOf({ of }: Start, sums: Partial<Record<Base, Fen>>): Fraction | undefined {
  if (of.max !== undefined) return { over: BigInt(fen(of.max)), under: 1n };
  const known = of.base && sums[of.base];
  if (known === undefined || of.times === undefined) return undefined;
  const base = of.baseLeast === undefined ? known : Math.max(known, fen(of.baseLeast));
  return multiplied({ over: BigInt(base), under: 1n }, fraction(of.times));
}

function percentOf(percent: Fraction, { over, under }: Fraction): Fraction {
  return { over: percent.over * over, under: percent.under * under * 100n };
}

function boundedSum(sum: Fraction, { cap, floor }: Weights): Fraction {
  const capped = lesser(sum, fraction(cap));
  return floor !== undefined && compareFractions(capped, fraction(floor)) < 0 ? fraction(floor) : capped;
}
