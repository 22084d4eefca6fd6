import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearedSums, documentsFrom, eachAbove } from '../../src/corpus/search/sums-scan.ts';

const sums = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 70 }),
  // More than one chunk, with few that count.
  fc
    .record({
      size: fc.integer({ min: 16_380, max: 33_000 }),
      some: fc.array(fc.nat(2 ** 30), { maxLength: 40 }),
    })
    .map(({ size, some }) => {
      const all = new Array<number>(size).fill(0);
      for (const one of some) all[one % size] = one;
      return all;
    }),
);

test('恰好找出不低于所求的各项', () => {
  fc.assert(
    fc.property(sums, fc.integer({ min: -1, max: 41 }), (given, low) => {
      const held = clearedSums(given.length);
      expect([...held].every((sum) => sum === 0)).toBe(true);
      held.set(given);
      const wanted = given.flatMap((sum, doc) => (sum >= low ? [doc] : []));
      expect([...documentsFrom(held, low)]).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});

test('所求逐次提高，最大的一项总在其中，低于所求的不再提起', () => {
  fc.assert(
    fc.property(sums, (given) => {
      const held = clearedSums(given.length);
      held.set(given);
      const offered: number[] = [];
      let least = 0;
      eachAbove(held, 0, (doc) => {
        expect(given[doc]).toBeGreaterThan(least);
        offered.push(doc);
        least = given[doc]!;
        return least;
      });
      let before = 0;
      const records = given.flatMap((sum, doc) => {
        if (sum <= before) return [];
        before = sum;
        return [doc];
      });
      expect(offered).toEqual(records);
      const most = Math.max(0, ...given);
      if (most > 0) expect(given[offered.at(-1)!]).toBe(most);
    }),
    { numRuns: 200 },
  );
});

test('此前的结果不留在下一次的空位里', () => {
  clearedSums(100).fill(7);
  expect([...documentsFrom(clearedSums(37), 1)]).toEqual([]);
  expect(documentsFrom(clearedSums(37), 0)).toHaveLength(37);
});
