import type { Quartiles } from './quartiles-of.ts';

/** Shares are quotients: what differs by less is the same sum. */
const CLOSE = 1e-9;

/** The span beyond which a value stands apart: so many times the distance of the quartiles beyond each (Tukey 1977: 1.5). */
export function fenceOf({ lower, upper }: Quartiles, times: number): { low: number; high: number } {
  const reach = (upper - lower) * times;
  return { low: lower - reach, high: upper + reach };
}

/** -1 below the fence, 0 on it or within, 1 above. */
export function placeInFence(value: number, fence: { low: number; high: number }): -1 | 0 | 1 {
  if (value < fence.low - CLOSE) return -1;
  return value > fence.high + CLOSE ? 1 : 0;
}
