import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentView } from '../../src/corpus/library-view.ts';
import { loadBundledCorpus } from '../../src/corpus/load-bundled-corpus.ts';
import { DotProducts } from '../../src/corpus/search/dot-products.ts';
import { embedEntries } from '../../src/corpus/search/embed-entries.ts';
import { makeFilter } from '../../src/corpus/search/make-filter.ts';
import { keepVectors } from '../../src/corpus/search/resident-vectors.ts';
import { searchDense } from '../../src/corpus/search/search-dense.ts';
import { search } from '../../src/corpus/search.ts';
import { removeSource, storeSource } from '../../src/corpus/store-source.ts';
import type { Db } from '../../src/db/database.ts';
import { type Embedder, openEmbedder } from '../../src/models/embed.ts';
import { writeTinyModel } from '../models/tiny-embedding-model.ts';
import { openTestDatabase } from '../support/database.ts';

describe('inner products in memory', () => {
  it.each([1, 3, 8, 9, 512])('are those of whole numbers, %i wide, also after growing', (width) => {
    const products = new DotProducts(width);
    const number = (seed: number) => ((seed * 2654435761) % 801) - 400;
    const rows = Array.from({ length: 300 }, (_, row) =>
      Int16Array.from({ length: width }, (_, i) => number(row * width + i)),
    );
    const asked = Int16Array.from({ length: width }, (_, i) => number(7 * i + 3));
    expect([...products.with(asked)]).toEqual([]);
    for (let at = 0; at < 300; at += 100) products.append(rows.slice(at, at + 100));
    expect(products.count).toBe(300);
    expect([...products.with(asked)]).toEqual(
      rows.map((row) => row.reduce((sum, value, i) => sum + value * asked[i]!, 0)),
    );
  });
});

/** A source of single words, each an entry named after it. */
async function store(db: Db, name: string, words: string[]): Promise<void> {
  const source = {
    kind: 'case',
    key: `file:${name}`,
    origin: 'imported',
    title: name,
    versionDate: null,
    digest: name,
    file: name,
  } as const;
  await storeSource(
    db,
    source,
    words.map((text) => ({ id: text, title: '', text, textIs: 'gist' })),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'mingcai-dense-'));
let old: Embedder;
let young: Embedder;
beforeAll(async () => {
  writeTinyModel(join(folder, 'old'), { 醉: [1, 0, 0], 酒: [0.8, 0.6, 0], 猫: [0, 0, 1] });
  writeTinyModel(join(folder, 'young'), { 醉: [0, 1], 酒: [1, 0], 猫: [0.6, 0.8] });
  old = (await openEmbedder({ embeddingModel: join(folder, 'old') }))!;
  young = (await openEmbedder({ embeddingModel: join(folder, 'young') }))!;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a changed model', () => {
  it('lets the old vectors serve until its own are all made, also after a stop half-way', async () => {
    const database = await openTestDatabase();
    const { db } = database;
    const first = async (embedder: Embedder) => {
      const { mode, hits } = await search(db, '醉', { embedder });
      return [mode, hits[0]?.id];
    };
    try {
      keepVectors(db);
      expect(await first(old)).toEqual(['lexical', undefined]);
      await store(db, 'a', ['酒', '猫', ...Array.from({ length: 200 }, (_, n) => `马${n}`)]);
      await embedEntries(db, old);
      expect(await first(old)).toEqual(['hybrid', '酒']);
      expect(await first(young)).toEqual(['hybrid', '酒']);

      const stop = new AbortController();
      const stopped = embedEntries(db, young, { signal: stop.signal, onProgress: () => stop.abort() });
      await expect(stopped).rejects.toThrow();
      expect(await first(young)).toEqual(['hybrid', '酒']);
      expect(await embedEntries(db, young)).toBeGreaterThan(0);
      expect(await first(young)).toEqual(['hybrid', '猫']);
      const models = await db.selectFrom('entry_vectors').select('model').distinct().execute();
      expect(models).toEqual([{ model: young.model }]);
      expect(await embedEntries(db, young)).toBe(0);
    } finally {
      await database.close();
    }
  });

  it('goes on with what it has where the old one cannot be opened any more', async () => {
    const database = await openTestDatabase();
    const { db } = database;
    try {
      await store(db, 'a', ['酒', '猫']);
      await embedEntries(db, { ...old, folder: join(folder, 'gone') });
      expect(await search(db, '醉', { embedder: young })).toMatchObject({ hits: [] });
      await embedEntries(db, young);
      expect((await search(db, '醉', { embedder: young })).hits[0]!.id).toBe('猫');
    } finally {
      await database.close();
    }
  });
});

describe('vectors in memory', () => {
  it('follow what is added and removed', async () => {
    const database = await openTestDatabase();
    const { db } = database;
    const found = async () => (await search(db, '醉猫', { embedder: old })).hits.map(({ id }) => id).sort();
    try {
      keepVectors(db);
      await store(db, 'a', ['猫']);
      await embedEntries(db, old);
      expect(await found()).toEqual(['猫']);
      await store(db, 'b', ['酒']);
      expect(await found()).toEqual(['猫']);
      await embedEntries(db, old);
      expect(await found()).toEqual(['猫', '酒']);
      await removeSource(db, 'file:a');
      expect(await found()).toEqual(['酒']);
    } finally {
      await database.close();
    }
  });

  it('give what the database gives, filters and all', async () => {
    const database = await openTestDatabase();
    const { db } = database;
    try {
      await loadBundledCorpus(db);
      const embedder = (await openEmbedder({ embeddingModel: 'models/legal-static' }))!;
      await embedEntries(db, embedder);
      const view = await currentView(db);
      const asked = async () => {
        const answers: [number, number][][] = [];
        for (const query of ['没有办证开饭馆', '听证要提前几天通知', '']) {
          for (const options of [{}, { kind: 'law' }, { region: '示例省' }, { region: '火星' }] as const) {
            const filter = makeFilter('2026-01-01', options);
            const { top, of } = await searchDense(db, view, embedder, query, filter, 50);
            answers.push([...top], [...(await of([view.segments[0]!.table.seq[0]!, -1]))]);
          }
        }
        return answers;
      };
      const fromDatabase = await asked();
      keepVectors(db);
      const fromMemory = await asked();
      expect(fromMemory.map((list) => list.length)).toEqual(fromDatabase.map((list) => list.length));
      expect(fromMemory[0]).toHaveLength(50);
      for (const [index, list] of fromMemory.entries()) {
        for (const [place, [, cosine]] of list.entries())
          expect(cosine).toBeCloseTo(fromDatabase[index]![place]![1], 5);
        expect(list.map(([seq]) => seq).toSorted()).toEqual(
          fromDatabase[index]!.map(([seq]) => seq).toSorted(),
        );
      }
    } finally {
      await database.close();
    }
  });
});
