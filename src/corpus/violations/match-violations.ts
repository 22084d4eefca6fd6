import type { Citation } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { Embedder } from '../../models/embed.ts';
import { countTerms } from '../lexical-terms.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { expandQuery } from '../search/expand-query.ts';
import { normaliseText, segmentText } from '../segment-text.ts';
import type { Catalogue, ProceduralQuestion, Violation } from './violation.ts';
import { isViolation, scoreTerms, type ViolationIndex, violationIndex } from './violation-index.ts';

/** A provision of an item as it stands on the day asked for. */
export interface MatchedProvision extends Citation {
  role: 'breached' | 'punishing' | 'answers';
}

/** One entry of the catalogue that may be what happened. */
export interface ViolationMatch {
  id: string;
  name: string;
  kind: 'violation' | 'question';
  field: string;
  /** 1 for the best of this query; comparable within it only. */
  score: number;
  why: {
    /** Words of the query that the entry holds. */
    words: string[];
    /** Words of the law behind lay words of the query. */
    expanded: { word: string; from: string }[];
    /** Cosine with the nearest saying, and that saying; null without a model. */
    similarity: number | null;
    saying: string | null;
    /** Elements of the item that the query speaks of. */
    met: string[];
  };
  /** Elements that the query does not speak of: to be asked. */
  missing: string[];
  /** How to tell it from a neighbour that was found as well. */
  tell: { id: string; name: string; tell: string }[];
  provisions: MatchedProvision[];
}

export interface MatchOptions {
  book: ReferenceBook;
  asOf: Day;
  embedder?: Embedder | undefined;
  /** 10 where not given. */
  limit?: number;
  /** Entries of a field weigh no more; others are left out. */
  field?: string;
}

/** Weight of a word behind a lay word; of the cosine beside the best lexical score. */
const EXPANDED = 0.3;
const DENSE = 2;
/** A paragraph is also compared sentence by sentence: one of them tells what was done. */
const SENTENCE = /[^。；！？\n]{6,}/g;
const MOST_SENTENCES = 40;

/**
 * What happened → entries of the catalogue whose provisions are in force on the day, the best first: words (BM25 with the
 * words of the law behind lay ones) and meaning (the cosine with what people say of the item), as in the search of the
 * library. An entry with nothing in common with the query is not listed.
 */
export async function matchViolations(
  catalogue: Catalogue,
  text: string,
  options: MatchOptions,
): Promise<ViolationMatch[]> {
  const index = violationIndex(catalogue);
  const { counts } = countTerms(text);
  const expansion = expandQuery(text.slice(0, 2000));
  const query = new Map<string, number>([...counts].map(([term, count]) => [term, Math.min(count, 3)]));
  for (const { word, weight } of expansion)
    for (const term of countTerms(word).counts.keys())
      query.set(term, Math.max(query.get(term) ?? 0, EXPANDED * weight));
  const lexical = scoreTerms(index, query);
  const best = Math.max(...lexical, Number.EPSILON);
  const similar = options.embedder
    ? await similarities(index, text, options.embedder, (at) => lexical[at]! / best)
    : undefined;
  const holding = holdingOn(index, options);
  const scored = index.entries
    .map(({ entry }, at) => ({
      entry,
      words: lexical[at]!,
      near: similar?.[at],
      score: lexical[at]! / best + DENSE * (similar?.[at]?.cosine ?? 0),
    }))
    .filter(({ entry, words, near }) => (words > 0 || (near?.cosine ?? 0) > 0.3) && holding.has(entry.id))
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, options.limit ?? 10);
  const top = scored[0]?.score ?? 1;
  const found = new Map(scored.map(({ entry }) => [entry.id, entry]));
  return scored.map(({ entry, near, score }) => {
    const elements = isViolation(entry) ? entry.elements : [];
    const met = elements.filter((element) => speaksOf(text, expansion, element));
    return {
      id: entry.id,
      name: isViolation(entry) ? entry.name : entry.question,
      kind: isViolation(entry) ? ('violation' as const) : ('question' as const),
      field: entry.field,
      score: Math.round((score / top) * 1e6) / 1e6,
      why: {
        words: sharedWords(text, entry),
        expanded: expansion
          .filter(({ word }) => textOf(entry).includes(word))
          .map(({ word, from }) => ({ word, from })),
        similarity: near ? Math.round(near.cosine * 1e4) / 1e4 : null,
        saying: near?.saying ?? null,
        met,
      },
      missing: elements.filter((element) => !met.includes(element)),
      tell: isViolation(entry)
        ? entry.neighbours.flatMap(({ id, tell }) => {
            const other = found.get(id);
            return other && isViolation(other) ? [{ id, name: other.name, tell }] : [];
          })
        : [],
      provisions: provisionsOf(entry),
    };
  });
}

/** The provisions of an entry in the order in which a decision cites them. */
export function provisionsOf(entry: Violation | ProceduralQuestion): MatchedProvision[] {
  if (!isViolation(entry)) return entry.articles.map((place) => ({ ...place, role: 'answers' as const }));
  return [
    ...entry.breached.map((place) => ({ ...place, role: 'breached' as const })),
    ...entry.punishing.map((place) => ({ ...place, role: 'punishing' as const })),
  ];
}

const holdingDays = new WeakMap<ViolationIndex, WeakMap<ReferenceBook, Map<string, Set<string>>>>();
/** Days asked for in turn are few: today, and those of the cases at hand. */
const KEPT_DAYS = 50;

/** The ids of the entries of a field that hold on the day with every provision in force. */
function holdingOn(index: ViolationIndex, { asOf, field, book }: MatchOptions): Set<string> {
  const books = holdingDays.get(index) ?? new WeakMap<ReferenceBook, Map<string, Set<string>>>();
  holdingDays.set(index, books);
  const days = books.get(book) ?? new Map<string, Set<string>>();
  books.set(book, days);
  const key = `${asOf} ${field ?? ''}`;
  let ids = days.get(key);
  if (!ids) {
    const held = index.entries.filter(({ entry }) => {
      const [from, to] = entry.inForce;
      if (asOf < from || (to !== undefined && to < asOf)) return false;
      if (field !== undefined && entry.field !== field) return false;
      return provisionsOf(entry).every((place) => book.cite(place, asOf).state === 'in-force');
    });
    ids = new Set(held.map(({ entry }) => entry.id));
    if (days.size >= KEPT_DAYS) days.clear();
    days.set(key, ids);
  }
  return ids;
}

interface Near {
  cosine: number;
  saying: string;
}

const vectorsOf = new WeakMap<ViolationIndex, Map<string, Promise<Float32Array[]>>>();
/** So many entries are compared sentence by sentence. */
const NEAREST = 150;

async function similarities(
  index: ViolationIndex,
  text: string,
  embedder: Embedder,
  wordsOf: (at: number) => number,
): Promise<Near[]> {
  const known = vectorsOf.get(index) ?? new Map<string, Promise<Float32Array[]>>();
  vectorsOf.set(index, known);
  let vectors = known.get(embedder.model);
  if (!vectors) {
    vectors = embedder.embed(index.entries.flatMap(({ sayings }) => sayings));
    known.set(embedder.model, vectors);
  }
  const all = await vectors;
  const sentences = (text.match(SENTENCE) ?? []).slice(0, MOST_SENTENCES);
  const [whole, ...parts] = await embedder.embed([text, ...(sentences.length > 1 ? sentences : [])]);
  let start = 0;
  const starts = index.entries.map(({ sayings }) => {
    const at = start;
    start += sayings.length;
    return at;
  });
  const near = index.entries.map(({ sayings }, at) => nearest(sayings, all, starts[at]!, [whole!]));
  if (parts.length === 0) return near;
  const order = near
    .map(({ cosine }, at) => ({ at, score: wordsOf(at) + DENSE * cosine }))
    .sort((one, other) => other.score - one.score);
  for (const { at } of order.slice(0, NEAREST)) {
    const part = nearest(index.entries[at]!.sayings, all, starts[at]!, parts);
    if (part.cosine > near[at]!.cosine) near[at] = part;
  }
  return near;
}

function nearest(
  sayings: readonly string[],
  all: readonly Float32Array[],
  start: number,
  asked: readonly Float32Array[],
): Near {
  let near: Near = { cosine: -1, saying: '' };
  for (const [at, saying] of sayings.entries()) {
    for (const one of asked) {
      const cosine = dot(one, all[start + at]!);
      if (cosine > near.cosine) near = { cosine, saying };
    }
  }
  return near;
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}

/** Half of the pairs of signs of an element, or a word of the law behind a lay word that stands in it. */
function speaksOf(text: string, expansion: readonly { word: string }[], element: string): boolean {
  const plain = normaliseText(text);
  const { bigrams } = segmentText(element);
  const shared = bigrams.filter((pair) => plain.includes(pair)).length;
  return shared * 2 >= Math.max(1, bigrams.length) || expansion.some(({ word }) => element.includes(word));
}

function sharedWords(text: string, entry: Violation | ProceduralQuestion): string[] {
  const held = new Set(segmentText(textOf(entry)).words);
  return [...new Set(segmentText(text).words)].filter((word) => held.has(word)).slice(0, 12);
}

function textOf(entry: Violation | ProceduralQuestion): string {
  return isViolation(entry)
    ? [entry.name, entry.plain, ...entry.keywords, ...entry.elements, ...entry.sayings].join('\n')
    : [entry.question, ...entry.keywords, ...entry.sayings].join('\n');
}
