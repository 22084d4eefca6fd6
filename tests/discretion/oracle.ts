/**
 * An independent reckoning of fines for the tests: fractions of whole numbers, written apart from the product's own, straight
 * from the formulas of the tables. Nothing of src/ is used here.
 */
export type Exact = readonly [over: bigint, under: bigint];

export function exact(decimal: string): Exact {
  const [whole = '0', part = ''] = decimal.split('.');
  return [BigInt(whole + part), BigInt(`1${'0'.repeat(part.length)}`)];
}

const add = (a: Exact, b: Exact): Exact => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const mul = (a: Exact, b: Exact): Exact => [a[0] * b[0], a[1] * b[1]];
const less = (a: Exact, b: Exact): boolean => a[0] * b[1] < b[0] * a[1];
const low = (a: Exact, b: Exact): Exact => (less(b, a) ? b : a);
const high = (a: Exact, b: Exact): Exact => (less(a, b) ? b : a);
const down = (a: Exact): bigint => a[0] / a[1];
const up = (a: Exact): bigint => (a[0] + a[1] - 1n) / a[1];
const FEN: Exact = [100n, 1n];

export interface Statute {
  base?: string;
  least?: string;
  min: string;
  max: string;
}

/** The lowest and highest whole fen of a provision's span. `base` in yuan. */
export function statuteEnds({ base, least, min, max }: Statute): [bigint, bigint] {
  const of = (end: string): Exact => {
    if (base === undefined) return mul(exact(end), FEN);
    const counted = least === undefined ? exact(base) : high(exact(base), exact(least));
    return mul(mul(counted, exact(end)), FEN);
  };
  return [up(of(min)), down(of(max))];
}

function cut(amount: Exact, [min, max]: [bigint, bigint]): bigint {
  const whole = down(amount);
  return whole < min ? min : whole > max ? max : whole;
}

export interface WeightedCase {
  start: string;
  weights: string[];
  cap: string;
  floor?: string;
  max?: string;
  base?: string;
  times?: string;
  least?: string;
  statute: Statute;
}

/** Σ percentages, capped, floored, of the maximum, cut to the statute; in fen. */
export function weightedFine({
  start,
  weights,
  cap,
  floor,
  max,
  base,
  times,
  least,
  statute,
}: WeightedCase): bigint {
  let sum = exact(start);
  for (const weight of weights) sum = add(sum, exact(weight));
  sum = low(sum, exact(cap));
  if (floor !== undefined) sum = high(sum, exact(floor));
  const top =
    max !== undefined
      ? exact(max)
      : mul(least === undefined ? exact(base!) : high(exact(base!), exact(least)), exact(times!));
  return cut(mul(mul(mul(sum, [1n, 100n]), top), FEN), statuteEnds(statute));
}

export interface UnitCase {
  from: string;
  rows: { value: string; above: string; per: string; each: string; share: boolean }[];
  statute: Statute;
}

/** Base sum and units × so much, cut to the statute; in fen. */
export function unitFine({ from, rows, statute }: UnitCase): bigint {
  let sum = exact(from);
  for (const { value, above, per, each, share } of rows) {
    const over = add(exact(value), mul(exact(above), [-1n, 1n]));
    if (over[0] <= 0n) continue;
    const units: Exact = [over[0] * exact(per)[1], over[1] * exact(per)[0]];
    sum = add(sum, mul(share ? units : [down(units), 1n], exact(each)));
  }
  return cut(mul(sum, FEN), statuteEnds(statute));
}

/** A tier's multiples of a base inside the statute's; lowest and highest whole fen, nothing where no fen is in both. */
export function multipleEnds(tier: Statute, statute: Statute): [bigint, bigint] | undefined {
  const [[min, max], [least, most]] = [statuteEnds(tier), statuteEnds(statute)];
  if (min > most || max < least) return undefined;
  const inside = (end: bigint): bigint => (end < least ? least : end > most ? most : end);
  return [inside(min), inside(max)];
}
