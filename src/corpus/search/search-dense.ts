import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Embedder } from '../../models/embed.ts';
import type { LibraryView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';
import { intArray } from '../write-segment.ts';
import { allowedDocuments } from './allowed-documents.ts';
import { BestScores } from './best-scores.ts';
import { likelyNearest, type Near, nearestVectors } from './nearest-vectors.ts';
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
 * The entries nearest to the query by cosine, with the filter inside: among those whose signs are most like the query's,
 * or all of them; measured in memory where the vectors are kept there, else by the database.
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
  const [asked] = await embedder.embed([query]);
  const near = {
    view,
    filter,
    allowed: allowedDocuments(view, filter),
    model,
    vector: wholeNumbers(asked!),
    limit,
  };
  return resident ? searchMemory(db, resident, near) : searchDatabase(db, near);
}

async function searchMemory(db: Db, resident: ResidentVectors, near: Near): Promise<DenseScores> {
  const { vector, limit } = near;
  const likely = await likelyNearest(db, near);
  const cosines = likely ? resident.of(vector, likely) : cosinesOfAll(resident, near);
  const best = new BestScores(limit);
  for (const [seq, cosine] of cosines) if (cosine >= best.bar) best.offer(seq, cosine);
  return {
    top: new Map(best.list().map(({ seq, score }) => [seq, score])),
    of: async (seqs) => resident.of(vector, seqs),
  };
}

/** Of all that pass the filter. */
function* cosinesOfAll(
  resident: ResidentVectors,
  { view, allowed, vector }: Near,
): Iterable<[number, number]> {
  const cosines = resident.cosines(vector);
  for (const [index, { table }] of view.segments.entries()) {
    const marks = allowed.flags[index]!;
    for (let doc = 0; doc < table.size; doc++) {
      const row = marks[doc] ? resident.row(table.seq[doc]!) : -1;
      if (row >= 0) yield [table.seq[doc]!, cosines[row]!];
    }
  }
}

async function searchDatabase(db: Db, near: Near): Promise<DenseScores> {
  const found = await nearestVectors(db, near);
  return {
    top: new Map(found.map((row) => [row.entry, row.cosine])),
    async of(seqs) {
      if (seqs.length === 0) return new Map();
      const some = await sql<{ entry: number; cosine: number }>`
        select v.entry, (1 - (v.vector <=> ${vectorText(near.vector)}::halfvec))::float8 as cosine from entry_vectors v
        where v.model = ${near.model} and v.entry = any(${intArray(seqs)}::int[])`.execute(db);
      return new Map(some.rows.map((row) => [row.entry, row.cosine]));
    },
  };
}
