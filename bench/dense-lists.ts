import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { currentView } from '../src/corpus/library-view.ts';
import type { Filter } from '../src/corpus/score-lexical.ts';
import type { Db } from '../src/db/database.ts';
import type { Embedder } from '../src/models/embed.ts';

/** The cosines of one query: the nearest entries that pass the filter, best first, and any other. */
export interface DenseList {
  top: Map<number, number>;
  of(seq: number): number | undefined;
}

/**
 * The dense half held in memory: the vectors of all live entries, made once and kept in `file`. The same figures as the
 * exact scan of the database up to rounding, without hours of storing.
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
    .select(['e.seq', 'e.source', 'e.title', 'e.text'])
    .where('s.state', '=', 'live')
    .orderBy('e.seq')
    .execute();
  const width = embedder.dimensions;
  if (!existsSync(file)) {
    const vectors = await embedder.embed(rows.map(({ title, text }) => `${title}\n${text}`));
    writeFileSync(file, Buffer.concat(vectors.map((vector) => new Uint8Array(vector.buffer, 0, 4 * width))));
  }
  const bytes = readFileSync(file);
  const matrix = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  if (matrix.length !== rows.length * width) throw new Error(`${file} 不是这个库的向量，请删去重做。`);
  const places = new Map(rows.map(({ seq }, place) => [seq, place]));
  return async (query, filter, limit) => {
    const [asked] = await embedder.embed([query]);
    const vector = asked ?? new Float32Array(width);
    const cosine = (place: number): number => {
      let sum = 0;
      for (let i = 0, at = place * width; i < width; i++, at++)
        sum += (vector[i] as number) * (matrix[at] as number);
      return sum;
    };
    const allowed = new Set([...view.sources.values()].filter(filter.source).map(({ id }) => id));
    const cosines = new Float64Array(rows.length).fill(-2);
    for (const [place, { source }] of rows.entries()) {
      if (allowed.has(source)) cosines[place] = cosine(place);
    }
    const least = cosines.toSorted().at(-limit) ?? -2;
    const all = rows.flatMap(({ seq }, place) => {
      const value = cosines[place] ?? -2;
      return value > -2 && value >= least ? [[seq, value] as const] : [];
    });
    all.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return {
      top: new Map(all.slice(0, limit)),
      of: (seq) => {
        const place = places.get(seq);
        return place === undefined ? undefined : cosine(place);
      },
    };
  };
}
