import type { FenRange } from '../law/fine-range.ts';

/**
 * A tier's span clipped to the span of the statute, and whether anything had to be cut. A reckoned amount wholly outside
 * moves to the statute's nearest end; a tier there has no span, and is `disjoint`. `openBelow` lets a mitigated tier stay
 * below the minimum.
 */
export function clipToStatute(
  tier: FenRange,
  statute: FenRange,
  openBelow = false,
): { range: FenRange; clipped: boolean; disjoint: boolean } {
  let { min, max, minInclusive, maxInclusive } = tier;
  let clipped = false;
  const floor = openBelow ? undefined : statute.min;
  if (floor !== undefined) {
    if (min === undefined || min < floor || (min === floor && minInclusive && !statute.minInclusive)) {
      // A tier without a minimum inside a statute with one says nothing about the low end: no conflict.
      clipped = min !== undefined;
      min = floor;
      minInclusive = statute.minInclusive;
    }
    if (max !== undefined && max < floor) {
      clipped = true;
      max = floor;
      maxInclusive = statute.minInclusive;
    }
  }
  const ceiling = statute.max;
  if (ceiling !== undefined) {
    if (max === undefined || max > ceiling || (max === ceiling && maxInclusive && !statute.maxInclusive)) {
      clipped ||= max !== undefined;
      max = ceiling;
      maxInclusive = statute.maxInclusive;
    }
    if (min !== undefined && min > ceiling) {
      clipped = true;
      min = ceiling;
      minInclusive = statute.maxInclusive;
    }
  }
  return {
    range: {
      minInclusive,
      maxInclusive,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    },
    clipped,
    disjoint: isDisjoint(tier, statute, openBelow),
  };
}

/** Not one whole fen is in both. */
function isDisjoint(tier: FenRange, statute: FenRange, openBelow: boolean): boolean {
  return firstFen(tier) > lastFen(statute) || (!openBelow && lastFen(tier) < firstFen(statute));
}

/** The lowest whole fen of a span: above zero where it has no minimum. */
export function firstFen({ min, minInclusive }: FenRange): number {
  return min === undefined ? 1 : minInclusive ? min : min + 1;
}

/** The highest whole fen of a span. */
export function lastFen({ max, maxInclusive }: FenRange): number {
  return max === undefined ? Number.POSITIVE_INFINITY : maxInclusive ? max : max - 1;
}
