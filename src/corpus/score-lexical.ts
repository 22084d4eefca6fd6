import type { Db } from '../db/database.ts';
import { countQueryTerms, FIELDS, fieldOf, K1 } from './lexical-terms.ts';
import type { LibraryView, SegmentView, SourceView } from './library-view.ts';
import { readPostings } from './read-postings.ts';
import type { IssuedBy } from './search/agency-filter.ts';
import { type AllowedDocuments, allowedDocuments } from './search/allowed-documents.ts';
import { bestDocuments, type Documents, type WeighedTerm } from './search/best-documents.ts';
import type { Scored } from './search/best-scores.ts';
import type { Expansion } from './search/expand-query.ts';
import type { TermList } from './search/term-list.ts';
import { segmentQuery } from './segment-text.ts';

/** Which documents may be hits at all. Asked per source and per region, before anything is cut off. */
export interface Filter {
  source(source: SourceView): boolean;
  region?(region: string): boolean;
  /** Only what one body issued; asked for each entry. */
  issued?: IssuedBy;
}

export interface LexicalScores {
  /** The best `limit` that pass the filter, best first; equal scores in the order of import. */
  top: Scored[];
  /** Looks many entries up at once, which costs far less than asking for them one by one. */
  look(seqs: Iterable<number>): void;
  /** The score of any entry, 0 where no term occurs. */
  of(seq: number): number;
  /** What the score of an entry is made of. */
  partsOf(seq: number): LexicalParts;
  /** The BM25 that a short text would have that held every term of the query often. */
  ideal: number;
}

/** BM25 sums of one entry: the query's own pairs, words and characters, and the words of the law behind it, unscaled. */
export interface LexicalParts {
  fields: [number, number, number];
  behind: number;
  /** 0..1: how much of the query's pairs it holds at all, each weighed by how rare it is. */
  held: number;
  /** In pairs. */
  length: number;
}

const PAIRS = FIELDS[0];
const SINGLE = FIELDS[2].mark;
/** What the words of the law behind a lay query count beside its own, both over their maximum. */
const EXPANSION_SHARE = 0.3;

/**
 * BM25 (k1 1.2, b 0.75; idf = ln(1 + (N − n + .5)/(n + .5))) summed over pairs, words and characters; besides, the BM25
 * of the expansion's words, scaled so that its greatest is EXPANSION_SHARE of the greatest of the query's own.
 * N and n count live documents of the whole library, whatever the filter: a filter changes what is shown, not the sums.
 * `once`: each term counts once, however often the query says it, and single characters, which a long text nearly all
 * has, not at all.
 */
export async function scoreLexical(
  db: Db,
  view: LibraryView,
  query: string,
  filter: Filter,
  limit: number,
  expansion: readonly Expansion[] = [],
  { once = false }: { once?: boolean } = {},
): Promise<LexicalScores> {
  const said = countQueryTerms(query).counts;
  const counts = once
    ? new Map([...said.keys()].flatMap((term) => (term[0] === SINGLE ? [] : [[term, 1]])))
    : said;
  const behind = expansionTerms(expansion);
  const terms = [...new Set([...counts.keys(), ...behind.keys()])];
  const lists = await readPostings(db, view.cache, view.segments, terms);
  const own = weigh(view, lists, counts);
  const added = weigh(view, lists, behind);
  const allowed = allowedDocuments(view, filter);
  let top = rank(view, bestDocuments(view, own, allowed, limit), own, added, 0, limit);
  const behindMost = added.length > 0 ? mostBehind(view, added, allowed, top) : 0;
  const share = behindMost > 0 ? (EXPANSION_SHARE * (top[0]?.score ?? 1)) / behindMost : 0;
  if (share > 0) {
    // What joins adds to scores, never takes away: the best of those found so far are where the best begin.
    const reached = top.map(({ score, behind }) => score + share * behind).sort((a, b) => a - b);
    const least = reached.length === limit ? reached[0]! : 0;
    const joined = [...own, ...added.map((term) => ({ ...term, weight: share * term.weight }))];
    top = rank(view, bestDocuments(view, joined, allowed, limit, least), own, added, share, limit);
  }
  const known = new Map(top.map((one) => [one.seq, one]));
  const look = (seqs: Iterable<number>): void => {
    const unknown = [...seqs].filter((seq) => !known.has(seq));
    for (const one of lookUp(view, unknown, own, added, share)) known.set(one.seq, one);
  };
  const find = (seq: number): Ranked => {
    if (!known.has(seq)) look([seq]);
    return known.get(seq) ?? { seq, score: 0, fields: [0, 0, 0], behind: 0, held: 0, length: 0 };
  };
  return {
    top,
    look,
    of: (seq) => find(seq).score,
    partsOf(seq) {
      const { fields, behind, held, length } = find(seq);
      return { fields, behind, held, length };
    },
    ideal: own.reduce((sum, { weight }) => sum + weight * (K1 + 1), 0),
  };
}

interface Ranked extends Scored, LexicalParts {}

/** The best `limit` of some documents, their scores summed up field by field in the order of the query. */
function rank(
  view: LibraryView,
  found: Documents[],
  own: WeighedTerm[],
  added: WeighedTerm[],
  share: number,
  limit: number,
): Ranked[] {
  return found
    .flatMap((documents) => sumUp(view, documents, own, added, share))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.seq - b.seq)
    .slice(0, limit);
}

function sumUp(
  view: LibraryView,
  { segment: index, docs }: Documents,
  own: WeighedTerm[],
  added: WeighedTerm[],
  share: number,
): Ranked[] {
  const segment = view.segments[index]!;
  const column = () => new Float64Array(docs.length);
  const fields = [column(), column(), column()] as const;
  const behind = column();
  const add = (to: Float64Array, { weight, lists }: WeighedTerm, held?: Float64Array) =>
    lists[index]?.addTo(to, docs, docs.length, segment, weight, held);
  const held = column();
  let rarity = 0;
  for (const term of own) {
    add(fields[term.field], term, term.field === 0 ? held : undefined);
    if (term.field === 0) rarity += term.weight;
  }
  for (const term of added) add(behind, term);
  return Array.from(docs, (doc, place) => {
    const [pairs, words, characters] = [fields[0][place]!, fields[1][place]!, fields[2][place]!];
    return {
      seq: segment.table.seq[doc]!,
      score: pairs + words + characters + share * behind[place]!,
      fields: [pairs, words, characters],
      behind: behind[place]!,
      held: rarity > 0 ? held[place]! / rarity : 0,
      length: segment.table.lengths[0][doc]!,
    };
  });
}

/** Entries by number; one that stands in no live segment is absent. */
function lookUp(
  view: LibraryView,
  seqs: number[],
  own: WeighedTerm[],
  added: WeighedTerm[],
  share: number,
): Ranked[] {
  let left = seqs;
  return view.segments.flatMap(({ table }, segment) => {
    const docs: number[] = [];
    left = left.filter((seq) => {
      const doc = positionOf(table.seq, seq);
      if (doc >= 0) docs.push(doc);
      return doc < 0;
    });
    if (docs.length === 0) return [];
    return sumUp(view, { segment, docs: Int32Array.from(docs).sort() }, own, added, share);
  });
}

/** The greatest sum of the words behind the query: at least that of the best by its own words. */
function mostBehind(
  view: LibraryView,
  added: WeighedTerm[],
  allowed: AllowedDocuments,
  top: Ranked[],
): number {
  const least = top.reduce((most, { behind }) => Math.max(most, behind), 0);
  const found = bestDocuments(view, added, allowed, 1, least);
  return rank(view, found, [], added, 1, 1).reduce((most, { behind }) => Math.max(most, behind), least);
}

/** The terms of the expansion with their weights: pairs of characters, since the index may have cut a word into a longer one. */
function expansionTerms(expansion: readonly Expansion[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { word, weight } of expansion) {
    const parts = segmentQuery(word).bigrams;
    for (const part of parts) {
      const term = PAIRS.mark + part;
      weights.set(term, Math.max(weights.get(term) ?? 0, weight / (parts.length * PAIRS.weight)));
    }
  }
  return weights;
}

/** The terms with their weights times idf, in the order given, and the list of each per segment. */
function weigh(
  view: LibraryView,
  lists: Map<string, TermList>[],
  weights: Map<string, number>,
): WeighedTerm[] {
  return Array.from(weights, ([term, times]) => {
    const field = fieldOf(term);
    const own = view.segments.map((_, index) => lists[index]!.get(term));
    const found = own.reduce((sum, list, index) => sum + (list?.countAlive(view.segments[index]!) ?? 0), 0);
    const idf = Math.log(1 + (view.size - found + 0.5) / (found + 0.5));
    return { field, idf, weight: FIELDS[field].weight * idf * times, lists: own };
  });
}

/** Which documents of a segment pass the filter. */
export function allowedIn(segment: SegmentView, sources: Map<number, SourceView>, filter: Filter) {
  const bySource = new Map<number, boolean>();
  const regions = segment.table.regions.map((region) => filter.region?.(region) ?? true);
  return (doc: number): boolean => {
    if (!segment.alive[doc] || !regions[segment.table.region[doc]!]) return false;
    const id = segment.table.source[doc]!;
    let allowed = bySource.get(id);
    if (allowed === undefined) {
      allowed = filter.source(sources.get(id)!);
      bySource.set(id, allowed);
    }
    return allowed;
  };
}

/** Binary search; entries are numbered ascending within a segment. */
function positionOf(seqs: Int32Array, seq: number): number {
  let low = 0;
  let high = seqs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (seqs[middle]! === seq) return middle;
    if (seqs[middle]! < seq) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
