import { describe, expect, it } from 'vitest';
import { correctHolm } from '../../../src/discretion/evenness/correct-holm.ts';
import { fenceOf, placeInFence } from '../../../src/discretion/evenness/fence-of.ts';
import { permuteMedians } from '../../../src/discretion/evenness/permute-medians.ts';
import { placeInSpan } from '../../../src/discretion/evenness/place-past-case.ts';
import { quartilesOf } from '../../../src/discretion/evenness/quartiles-of.ts';

describe('quartilesOf', () => {
  // Type 7: place = (n − 1) × part. n = 4: 0.75, 1.5, 2.25 → 1 + 0.75, (2 + 3) / 2, 3 + 0.25.
  it('lies between ordered values', () => {
    expect(quartilesOf([4, 1, 3, 2])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 });
  });

  // n = 5: places 1, 2, 3 are values themselves.
  it('is a value itself where its place is whole', () => {
    expect(quartilesOf([50, 10, 40, 20, 30])).toEqual({ lower: 20, median: 30, upper: 40 });
  });

  it('of one value is that value', () => {
    expect(quartilesOf([0.3])).toEqual({ lower: 0.3, median: 0.3, upper: 0.3 });
  });
});

describe('the fence', () => {
  // Quartiles 0.2 and 0.4, distance 0.2: 1.5 times is 0.3 beyond each.
  const fence = fenceOf({ lower: 0.2, median: 0.3, upper: 0.4 }, 1.5);
  it('stands 1.5 distances beyond the quartiles', () => {
    expect(fence.low).toBeCloseTo(-0.1, 12);
    expect(fence.high).toBeCloseTo(0.7, 12);
  });

  it.each([
    [0.7, 0],
    [0.7001, 1],
    [-0.1, 0],
    [-0.1001, -1],
    [0.3, 0],
  ])('%d stands at %i', (value, place) => {
    expect(placeInFence(value, fence)).toBe(place);
  });
});

describe('placeInSpan', () => {
  // 60,000 yuan of 50,000 to 100,000: (60 − 50) ÷ 50 = 0.2 and 1.2 times the minimum.
  it('is the part of the span above the minimum, and the multiple of the minimum', () => {
    expect(placeInSpan(6_000_000, { min: 5_000_000, max: 10_000_000 })).toEqual({ share: 0.2, times: 1.2 });
  });

  it('is below nought where the penalty was mitigated', () => {
    expect(placeInSpan(4_000_000, { min: 5_000_000, max: 10_000_000 })).toEqual({ share: -0.2, times: 0.8 });
  });

  it('counts from nothing without a minimum, and knows no multiple then', () => {
    expect(placeInSpan(3_000_000, { max: 10_000_000 })).toEqual({ share: 0.3 });
  });

  it('has no share where the statute leaves the top open or knows one sum alone', () => {
    expect(placeInSpan(6_000_000, { min: 5_000_000 })).toEqual({ times: 1.2 });
    expect(placeInSpan(5_000_000, { min: 5_000_000, max: 5_000_000 })).toEqual({ times: 1 });
  });
});

describe('permuteMedians', () => {
  const draws = 4999;
  // 2 against 2 of four different values: 6 choices; only {1,2} and {3,4} part the medians by 2.
  it('comes near the share of all partings that lie as far apart', async () => {
    const { difference, p } = await permuteMedians([1, 2], [3, 4], { draws });
    expect(difference).toBe(-2);
    expect(p).toBeCloseTo(1 / 3, 1);
  });

  // 3 against 3: 20 choices; medians 2 and 5 come of {1,2,3} and {1,2,4} and their mirrors: 4 of 20.
  it('does so for six values', async () => {
    const { p } = await permuteMedians([1, 2, 3], [4, 5, 6], { draws });
    expect(Math.abs(p - 0.2)).toBeLessThan(0.02);
  });

  it('finds nothing where all values are the same', async () => {
    expect(await permuteMedians([1, 1, 1], [1, 1], { draws: 99 })).toEqual({ difference: 0, p: 1 });
  });

  it('gives the same answer whatever the order', async () => {
    const one = await permuteMedians([0.1, 0.5, 0.3], [0.2, 0.9, 0.7, 0.4], { draws });
    const other = await permuteMedians([0.5, 0.3, 0.1], [0.7, 0.4, 0.2, 0.9], { draws });
    expect(other).toEqual(one);
  });

  it('can be called off', async () => {
    const stop = AbortSignal.abort();
    const many = Array.from({ length: 60_000 }, (_, index) => index);
    await expect(permuteMedians(many, [1], { draws: 5, signal: stop })).rejects.toThrow();
  });
});

describe('correctHolm', () => {
  // Ordered 0.01 × 3, 0.02 × 2, 0.04 × 1: 0.03, 0.04, 0.04.
  it('multiplies the least by all, the next by one fewer, and never goes down', () => {
    const [a, b, c] = correctHolm([0.04, 0.01, 0.02]);
    expect(a).toBeCloseTo(0.04, 12);
    expect(b).toBeCloseTo(0.03, 12);
    expect(c).toBeCloseTo(0.04, 12);
  });

  it('carries a higher corrected value on, and ends at 1', () => {
    expect(correctHolm([0.03, 0.031, 0.9])).toEqual([0.09, 0.09, 0.9]);
    expect(correctHolm([0.6, 0.7])).toEqual([1, 1]);
    expect(correctHolm([])).toEqual([]);
  });
});
