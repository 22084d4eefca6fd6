import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Embedder } from '../../models/embed.ts';
import type { LibraryView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';
import { intArray } from '../write-segment.ts';
import { allowedDocuments } from './allowed-documents.ts';
import { BestScores } from './best-scores.ts';
import { nearestVectors } from './nearest-vectors.ts';
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
 * The entries nearest to the query by cosine, with the filter inside: an exact scan in memory where the vectors are kept
 * there, else by the database, which looks at those alone whose signs are most like the query's, or at all.
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
    : scanDatabase(db, view, embedder, vector!, filter, limit);
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
    return row < 0 ? undefined : cosines[row];
  };
  const best = new BestScores(limit);
  const { flags } = allowedDocuments(view, filter);
  for (const [index, { table }] of view.segments.entries()) {
    const allowed = flags[index]!;
    for (let doc = 0; doc < table.size; doc++) {
      if (!allowed[doc]) continue;
      const seq = table.seq[doc]!;
      const cosine = of(seq);
      if (cosine !== undefined && cosine >= best.bar) best.offer(seq, cosine);
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
  { model }: Embedder,
  asked: Float32Array,
  filter: Filter,
  limit: number,
): Promise<DenseScores> {
  const vector = wholeNumbers(asked);
  const text = vectorText(vector);
  const allowed = allowedDocuments(view, filter);
  const near = { view, filter, allowed, model, vector, limit };
  return {
    top: new Map((await nearestVectors(db, near)).map((row) => [row.entry, row.cosine])),
    async of(seqs) {
      if (seqs.length === 0) return new Map();
      const some = await sql<{ entry: number; cosine: number }>`
        select v.entry, (1 - (v.vector <=> ${text}::halfvec))::float8 as cosine from entry_vectors v
        where v.model = ${model} and v.entry = any(${intArray(seqs)}::int[])`.execute(db);
      return new Map(some.rows.map((row) => [row.entry, row.cosine]));
    },
  };
}
