import type { Benchmark } from '../../corpus/benchmark.ts';
import { type FenRange, positionInRange } from '../../law/fine-range.ts';
import { type Fraction, fraction, multiplied, plus, wholeBelow } from '../../law/fraction.ts';

export type Share = NonNullable<NonNullable<Benchmark['within']>['lighter']>;

/**
 * The part of a span between two shares of it (0 to 1), to the fen: an end that falls between two fen moves inward. An open
 * lower end counts as zero; a span without an upper end has no shares and stays as it is; a part that holds no fen is the one next to it.
 */
export function takeShare(span: FenRange, { from, to, fromInclusive, toInclusive }: Share): FenRange {
  if (span.max === undefined) return span;
  const low = BigInt(span.min ?? 0);
  const width: Fraction = { over: BigInt(span.max) - low, under: 1n };
  const at = (share: number) =>
    wholeBelow(plus({ over: low, under: 1n }, multiplied(fraction(share), width)));
  const [bottom, top] = [at(from), at(to)];
  // One point of the span (ordinary is its middle): the fen below it.
  if (from === to) {
    const point = { min: top.whole, max: top.whole, minInclusive: true, maxInclusive: true };
    return positionInRange(top.whole, span) === 0 ? point : nearest(top.whole, span);
  }
  const lower =
    from === 0
      ? {
          ...(span.min === undefined ? {} : { min: span.min }),
          minInclusive: span.minInclusive && fromInclusive,
        }
      : {
          min: bottom.exact ? bottom.whole : bottom.whole + 1,
          minInclusive: bottom.exact ? fromInclusive : true,
        };
  const upper =
    to === 1
      ? { max: span.max, maxInclusive: span.maxInclusive && toInclusive }
      : { max: top.whole, maxInclusive: top.exact ? toInclusive : true };
  const part: FenRange = { ...lower, ...upper };
  return holdsAnyFen(part) ? part : nearest(top.whole, span);
}

/** The whole fen of the span next to a place in it where a part holds none. */
function nearest(at: number, span: FenRange): FenRange {
  const within = [at, at + 1, at - 1].find((fen) => positionInRange(fen, span) === 0);
  return within === undefined ? span : { min: within, max: within, minInclusive: true, maxInclusive: true };
}

function holdsAnyFen({ min, max, minInclusive, maxInclusive }: FenRange): boolean {
  const first = min === undefined ? 1 : minInclusive ? min : min + 1;
  const last = max === undefined ? first : maxInclusive ? max : max - 1;
  return first <= last && last > 0;
}
