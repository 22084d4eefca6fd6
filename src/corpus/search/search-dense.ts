import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Embedder } from '../../models/embed.ts';
import type { LibraryView } from '../library-view.ts';
import { allowedIn, type Filter } from '../score-lexical.ts';
import { BestScores } from './best-scores.ts';
import { type ResidentVectors, residentVectors } from './resident-vectors.ts';
import { vectorText, wholeNumbers } from './vector-text.ts';

/** The cosines of one query. */
export interface DenseScores {
  /** The nearest entries that pass the filter, best first. */
  top: Map<number, number>;
  /** Those of any entries; one without a vector is absent. */
  of(seqs: number[]): Promise<Map<number, number>>;
}

/**
 * The entries nearest to the query by cosine, with the filter inside: an exact scan, in memory where the vectors are kept
 * there, else in the database.
 */
export async function searchDense(
  db: Db,
  view: LibraryView,
  embedder: Embedder,
  query: string,
  filter: Filter,
  limit: number,
): Promise<DenseScores> {
  const { model, dimensions } = embedder;
  const resident = await residentVectors(db, view, model, dimensions);
  const [vector] = await embedder.embed([query]);
  return resident
    ? scanMemory(view, resident, vector!, filter, limit)
    : scanDatabase(db, view, model, vector!, filter, limit);
}

function scanMemory(
  view: LibraryView,
  resident: ResidentVectors,
  vector: Float32Array,
  filter: Filter,
  limit: number,
): DenseScores {
  const cosines = resident.cosines(vector);
  const of = (seq: number): number | undefined => {
    const row = resident.row(seq);
    return row === undefined ? undefined : cosines[row];
  };
  const best = new BestScores(limit);
  for (const segment of view.segments) {
    const allowed = allowedIn(segment, view.sources, filter);
    for (let doc = 0; doc < segment.table.size; doc++) {
      const seq = segment.table.seq[doc]!;
      const cosine = of(seq);
      if (cosine !== undefined && cosine >= best.bar && allowed(doc)) best.offer(seq, cosine);
    }
  }
  return {
    top: new Map(best.list().map(({ seq, score }) => [seq, score])),
    of: async (seqs) =>
      new Map(
        seqs.flatMap((seq) => {
          const cosine = of(seq);
          return cosine === undefined ? [] : [[seq, cosine]];
        }),
      ),
  };
}

async function scanDatabase(
  db: Db,
  view: LibraryView,
  model: string,
  vector: Float32Array,
  filter: Filter,
  limit: number,
): Promise<DenseScores> {
  const text = vectorText(wholeNumbers(vector));
  const sources = [...view.sources.values()].filter((source) => filter.source(source)).map(({ id }) => id);
  const regions = filter.region && regionsOf(view).filter((one) => filter.region?.(one));
  const cosine = sql<number>`(1 - (v.vector <=> ${text}::halfvec))::float8`;
  const rows = await sql<{ entry: number; cosine: number }>`
    select v.entry, ${cosine} as cosine
    from entry_vectors v join entries e on e.seq = v.entry
    where v.model = ${model} and e.source = any(${`{${sources.join(',')}}`}::int[])
      ${regions ? sql`and coalesce(e.region, '') = any(select jsonb_array_elements_text(${JSON.stringify(regions)}::text::jsonb))` : sql``}
    order by v.vector <=> ${text}::halfvec, v.entry
    limit ${limit}`.execute(db);
  return {
    top: new Map(rows.rows.map((row) => [row.entry, row.cosine])),
    async of(seqs) {
      if (seqs.length === 0) return new Map();
      const some = await sql<{ entry: number; cosine: number }>`
        select v.entry, ${cosine} as cosine from entry_vectors v
        where v.model = ${model} and v.entry = any(${`{${seqs.join(',')}}`}::int[])`.execute(db);
      return new Map(some.rows.map((row) => [row.entry, row.cosine]));
    },
  };
}

function regionsOf(view: LibraryView): string[] {
  return [...new Set(view.segments.flatMap(({ table }) => table.regions))];
}
