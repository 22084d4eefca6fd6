import type { Weights } from '../../corpus/benchmark.ts';
import type { FineRange } from '../../law/fine-range.ts';
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
import { fen, yuanText } from '../../law/money.ts';

const HUNDREDTH: Fraction = { over: 1n, under: 100n };

/**
 * The span between the lightest and the heaviest degrees of every column, as a span of the provision would be written: yuan, or
 * multiples of a base. Ends are cut to six places of a multiple and to the fen.
 */
export function weightedSpans({
  starts,
  factors,
  cap,
  floor,
}: Weights): { name?: string; span: FineRange }[] {
  const ends = factors.map(({ degrees }) => degrees.map(({ percent }) => fraction(percent)));
  const least = ends.map((percents) => percents.reduce(lesser));
  const most = ends.map((percents) => percents.reduce(greater));
  return starts.flatMap(({ name, percent, of }) => {
    const sumOf = (weights: Fraction[]): Fraction => {
      const sum = lesser([fraction(percent), ...weights].reduce(plus), fraction(cap));
      return floor !== undefined && compareFractions(sum, fraction(floor)) < 0 ? fraction(floor) : sum;
    };
    const factor = of.max ?? of.times;
    if (factor === undefined) return [];
    const written = (amount: number | string) => fraction(String(amount).replaceAll(',', ''));
    const lowest = of.least === undefined ? ZERO : written(of.least);
    const width = plus(written(factor), { over: -lowest.over, under: lowest.under });
    const end = (weights: Fraction[]): string => {
      const result = plus(lowest, multiplied(multiplied(sumOf(weights), HUNDREDTH), width));
      if (of.max === undefined) return decimalEnd(result, 6);
      return yuanText(fen(decimalEnd(result, 2)));
    };
    const base =
      of.baseFactor !== undefined
        ? { baseFactor: of.baseFactor, ...(of.each ? { each: of.each } : {}) }
        : of.max === undefined
          ? { base: of.base }
          : {};
    return [{ ...(name ? { name } : {}), span: { ...base, min: end(least), max: end(most) } as FineRange }];
  });
}

function decimalEnd({ over, under }: Fraction, places: number): string {
  const digits = String((over * 10n ** BigInt(places)) / under).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
