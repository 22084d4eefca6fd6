import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentView } from '../../src/corpus/library-view.ts';
import { allowedDocuments } from '../../src/corpus/search/allowed-documents.ts';
import { embedEntries } from '../../src/corpus/search/embed-entries.ts';
import { makeFilter } from '../../src/corpus/search/make-filter.ts';
import { nearestVectors } from '../../src/corpus/search/nearest-vectors.ts';
import { hasVectorIndex, indexVectors } from '../../src/corpus/search/vector-index.ts';
import { vectorText, wholeNumbers } from '../../src/corpus/search/vector-text.ts';
import { storeSource } from '../../src/corpus/store-source.ts';
import type { Database } from '../../src/db/database.ts';
import type { Embedder } from '../../src/models/embed.ts';
import { openTestDatabase } from '../support/database.ts';

/** A text is its own direction: eight numbers from its digits. */
function direction(text: string): Float32Array {
  const number = Number(/\d+/.exec(text)?.[0] ?? 0);
  const vector = Float32Array.from({ length: 8 }, (_, i) => Math.sin((number + 1) * (i + 1) * 0.37));
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function embedderOf(model: string): Embedder {
  return { model, dimensions: 8, folder: '', embed: async (texts) => texts.map(direction) };
}

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await storeSource(
    database.db,
    {
      kind: 'case',
      key: 'file:a',
      origin: 'imported',
      title: 'a',
      versionDate: null,
      digest: 'a',
      file: 'a',
    },
    Array.from({ length: 600 }, (_, n) => ({
      id: `${n}`,
      title: '',
      text: `第${n}`,
      region: n % 10 === 0 ? '甲省' : '乙省',
      textIs: 'gist' as const,
    })),
  );
  await embedEntries(database.db, embedderOf('a'));
});
afterAll(() => database.close());

async function nearest(number: number, region: string | undefined, few: number): Promise<number[]> {
  const { db } = database;
  const view = await currentView(db);
  const filter = makeFilter('2026-01-01', region === undefined ? {} : { region });
  const allowed = allowedDocuments(view, filter);
  const text = vectorText(wholeNumbers(direction(`${number}`)));
  const near = { view, filter, allowed, model: 'a', dimensions: 8, text, limit: 10, few };
  const found = await nearestVectors(db, near);
  expect(found.map(({ cosine }) => cosine)).toEqual(found.map(({ cosine }) => cosine).sort((a, b) => b - a));
  return found.map(({ entry }) => entry);
}

describe('the nearest vectors in the database', () => {
  it('are the same through the index, which stands on a server only, and one by one, filters inside', async () => {
    const { db } = database;
    expect(await hasVectorIndex(db, 'a', 8)).toBe(false);
    expect(await indexVectors(db, 'a', 8, 1)).toBe(database.kind === 'server');
    expect(await hasVectorIndex(db, 'a', 8)).toBe(database.kind === 'server');
    let same = 0;
    for (const number of [3, 77, 250, 411]) {
      for (const region of [undefined, '甲省', '乙省']) {
        const exact = await nearest(number, region, Number.POSITIVE_INFINITY);
        const found = new Set(await nearest(number, region, 0));
        expect([exact.length, found.size]).toEqual([10, 10]);
        same += exact.filter((entry) => found.has(entry)).length;
      }
      expect(await nearest(number, '丙省', 0)).toEqual([]);
    }
    expect(same).toBeGreaterThanOrEqual(114);
  });

  it('of a model that has taken over leave no index of the former one', async () => {
    const { db } = database;
    await embedEntries(db, embedderOf('b'));
    expect(await indexVectors(db, 'b', 8, 1)).toBe(database.kind === 'server');
    expect(await hasVectorIndex(db, 'a', 8)).toBe(false);
    expect(await indexVectors(db, 'b', 8, 1)).toBe(false);
  });
});
