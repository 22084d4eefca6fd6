import type { Db } from '../../db/database.ts';
import type { Embedder } from '../../models/embed.ts';
import type { LibraryView } from '../library-view.ts';
import { type Filter, type LexicalScores, scoreLexical } from '../score-lexical.ts';
import type { Expansion } from './expand-query.ts';
import { type Joined, joinLists } from './join-lists.ts';
import { rankFeatures } from './rank-features.ts';
import { rerank } from './rerank.ts';
import { searchDense } from './search-dense.ts';
import { timesAsked } from './times-asked.ts';

/** Where no entry holds a term of the query, and none is nearer than this, it has nothing in common with the library. */
const FAR = 0.55;

/** What is asked of the library. */
export interface Wanted {
  query: string;
  expansion: readonly Expansion[];
  filter: Filter;
  /** How many of either list are candidates. */
  pool: number;
  embedder?: Embedder | undefined;
}

export interface Ranking {
  ranked: Joined[];
  lexical: LexicalScores;
  /** False where there are no vectors yet. */
  hybrid: boolean;
  /** The cosines of any other entries; one without a vector is absent. */
  cosinesOf(seqs: number[]): Promise<ReadonlyMap<number, number>>;
}

/**
 * The entries that answer a query, best first. By words alone the score is lexical; with vectors the re-ranker's, over all
 * that either list brings.
 */
export async function rankEntries(
  db: Db,
  view: LibraryView,
  { query, expansion, filter, pool, embedder }: Wanted,
): Promise<Ranking> {
  // A server looks for the nearest vectors while the words are counted here.
  const [dense, lexical] = await Promise.all([
    embedder && searchDense(db, view, embedder, query, filter, pool),
    scoreLexical(db, view, query, filter, pool, expansion),
  ]);
  const hybrid = dense !== undefined && (view.serving !== undefined || dense.top.size > 0);
  if (!hybrid)
    return { ranked: joinLists(lexical, undefined, 0), lexical, hybrid, cosinesOf: async () => new Map() };
  if (lexical.top.length === 0 && Math.max(0, ...dense.top.values()) < FAR)
    return { ranked: [], lexical, hybrid, cosinesOf: dense.of };
  lexical.look(dense.top.keys());
  const rest = lexical.top.map(({ seq }) => seq).filter((seq) => !dense.top.has(seq));
  const cosines = new Map([...dense.top, ...(await dense.of(rest))]);
  const asked = await timesAsked(db, [...lexical.top.map(({ seq }) => seq), ...dense.top.keys()]);
  const ranked = rerank(rankFeatures(query, lexical, dense.top, cosines, asked));
  return {
    ranked: ranked.map((one) => ({ ...one, dense: cosines.get(one.seq) ?? null })),
    lexical,
    hybrid,
    cosinesOf: dense.of,
  };
}
