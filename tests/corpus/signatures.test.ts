import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentView } from '../../src/corpus/library-view.ts';
import { allowedDocuments } from '../../src/corpus/search/allowed-documents.ts';
import { embedEntries } from '../../src/corpus/search/embed-entries.ts';
import { makeFilter } from '../../src/corpus/search/make-filter.ts';
import { measureAll, nearestVectors } from '../../src/corpus/search/nearest-vectors.ts';
import { keepSignatures, residentSignatures } from '../../src/corpus/search/resident-signatures.ts';
import { SignatureScan } from '../../src/corpus/search/signature-scan.ts';
import { wholeNumbers } from '../../src/corpus/search/vector-text.ts';
import { warmDense } from '../../src/corpus/search/warm-dense.ts';
import { removeSource, storeSource } from '../../src/corpus/store-source.ts';
import type { Database } from '../../src/db/database.ts';
import type { Embedder } from '../../src/models/embed.ts';
import { openTestDatabase } from '../support/database.ts';

const WIDTH = 512;

/** A number -1..1, the same for the same seed. */
function noise(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 16)) / 2 ** 31;
}

/**
 * A text's direction: that of its group of thirty, with a deviation of its own, and a part that all texts share, as vectors
 * of real models have.
 */
function direction(text: string): Float32Array {
  const number = Number(/\d+/.exec(text)?.[0] ?? 0);
  const vector = Float32Array.from(
    { length: WIDTH },
    (_, i) =>
      2 * noise(7919 * i + 5) +
      noise(Math.floor(number / 30) * 1009 + i) +
      0.8 * noise(number * 613 + i * 31 + 1),
  );
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function embedderOf(model: string): Embedder {
  return { model, dimensions: WIDTH, folder: '', embed: async (texts) => texts.map(direction) };
}

function source(name: string) {
  const key = `file:${name}`;
  return {
    ...({ kind: 'case', key, origin: 'imported', title: name } as const),
    ...{ versionDate: null, digest: name, file: name },
  };
}

function entries(from: number, to: number) {
  return Array.from({ length: to - from }, (_, n) => ({
    id: `${from + n}`,
    title: '',
    text: `第${from + n}`,
    region: n % 5 === 0 ? '甲省' : '乙省',
    textIs: 'gist' as const,
  }));
}

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await storeSource(database.db, source('a'), entries(0, 900));
  await embedEntries(database.db, embedderOf('a'));
});
afterAll(() => database.close());

async function near(number: number, region?: string, model = 'a') {
  const view = await currentView(database.db);
  const filter = makeFilter('2026-01-01', region === undefined ? {} : { region });
  const allowed = allowedDocuments(view, filter);
  const vector = wholeNumbers(direction(`${number}`));
  return { view, filter, allowed, model, vector, limit: 10, breadth: 150 };
}

/** The share of the ten nearest that are found without looking at all, each with the same cosine. */
async function shareFound(numbers: number[], regions: (string | undefined)[]): Promise<number> {
  let same = 0;
  for (const number of numbers) {
    for (const region of regions) {
      const asked = await near(number, region);
      const exact = await measureAll(database.db, asked);
      const found = await nearestVectors(database.db, asked);
      expect([exact.length, found.length]).toEqual([10, 10]);
      const cosines = new Map(found.map(({ entry, cosine }) => [entry, cosine]));
      for (const { entry, cosine } of exact) {
        if (!cosines.has(entry)) continue;
        expect(cosines.get(entry)).toBe(cosine);
        same += 1;
      }
    }
  }
  return same / (10 * numbers.length * regions.length);
}

const ready = async () => {
  const view = await currentView(database.db);
  return (await residentSignatures(database.db, view, 'a', WIDTH)) !== undefined;
};

describe('signs of vectors in memory', () => {
  it('lead to the nearest vectors, filters inside; until they are read the database looks at all', async () => {
    const numbers = [3, 77, 250, 411, 899];
    const regions = [undefined, '甲省', '乙省'];
    expect(await ready()).toBe(false);
    expect(await shareFound(numbers, regions)).toBe(1);
    keepSignatures(database.db);
    expect(await ready()).toBe(false);
    await warmDense(database.db, embedderOf('a'));
    expect(await ready()).toBe(true);
    expect(await shareFound(numbers, regions)).toBeGreaterThanOrEqual(0.97);
    expect(await nearestVectors(database.db, await near(3, '丙省'))).toEqual([]);
  });

  it('follow what is added and removed', async () => {
    const { db } = database;
    await storeSource(db, source('b'), entries(900, 1800));
    await embedEntries(db, embedderOf('a'));
    expect(await ready()).toBe(true);
    const numbers = [1000, 1500, 77];
    expect(await shareFound(numbers, [undefined, '甲省'])).toBeGreaterThanOrEqual(0.97);
    const [first] = await nearestVectors(db, await near(1000));
    expect(first?.cosine).toBeCloseTo(1, 3);
    await removeSource(db, 'file:b');
    const [other] = await nearestVectors(db, await near(1000));
    expect(other?.cosine).toBeLessThan(0.95);
    expect(await shareFound([3, 77, 700], [undefined, '甲省'])).toBeGreaterThanOrEqual(0.97);
  });

  it('of a model that has taken over are read anew', async () => {
    const { db } = database;
    await embedEntries(db, embedderOf('b'));
    await warmDense(db, embedderOf('b'));
    const [first] = await nearestVectors(db, await near(411, undefined, 'b'));
    expect(first?.cosine).toBeCloseTo(1, 3);
    expect(await ready()).toBe(false);
  });
});

describe('a scan of signs', () => {
  it.each([128, 200, 512])('finds the most like rows among those flagged, %i wide', (width) => {
    const scan = new SignatureScan(width);
    const sign = (row: number, i: number) => noise(row * 5003 + i) > 0;
    const numbers = (row: number) =>
      Int16Array.from({ length: width }, (_, i) => (sign(row, i) ? 5 : -5) + (i % 3));
    const centre = Int16Array.from({ length: width }, (_, i) => i % 3);
    for (let row = 0; row < 3000; row++) {
      const bits = new Uint8Array(scan.bytes);
      for (let i = 0; i < width; i++) if (sign(row, i)) bits[i >> 3]! |= 128 >> (i & 7);
      scan.append(bits);
    }
    const flags = new Uint8Array(3000).map((_, row) => (row % 2 === 0 ? 1 : 0));
    for (const row of [0, 1234, 2998]) {
      const found = scan.nearest(numbers(row), centre, flags, 20);
      expect(found).toContain(row);
      expect(scan.nearest(numbers(row), centre, flags, 1)).toEqual([row]);
      expect(new Set(found).size).toBe(20);
      expect(found.every((one) => one % 2 === 0)).toBe(true);
    }
    // All alike: as many as are wanted, no more.
    const alike = new SignatureScan(width);
    for (let row = 0; row < 500; row++) alike.append(new Uint8Array(alike.bytes));
    expect(alike.nearest(numbers(1), centre, new Uint8Array(500).fill(1), 20)).toHaveLength(20);
    expect(scan.nearest(numbers(7), centre, flags, 20)).not.toContain(7);
    expect(scan.nearest(numbers(7), centre, new Uint8Array(3000), 20)).toEqual([]);
    expect(scan.nearest(numbers(6), centre, flags.subarray(0, 5), 20).toSorted()).toEqual([0, 2, 4]);
  });
});
