import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Day } from '../../law/dates.ts';
import type { Embedder } from '../../models/embed.ts';
import type { LibraryView } from '../library-view.ts';
import { type Filter, type LexicalScores, scoreLexical } from '../score-lexical.ts';
import { searchDense } from '../search/search-dense.ts';
import type { EntryKind } from '../source-draft.ts';
import { catalogueBook } from '../violations/catalogue-book.ts';
import { libraryCatalogue } from '../violations/library-catalogue.ts';
import { intArray } from '../write-segment.ts';
import { digestCase, type StoredDigest } from './case-digest.ts';
import { caseFrequencies } from './case-frequencies.ts';
import { foldIdentical } from './fold-identical.ts';
import { itemLookup } from './item-lookup.ts';
import { itemsOfCase } from './items-of-case.ts';
import { itemsTold } from './items-told.ts';
import { type KeptDigest, keptDigests } from './kept-digests.ts';
import { type LikeCandidate, type ScoredLike, scoreLikeCases, type ToldCase } from './score-like-cases.ts';

/** Shorter texts are questions, not cases; where cases alone are asked for, a shorter one can tell a case. */
const LEAST_LENGTH = 50;
const LEAST_OF_CASES = 40;
/** Where fewer than one entry in so many is a case, a text is first of all a question about the law. */
const RARE = 20;
/** Of the entries nearest to the query so many are asked what they are. */
const LOOKED_AT = 50;
/** So many of the nearest are compared part by part; those behind count by words and meaning alone. */
const COMPARED = 1000;
/** Of so many of the nearest that say no item it is read from their words: that takes longer than all the rest. */
const READ = 60;

export interface LikeSearch {
  query: string;
  kind: EntryKind | 'all';
  filter: Filter;
  /** How many of either list are looked at, at least. */
  pool: number;
  embedder?: Embedder | undefined;
  /** The day asked for where the story states none, and the region: of cases as alike, the nearer comes first. */
  asOf: Day;
  day?: Day | undefined;
  region?: string | undefined;
}

/** What a list says of a case beside its parts. */
export interface LikeMark {
  /** Decided against a party that the query names. */
  sameParty?: true;
  /** Nearly identical decisions for which it stands. */
  same?: { id: string; title: string }[];
}

/** What was found: the cases with their parts, best first, and the lists that they come from. */
export interface LikeSearchResult {
  found: ScoredLike[];
  /** By the id of an entry: only of those of which there is something to tell. */
  marks: ReadonlyMap<string, LikeMark>;
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
  options: LikeSearch,
): Promise<LikeSearchResult | undefined> {
  const { query, kind, filter, pool, embedder } = options;
  const least = kind === 'case' ? LEAST_OF_CASES : LEAST_LENGTH;
  if ((kind !== 'case' && kind !== 'all') || query.trim().length < least) return undefined;
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
  const digests = await addDigests(db, candidates);
  const told: ToldCase = {
    ...digestCase('', query),
    text: query,
    ...(await addItems(db, view, options, candidates, digests)),
  };
  if (options.day) told.day ??= options.day;
  if (options.region) told.region = options.region;
  const folded = foldIdentical(scoreLikeCases(told, candidates, frequencies, 2 * pool), ({ seq }) =>
    digests.get(seq),
  );
  return {
    found: folded.map(({ one }) => one),
    marks: new Map(folded.flatMap(({ one, same }) => markOf(query, digests, one, same))),
    lexical,
    dense: cosines.size > 0,
  };
}

/** By the entry's number; nothing of a case that stands alone and has another party. */
function markOf(
  query: string,
  digests: ReadonlyMap<number, KeptDigest>,
  one: ScoredLike,
  others: readonly ScoredLike[],
): [string, LikeMark][] {
  const digest = digests.get(one.seq);
  if (!digest) return [];
  const same = others.flatMap(({ seq }) => {
    const other = digests.get(seq);
    return other ? [{ id: other.id, title: other.title }] : [];
  });
  const sameParty = digest.party !== undefined && query.includes(digest.party);
  if (!sameParty && same.length === 0) return [];
  return [
    [digest.id, { ...(sameParty ? { sameParty: true as const } : {}), ...(same.length > 0 ? { same } : {}) }],
  ];
}

/**
 * Tells of the candidates which violations they were about, and of the query which it tells. Nothing where no candidate is about
 * any: then the query need not be read.
 */
async function addItems(
  db: Db,
  view: LibraryView,
  { query, asOf, embedder }: LikeSearch,
  candidates: readonly LikeCandidate[],
  digests: ReadonlyMap<number, StoredDigest>,
): Promise<Pick<ToldCase, 'items' | 'nameOf' | 'fieldOf'>> {
  const catalogue = await libraryCatalogue(db, view);
  const { nameOf, fieldOf } = itemLookup(catalogue);
  let any = false;
  for (const [at, candidate] of candidates.entries()) {
    const digest = digests.get(candidate.seq);
    if (!digest) continue;
    const items = itemsOfCase(catalogue, digest, { reading: at < READ });
    candidate.items = items instanceof Promise ? await items : items;
    any ||= candidate.items.size > 0;
  }
  if (!any) return {};
  const book = await catalogueBook(db, catalogue);
  return { items: await itemsTold(catalogue, query, { book, asOf, embedder }), nameOf, fieldOf };
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
async function addDigests(db: Db, candidates: LikeCandidate[]): Promise<Map<number, KeptDigest>> {
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
  return digests;
}
