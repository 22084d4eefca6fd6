import type { FenRange } from '../../law/fine-range.ts';
import { times } from '../../law/money.ts';
import { clipToStatute } from '../clip-to-statute.ts';
import type { Part, Parts } from './fitting-of.ts';
import { takeShare } from './take-share.ts';

/** So many fen make the unit that results are rounded down to. */
export const UNITS = {
  fen: { fen: 1, name: '分' },
  yuan: { fen: 100, name: '元' },
  ten: { fen: 1_000, name: '十元' },
  hundred: { fen: 10_000, name: '百元' },
  thousand: { fen: 100_000, name: '千元' },
} as const;

export type RoundingUnit = keyof typeof UNITS;

export interface FittedRange {
  range: FenRange;
  /** The table's span has no amount in common with the statute's. */
  disjoint: boolean;
  /** What each step made of the span; absent where it left it as it was. */
  clipped?: FenRange;
  narrowed?: FenRange;
  /** The norm that names the part. */
  source?: string;
  rounded?: FenRange;
}

/** A table's span cut to the statute's, then to the part that the table names, then rounded down, never out of itself. */
export function fitRange(
  own: FenRange,
  statute: FenRange,
  { openBelow, parts = {}, unit }: { openBelow?: boolean; parts?: Parts; unit?: RoundingUnit | undefined },
): FittedRange {
  const { range: inside, clipped, disjoint } = clipToStatute(own, statute, openBelow);
  const named =
    inside.max === undefined ? parts.onlyMin : inside.min === undefined ? parts.onlyMax : parts.both;
  const part = named && takePart(inside, named);
  const narrowed = part && !same(part, inside) ? part : undefined;
  const before = narrowed ?? inside;
  const down = unit ? roundDown(before, UNITS[unit].fen, openBelow ? undefined : statute.min) : before;
  const rounded = same(down, before) ? undefined : down;
  return {
    range: rounded ?? before,
    disjoint,
    ...(clipped ? { clipped: inside } : {}),
    ...(narrowed ? { narrowed, source: named!.source } : {}),
    ...(rounded ? { rounded } : {}),
  };
}

/** So many times the minimum are one amount; a share is a part of the span. */
function takePart(span: FenRange, part: Part): FenRange {
  if ('share' in part) return takeShare(span, part.share);
  if (span.min === undefined) return span;
  const point = times(span.min, part.times).fen;
  return { min: point, max: point, minInclusive: true, maxInclusive: true };
}

/** The upper end goes down to the unit, a single amount as a whole; an end that would leave the range stays. */
function roundDown(range: FenRange, unit: number, floor: number | undefined): FenRange {
  const { min, max } = range;
  if (max === undefined || max % unit === 0) return range;
  const down = max - (max % unit);
  if (min === max) {
    const low = floor ?? unit;
    return down < low ? range : { ...range, min: down, max: down };
  }
  const within = down > 0 && (min === undefined || down > min || (down === min && range.minInclusive));
  // Whole units below an excluded end are in the range again.
  return within ? { ...range, max: down, maxInclusive: true } : range;
}

function same(a: FenRange, b: FenRange): boolean {
  return (
    a.min === b.min &&
    a.max === b.max &&
    a.minInclusive === b.minInclusive &&
    a.maxInclusive === b.maxInclusive
  );
}
