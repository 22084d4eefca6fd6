import type { Db } from '../db/database.ts';
import type { Postings } from './lexical-block.ts';
import { countTerms, FIELDS } from './lexical-terms.ts';
import { K1, type LibraryView, type SegmentView, type SourceView } from './library-view.ts';
import { readPostings } from './read-postings.ts';
import { BestScores, type Scored } from './search/best-scores.ts';
import type { Expansion } from './search/expand-query.ts';
import { segmentText } from './segment-text.ts';

/** Which documents may be hits at all. Asked per source and per region, before anything is cut off. */
export interface Filter {
  source(source: SourceView): boolean;
  region?(region: string): boolean;
}

export interface LexicalScores {
  /** The best `limit` that pass the filter, best first; equal scores in the order of import. */
  top: Scored[];
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
}

const PAIRS = FIELDS[0];
/** What the words of the law behind a lay query count beside its own, both over their maximum. */
const EXPANSION_SHARE = 0.3;

/**
 * BM25 (k1 1.2, b 0.75; idf = ln(1 + (N − n + .5)/(n + .5))) summed over pairs, words and characters; besides, the BM25
 * of the expansion's words, scaled so that its greatest is EXPANSION_SHARE of the greatest of the query's own.
 * N and n count live documents of the whole library, whatever the filter: a filter changes what is shown, not the sums.
 * `once`: each term counts once, however often the query says it.
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
  const said = countTerms(query).counts;
  const counts = once ? new Map(Array.from(said.keys(), (term) => [term, 1])) : said;
  const behind = expansionTerms(expansion);
  const terms = [...new Set([...counts.keys(), ...behind.keys()])];
  const postings = await readPostings(db, view.cache, view.segments, terms);
  const { fields, ideal } = sumTerms(view, postings, counts);
  const scores = view.segments.map((_, index) => addUp(fields.map((field) => field[index]!)));
  const added = behind.size > 0 ? sumTerms(view, postings, behind).fields[0] : undefined;
  const share = added ? shareOf(view, scores, added, filter) : 0;
  if (added && share > 0) {
    for (const [index, sum] of scores.entries()) {
      const more = added[index]!;
      for (let doc = 0; doc < sum.length; doc++) sum[doc]! += share * more[doc]!;
    }
  }
  const place = (seq: number): [segment: number, doc: number] | undefined => {
    for (const [index, { table }] of view.segments.entries()) {
      const doc = positionOf(table.seq, seq);
      if (doc >= 0) return [index, doc];
    }
    return undefined;
  };
  return {
    top: best(view, scores, filter, limit),
    of(seq) {
      const [index, doc] = place(seq) ?? [0, -1];
      return scores[index]?.[doc] ?? 0;
    },
    partsOf(seq) {
      const [index, doc] = place(seq) ?? [0, -1];
      const at = (sums: Float64Array[] | undefined) => sums?.[index]?.[doc] ?? 0;
      return { fields: [at(fields[0]), at(fields[1]), at(fields[2])], behind: at(added) };
    },
    ideal,
  };
}

/** The sum of columns of one length. */
function addUp(columns: Float64Array[]): Float64Array {
  const sum = Float64Array.from(columns[0]!);
  for (const column of columns.slice(1)) for (let i = 0; i < sum.length; i++) sum[i]! += column[i]!;
  return sum;
}

/** The terms of the expansion with their weights: pairs of characters, since the index may have cut a word into a longer one. */
function expansionTerms(expansion: readonly Expansion[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { word, weight } of expansion) {
    const parts = segmentText(word).bigrams;
    for (const part of parts) {
      const term = PAIRS.mark + part;
      weights.set(term, Math.max(weights.get(term) ?? 0, weight / (parts.length * PAIRS.weight)));
    }
  }
  return weights;
}

/** By what the added sums are multiplied before they join. */
function shareOf(view: LibraryView, scores: Float64Array[], added: Float64Array[], filter: Filter): number {
  const most = best(view, added, filter, 1)[0]?.score;
  if (most === undefined) return 0;
  return (EXPANSION_SHARE * (best(view, scores, filter, 1)[0]?.score ?? 1)) / most;
}

/** Per field, segment and document, the BM25 of the terms times their weights. */
function sumTerms(
  view: LibraryView,
  postings: Map<string, Postings>[],
  weights: Map<string, number>,
): { fields: [Float64Array[], Float64Array[], Float64Array[]]; ideal: number } {
  const empty = () => view.segments.map((segment) => new Float64Array(segment.table.size));
  const fields: [Float64Array[], Float64Array[], Float64Array[]] = [empty(), empty(), empty()];
  let ideal = 0;
  for (const [term, times] of weights) {
    const field = FIELDS.findIndex(({ mark }) => mark === term[0]);
    let found = 0;
    for (const [index, segment] of view.segments.entries()) {
      const docs = postings[index]!.get(term)?.docs;
      if (docs) found += countAlive(segment, docs);
    }
    const idf = Math.log(1 + (view.size - found + 0.5) / (found + 0.5));
    const weight = FIELDS[field]!.weight * idf * times;
    ideal += weight * (K1 + 1);
    for (const [index, segment] of view.segments.entries()) {
      const list = postings[index]!.get(term);
      if (list) addScores(fields[field]![index]!, segment.norms[field]!, list.docs, list.counts, weight);
    }
  }
  return { fields, ideal };
}

function countAlive(segment: SegmentView, docs: Int32Array): number {
  if (segment.whole) return docs.length;
  let found = 0;
  for (let i = 0; i < docs.length; i++) found += segment.alive[docs[i]!]!;
  return found;
}

function addScores(
  scores: Float64Array,
  norms: Float64Array,
  docs: Int32Array,
  counts: Uint16Array,
  weight: number,
): void {
  for (let i = 0; i < docs.length; i++) {
    const doc = docs[i]!;
    const count = counts[i]!;
    scores[doc]! += (weight * count * (K1 + 1)) / (count + norms[doc]!);
  }
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

function best(view: LibraryView, scores: Float64Array[], filter: Filter, limit: number): Scored[] {
  const found = new BestScores(limit);
  for (const [index, segment] of view.segments.entries()) {
    const allowed = allowedIn(segment, view.sources, filter);
    const values = scores[index]!;
    for (let doc = 0; doc < values.length; doc++) {
      const score = values[doc]!;
      if (score > 0 && score >= found.bar && allowed(doc)) found.offer(segment.table.seq[doc]!, score);
    }
  }
  return found.list();
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
