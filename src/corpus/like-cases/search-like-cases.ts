import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Embedder } from '../../models/embed.ts';
import type { LibraryView } from '../library-view.ts';
import { type Filter, type LexicalScores, scoreLexical } from '../score-lexical.ts';
import { searchDense } from '../search/search-dense.ts';
import type { EntryKind } from '../source-draft.ts';
import { intArray } from '../write-segment.ts';
import { digestCase } from './case-digest.ts';
import { caseFrequencies } from './case-frequencies.ts';
import { keptDigests } from './kept-digests.ts';
import { type LikeCandidate, type ScoredLike, scoreLikeCases } from './score-like-cases.ts';

/** Shorter texts are questions, not cases. */
const LEAST_LENGTH = 50;
/** Where fewer than one entry in so many is a case, a text is first of all a question about the law. */
const RARE = 20;
/** Of the entries nearest to the query so many are asked what they are. */
const LOOKED_AT = 50;
/** So many of the nearest are compared part by part; those behind count by words and meaning alone. */
const COMPARED = 1000;

export interface LikeSearch {
  query: string;
  kind: EntryKind | 'all';
  filter: Filter;
  /** How many of either list are looked at, at least. */
  pool: number;
  embedder?: Embedder | undefined;
}

/** What was found: the cases with their parts, best first, and the lists that they come from. */
export interface LikeSearchResult {
  found: ScoredLike[];
  lexical: LexicalScores;
  /** Whether vectors took part. */
  dense: boolean;
}

/**
 * The entries most like the case that a query tells, its parts weighed apart. `undefined` for a query that tells no case:
 * a short one, or one to which, of all kinds together, mostly other things than cases lie near.
 */
export async function searchLikeCases(
  db: Db,
  view: LibraryView,
  { query, kind, filter, pool, embedder }: LikeSearch,
): Promise<LikeSearchResult | undefined> {
  if ((kind !== 'case' && kind !== 'all') || query.trim().length < LEAST_LENGTH) return undefined;
  const frequencies = await caseFrequencies(db, view);
  if (kind === 'all' && RARE * frequencies.cases < view.size) return undefined;
  const limit = Math.max(pool, COMPARED);
  const lexical = await scoreLexical(db, view, query, filter, limit, [], { once: true });
  if (kind === 'all' && !(await areCases(db, lexical))) return undefined;
  const candidates: LikeCandidate[] = [];
  let cosines = new Map<number, number>();
  if (embedder) {
    const dense = await searchDense(db, view, embedder, query, filter, limit);
    const rest = lexical.top.map(({ seq }) => seq).filter((seq) => !dense.top.has(seq));
    cosines = new Map([...dense.top, ...(await dense.of(rest))]);
  }
  lexical.look(cosines.keys());
  for (const seq of new Set([...lexical.top.map(({ seq }) => seq), ...cosines.keys()])) {
    candidates.push({ seq, lexical: lexical.of(seq), cosine: cosines.get(seq) ?? null });
  }
  await addDigests(db, candidates);
  return {
    found: scoreLikeCases(digestCase('', query), candidates, frequencies),
    lexical,
    dense: cosines.size > 0,
  };
}

/** Whether what lies nearest to the query is mostly cases, by kind or by title: then the query is a case too. */
async function areCases(db: Db, { top }: Pick<LexicalScores, 'top'>): Promise<boolean> {
  const nearest = top.slice(0, LOOKED_AT).map(({ seq }) => seq);
  const { rows } = await sql<{ cases: number }>`
    select count(*)::int as cases from entries
    where seq = any(${intArray(nearest)}::int[]) and (kind = 'case' or title like '%案')`.execute(db);
  return 2 * (rows[0]?.cases ?? 0) > nearest.length;
}

/** Takes the nearest candidates apart, by words and cosine together, and orders all of them so. */
async function addDigests(db: Db, candidates: LikeCandidate[]): Promise<void> {
  const most = candidates.reduce((best, { lexical }) => Math.max(best, lexical), 0) || 1;
  const near = ({ lexical, cosine }: LikeCandidate): number => lexical / most + (cosine ?? 0);
  candidates.sort((a, b) => near(b) - near(a) || a.seq - b.seq);
  const compared = candidates.slice(0, COMPARED);
  const digests = await keptDigests(
    db,
    compared.map(({ seq }) => seq),
  );
  for (const candidate of compared) {
    const digest = digests.get(candidate.seq);
    if (digest) candidate.digest = digest;
  }
}
