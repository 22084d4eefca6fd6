import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { embedEntries } from '../../src/corpus/search/embed-entries.ts';
import { search } from '../../src/corpus/search.ts';
import { storeSource } from '../../src/corpus/store-source.ts';
import { openEmbedder } from '../../src/models/embed.ts';
import { openTestDatabase } from '../support/database.ts';
import { writeTinyModel } from './tiny-embedding-model.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcai-model-'));
  writeTinyModel(join(folder, 'tiny'), { 醉: [1, 0, 0], 酒: [0.8, 0.6, 0], 猫: [0, 0, 1] });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const configFor = (model?: string) =>
  readConfig(model === undefined ? {} : { MINGCAI_EMBEDDING_MODEL: model });

describe('the embedding model', () => {
  it('is the bundled one by default, read as a table, and none when turned off', async () => {
    expect(await openEmbedder(configFor())).toMatchObject({
      model: expect.stringMatching(/^legal-static@[0-9a-f]{12}$/),
      dimensions: 512,
      by: 'table',
    });
    expect(await openEmbedder(configFor('none'))).toBeUndefined();
  });

  it('loads a local transformers.js folder and gives vectors of unit length, mean over the tokens', async () => {
    const embedder = (await openEmbedder(configFor(join(folder, 'tiny'))))!;
    expect(embedder).toMatchObject({
      model: expect.stringMatching(/^tiny@[0-9a-f]{12}$/),
      dimensions: 3,
      by: 'transformers.js',
    });
    const [drunk, wine, both, cat] = await embedder.embed(['醉', '酒', '醉酒', '猫']);
    expect([...drunk!]).toEqual([1, 0, 0]);
    expect(wine![0]).toBeCloseTo(0.8, 5);
    expect(both![0]).toBeCloseTo(1.8 / Math.hypot(1.8, 0.6), 5);
    expect([...cat!]).toEqual([0, 0, 1]);
  });

  it('gives the same vector alone and in a batch with longer texts', async () => {
    const embedder = (await openEmbedder(configFor(join(folder, 'tiny'))))!;
    const [alone] = await embedder.embed(['酒']);
    const batch = await embedder.embed(['酒', ...Array.from({ length: 70 }, () => '醉猫醉猫醉猫')]);
    expect(batch).toHaveLength(71);
    for (const [index, value] of batch[0]!.entries()) expect(value).toBeCloseTo(alone![index]!, 5);
  });

  it('finds in the library what shares no character with the question', async () => {
    const embedder = (await openEmbedder(configFor(join(folder, 'tiny'))))!;
    const database = await openTestDatabase();
    try {
      const source = {
        kind: 'case',
        key: 'file:x',
        origin: 'imported',
        title: 'x',
        versionDate: null,
        digest: 'x',
        file: 'x',
      } as const;
      await storeSource(database.db, source, [
        { id: 'a', title: '', text: '酒', textIs: 'gist' },
        { id: 'b', title: '', text: '猫', textIs: 'gist' },
      ]);
      expect(await embedEntries(database.db, embedder)).toBe(2);
      expect((await search(database.db, '醉')).hits).toEqual([]);
      const { hits } = await search(database.db, '醉', { embedder });
      expect(hits.map(({ id }) => id)).toEqual(['a', 'b']);
      expect(hits[0]!.why).toMatchObject({ lexical: 0, dense: expect.closeTo(0.8, 2) });
    } finally {
      await database.close();
    }
  });

  it('is refused in plain words when the folder is missing, empty or broken', async () => {
    await expect(openEmbedder(configFor(join(folder, 'none')))).rejects.toMatchObject({
      kind: 'unavailable',
    });
    mkdirSync(join(folder, 'empty'));
    await expect(openEmbedder(configFor(join(folder, 'empty')))).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('无法载入'),
    });
    writeTinyModel(join(folder, 'broken'), { 醉: [1] });
    writeFileSync(join(folder, 'broken', 'onnx', 'model.onnx'), 'not a model');
    await expect(openEmbedder(configFor(join(folder, 'broken')))).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });
});
