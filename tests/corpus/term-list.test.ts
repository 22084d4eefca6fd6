import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDocTable } from '../../src/corpus/doc-table.ts';
import { K1 } from '../../src/corpus/lexical-terms.ts';
import type { SegmentView } from '../../src/corpus/library-view.ts';
import { CLASSES, COUNTED, lengthClasses } from '../../src/corpus/search/length-classes.ts';
import { TermList } from '../../src/corpus/search/term-list.ts';

/** Three pages of documents, so that a list goes from one to the next. */
const SIZE = 140_000;
const UNIT = 1e-6;

/** A segment whose lengths are drawn from so many. */
function segmentOf(distinct: number, average: number): SegmentView {
  const table = makeDocTable(
    Array.from({ length: SIZE }, (_, doc) => {
      const length = 1 + ((Math.imul(doc, 0x9e3779b9) >>> 8) % distinct);
      return { seq: doc, source: 1, lengths: [length, length, length] as const, region: '' };
    }),
  );
  const norms = Float64Array.from(
    { length: distinct + 1 },
    (_, length) => K1 * (0.25 + (0.75 * length) / average),
  );
  const alive = new Uint8Array(SIZE).fill(1);
  return {
    ...{ id: 1, whole: true, bits: 0, table, alive },
    ...{ norms: [norms, norms, norms], averages: [average, average, average] },
  };
}

const segments = [segmentOf(90, 40), segmentOf(5000, 700)];

const lists = fc.record({
  which: fc.constantFrom(0, 1),
  /** One document in so many, from a column to a rare term. */
  gap: fc.constantFrom(1, 2, 3, 7, 50, 4000, 90_000),
  from: fc.nat(70_000),
  most: fc.constantFrom(1, 3, COUNTED, COUNTED + 1, 300),
  some: fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: 200 }),
});

describe('a list of postings in memory', () => {
  it('gives each document what BM25 gives it, and a most that is never less and hardly more', () => {
    fc.assert(
      fc.property(lists, ({ which, gap, from, most, some }) => {
        const segment = segments[which]!;
        const docs: number[] = [];
        for (let doc = from; doc < SIZE; doc += gap) docs.push(doc);
        const counts = docs.map((doc) => 1 + (doc % most));
        const list = new TermList(
          { docs: Int32Array.from(docs), counts: Uint16Array.from(counts) },
          segment.table,
          1,
        );
        const countOf = new Map(docs.map((doc, place) => [doc, counts[place]!]));
        const share = (doc: number): number => {
          const count = countOf.get(doc) ?? 0;
          return count === 0
            ? 0
            : (count * (K1 + 1)) / (count + segment.norms[1][segment.table.lengths[1][doc]!]!);
        };
        const bound = list.bound(segment);
        const gain = list.gain(1, UNIT);
        const all = new Int32Array(SIZE);
        list.addGains(all, segment, gain);
        const asked = Int32Array.from(some).sort();
        const upper = new Int32Array(asked.length);
        list.addGainsTo(upper, asked, asked.length, segment, gain);
        const exact = new Float64Array(asked.length);
        const held = new Float64Array(asked.length);
        list.addTo(exact, asked, asked.length, segment, 1, held);
        for (const [place, doc] of asked.entries()) {
          expect(exact[place]).toBeCloseTo(share(doc), 12);
          expect(held[place]).toBe(countOf.has(doc) ? 1 : 0);
          expect(upper[place]).toBe(all[doc]);
          expect(bound).toBeGreaterThanOrEqual(share(doc));
          expect(all[doc]! * UNIT).toBeGreaterThanOrEqual(share(doc));
          if ((countOf.get(doc) ?? 0) <= COUNTED) {
            expect(all[doc]! * UNIT).toBeLessThanOrEqual(share(doc) * (which === 0 ? 1 : 1.03) + UNIT);
          }
        }
        expect(list.size).toBe(docs.length);
        expect(list.countAlive(segment)).toBe(docs.length);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same document for document, whether few are looked up or many', () => {
    const [segment] = segments;
    for (const [gap, direct] of [
      [5, true],
      [31, true],
      [33, false],
    ] as const) {
      const docs = Int32Array.from({ length: Math.ceil(SIZE / gap) }, (_, place) => place * gap);
      const counts = Uint16Array.from(docs, (_, place) => 1 + (place % 7));
      const list = new TermList({ docs, counts }, segment!.table, 0);
      expect([list.column, list.direct]).toEqual([false, direct]);
      const found = (asked: Int32Array): number[] => {
        const sums = new Float64Array(asked.length);
        list.addTo(sums, asked, asked.length, segment!, 1);
        return [...sums];
      };
      const plain = (asked: Int32Array): number[] =>
        Array.from(asked, (doc) => {
          if (doc % gap !== 0) return 0;
          const count = 1 + ((doc / gap) % 7);
          return (count * (K1 + 1)) / (count + segment!.norms[0][segment!.table.lengths[0][doc]!]!);
        });
      const few = Int32Array.of(0, 32, 65_535, 65_536, 131_071, 131_072, SIZE - 1);
      const many = Int32Array.from({ length: Math.floor(SIZE / 3) }, (_, place) => 3 * place + 2);
      for (const asked of [few, many, few]) expect(found(asked)).toEqual(plain(asked));
    }
  });

  it('counts what is alive', () => {
    const [segment] = segments;
    const alive = new Uint8Array(SIZE).fill(1, 100, 80_000);
    for (const gap of [1, 9]) {
      const docs = Int32Array.from({ length: Math.ceil(SIZE / gap) }, (_, place) => place * gap);
      const list = new TermList({ docs, counts: new Uint16Array(docs.length).fill(2) }, segment!.table, 0);
      expect(list.column).toBe(gap === 1);
      const expected = docs.filter((doc) => doc >= 100 && doc < 80_000).length;
      expect(list.countAlive({ whole: false, alive })).toBe(expected);
    }
  });
});

describe('classes of length', () => {
  it('are as many as lengths, or few enough for a byte, and ascend with them', () => {
    for (const { table } of segments) {
      const { of, least } = lengthClasses(table, 2);
      expect(least.length).toBeLessThanOrEqual(CLASSES);
      expect([...least]).toEqual([...least].sort((a, b) => a - b));
      for (let doc = 0; doc < SIZE; doc += 97) {
        const length = table.lengths[2][doc]!;
        expect(least[of[doc]!]).toBeLessThanOrEqual(length);
        expect(length).toBeLessThan(least[of[doc]! + 1] ?? Number.POSITIVE_INFINITY);
      }
    }
    expect(lengthClasses(segments[0]!.table, 0).least.length).toBe(90);
  });
});
