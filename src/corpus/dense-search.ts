import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Embedder } from '../models/embed.ts';
import type { LibraryView } from './library-view.ts';
import type { Filter } from './score-lexical.ts';

/** Vectors as pgvector writes them. */
export function vectorText(vector: Float32Array): string {
  return `[${Array.from(vector, (value) => (Number.isFinite(value) ? value : 0)).join(',')}]`;
}

/**
 * The entries nearest to the query by cosine, best first: an exact scan with the filter inside it.
 * @returns entry seq → cosine; empty when the model has no vectors yet.
 */
export async function searchDense(
  db: Db,
  view: LibraryView,
  embedder: Embedder,
  query: string,
  filter: Filter,
  regions: string[] | undefined,
  limit: number,
): Promise<{ top: Map<number, number>; of(seqs: number[]): Promise<Map<number, number>> }> {
  const [vector] = await embedder.embed([query]);
  const text = vectorText(vector!);
  const sources = [...view.sources.values()].filter((source) => filter.source(source)).map(({ id }) => id);
  const cosine = sql<number>`(1 - (v.vector <=> ${text}::halfvec))::float8`;
  const rows = await sql<{ entry: number; cosine: number }>`
    select v.entry, ${cosine} as cosine
    from entry_vectors v join entries e on e.seq = v.entry
    where v.model = ${embedder.model} and e.source = any(${`{${sources.join(',')}}`}::int[])
      ${regions ? sql`and coalesce(e.region, '') = any(select jsonb_array_elements_text(${JSON.stringify(regions)}::text::jsonb))` : sql``}
    order by v.vector <=> ${text}::halfvec, v.entry
    limit ${limit}`.execute(db);
  return {
    top: new Map(rows.rows.map((row) => [row.entry, row.cosine])),
    async of(seqs) {
      if (seqs.length === 0) return new Map();
      const some = await sql<{ entry: number; cosine: number }>`
        select v.entry, ${cosine} as cosine from entry_vectors v
        where v.model = ${embedder.model} and v.entry = any(${`{${seqs.join(',')}}`}::int[])`.execute(db);
      return new Map(some.rows.map((row) => [row.entry, row.cosine]));
    },
  };
}
