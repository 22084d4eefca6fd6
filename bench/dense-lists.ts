import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { currentView } from '../src/corpus/library-view.ts';
import { allowedIn, type Filter } from '../src/corpus/score-lexical.ts';
import { BestScores } from '../src/corpus/search/best-scores.ts';
import { DotProducts } from '../src/corpus/search/dot-products.ts';
import { wholeNumbers } from '../src/corpus/search/vector-text.ts';
import type { Db } from '../src/db/database.ts';
import type { Embedder } from '../src/models/embed.ts';

/** The cosines of one query: the nearest entries that pass the filter, best first, and any other. */
export interface DenseList {
  top: Map<number, number>;
  of(seq: number): number | undefined;
}

/**
 * The dense half held in memory: the vectors of all live entries, made once and kept in `file`. The same figures as the
 * exact scan of the database, without the time of storing.
 */
export async function denseLists(
  db: Db,
  embedder: Embedder,
  file: string,
): Promise<(query: string, filter: Filter, limit: number) => Promise<DenseList>> {
  const view = await currentView(db);
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('library_sources as s', 's.id', 'e.source')
    .select(['e.seq', 'e.title', 'e.text'])
    .where('s.state', '=', 'live')
    .orderBy('e.seq')
    .execute();
  const width = embedder.dimensions;
  if (!existsSync(file)) {
    const vectors = await embedder.embed(rows.map(({ title, text }) => `${title}\n${text}`));
    writeFileSync(file, Buffer.concat(vectors.map((vector) => new Uint8Array(wholeNumbers(vector).buffer))));
  }
  const bytes = readFileSync(file);
  const numbers = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  if (numbers.length !== rows.length * width) throw new Error(`${file} 不是这个库的向量，请删去重做。`);
  const products = new DotProducts(width);
  const lengths = rows.map((_, place) => {
    const row = numbers.subarray(place * width, (place + 1) * width);
    products.append([row]);
    return lengthOf(row);
  });
  const places = new Map(rows.map(({ seq }, place) => [seq, place]));
  return async (query, filter, limit) => {
    const [asked] = await embedder.embed([query]);
    const vector = wholeNumbers(asked ?? new Float32Array(width));
    const found = products.with(vector);
    const length = lengthOf(vector);
    const of = (seq: number): number | undefined => {
      const place = places.get(seq);
      return place === undefined ? undefined : (found[place] ?? 0) / (length * (lengths[place] ?? 1));
    };
    const best = new BestScores(limit);
    for (const segment of view.segments) {
      const allowed = allowedIn(segment, view.sources, filter);
      for (const [doc, seq] of segment.table.seq.entries()) {
        const cosine = of(seq);
        if (cosine !== undefined && cosine >= best.bar && allowed(doc)) best.offer(seq, cosine);
      }
    }
    return { top: new Map(best.list().map(({ seq, score }) => [seq, score])), of };
  };
}

function lengthOf(numbers: Int16Array): number {
  return Math.sqrt(numbers.reduce((sum, value) => sum + value * value, 0));
}
