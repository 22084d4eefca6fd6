import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rowsOfSayings, wholeNumbers } from '../../../src/corpus/violations/rows-of-sayings.ts';
import type { Embedder } from '../../../src/models/embed.ts';

describe('说法的向量', () => {
  it('导入清单以后只算新的说法，次序和说法一致', async () => {
    const asked: string[] = [];
    const vectorOf = (text: string) => Float32Array.from([text.length / 1000, 0.5]);
    const embedder: Embedder = {
      model: 'made-for-tests-of-sayings',
      dimensions: 2,
      embed: async (texts) => {
        asked.push(...texts);
        return texts.map(vectorOf);
      },
    };
    await rowsOfSayings([], embedder);
    const fresh = `示例清单的说法${randomUUID()}`;
    asked.length = 0;
    const texts = ['没办证开饭馆', fresh, '没办证开饭馆'];
    const rows = await rowsOfSayings(texts, embedder);
    expect(rows).toEqual(texts.map((text) => wholeNumbers(vectorOf(text))));
    expect(asked).toEqual([fresh]);
    asked.length = 0;
    await rowsOfSayings([fresh], embedder);
    expect(asked).toEqual([]);
  });
});
