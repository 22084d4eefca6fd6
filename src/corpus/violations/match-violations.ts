import type { Citation } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { Embedder } from '../../models/embed.ts';
import { foldTraditional } from '../fold-traditional.ts';
import { countQueryTerms } from '../lexical-terms.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { DotProducts } from '../search/dot-products.ts';
import { expandQuery } from '../search/expand-query.ts';
import { segmentQuery } from '../segment-text.ts';
import { type LikeChoices, likeChoices } from './like-choices.ts';
import { type NotInForce, notInForce } from './not-in-force.ts';
import type { PastChoice } from './past-choice.ts';
import { rowsOfSayings, SCALE, wholeNumbers } from './rows-of-sayings.ts';
import { speaksOf } from './speaks-of.ts';
import type { Catalogue, ProceduralQuestion, Violation } from './violation.ts';
import {
  type IndexedViolation,
  isViolation,
  scoreTerms,
  type ViolationIndex,
  violationIndex,
} from './violation-index.ts';

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
  /** False: 不在本机关清单. `null` for questions, and where no agency's own list was imported. */
  inOwnList: boolean | null;
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
    /** How often this agency chose it in the last three years for cases told alike, and in which words; null for never. */
    chosen: LikeChoices | null;
  };
  /** Elements of which nobody knows whether the query tells them: to be checked. */
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
  /** What people of the agency chose before. */
  choices?: readonly PastChoice[];
}

/** Weight of a word behind a lay word; of the cosine beside the best lexical score. */
const EXPANDED = 0.3;
const DENSE = 2;
/** An entry without a word of the query and no nearer than this has nothing in common with it. */
const FAR = 0.3;
/**
 * What past choices add at most, beside the best score of the query: one case changes the order of items that are nearly
 * as good, ten that of items that are not far from each other. The first cases tell the most.
 */
const CHOSEN = 0.12;
const FEW = 3;
/** A paragraph is also compared sentence by sentence: one of them tells what was done. */
const SENTENCE = /[^。；！？\n]{6,}/g;
const MOST_SENTENCES = 12;
/** Words of the query that are shown. */
const MOST_WORDS = 12;

/**
 * What happened → entries of the catalogue whose provisions are in force on the day, the best first: words (BM25 with the
 * words of the law behind lay ones) and meaning (the cosine with what people say of the item), as in the search of the
 * library. An entry with nothing in common with the query is not listed. Of nearly equal ones those come first that the
 * agency chose for like cases before.
 */
export async function matchViolations(
  catalogue: Catalogue,
  text: string,
  options: MatchOptions,
): Promise<ViolationMatch[]> {
  return (await matchOnDay(catalogue, text, options)).items;
}

/** The same, with the items that would come first on another day. */
export async function matchOnDay(
  catalogue: Catalogue,
  told: string,
  options: MatchOptions,
): Promise<{ items: ViolationMatch[]; notInForce: NotInForce[] }> {
  const text = foldTraditional(told);
  const index = await violationIndex(catalogue);
  const { counts } = countQueryTerms(text);
  const expansion = expandQuery(text.slice(0, 2000));
  const query = new Map<string, number>([...counts].map(([term, count]) => [term, Math.min(count, 3)]));
  for (const { word, weight } of expansion)
    for (const term of countQueryTerms(word).counts.keys())
      query.set(term, Math.max(query.get(term) ?? 0, EXPANDED * weight));
  const lexical = scoreTerms(index, query);
  const best = Math.max(...lexical);
  // Signs that stand nowhere in the catalogue are near to any saying by chance alone.
  if (best <= 0) return { items: [], notInForce: [] };
  const similar = options.embedder ? await similarities(index, text, options.embedder) : undefined;
  const holding = holdingOn(index, options);
  const queryWords = [...new Set(segmentQuery(text).words)];
  const chosen = likeChoices(index, queryWords, options.choices ?? []);
  const near: Near[] = [];
  for (const [at, indexed] of index.entries.entries()) {
    const words = lexical[at]!;
    const cosine = similar?.cosines[at] ?? 0;
    if (words <= 0 && cosine <= FAR) continue;
    near.push({ at, indexed, entry: indexed.entry, words, score: words / best + DENSE * cosine });
  }
  const alike = near.filter(({ entry }) => holding.has(entry.id));
  const lead = CHOSEN * alike.reduce((most, { score }) => Math.max(most, score), 0);
  const led = alike.map((one) => {
    const share = shareOf(one.words > 0, chosen.get(one.entry.id));
    return share > 0 ? { ...one, score: one.score + lead * share } : one;
  });
  const limit = options.limit ?? 10;
  const scored = mayBeFirst(led, limit).sort(ownFirst).slice(0, limit);
  const top = Math.max(...scored.map(({ score }) => score), Number.EPSILON);
  const found = new Map(scored.map(({ entry }) => [entry.id, entry]));
  const items = scored.map(({ at, entry, indexed, score }): ViolationMatch => {
    const elements = isViolation(entry) ? entry.elements : [];
    const met = elements.filter((element) => speaksOf(text, expansion, element));
    return {
      id: entry.id,
      name: isViolation(entry) ? entry.name : entry.question,
      kind: isViolation(entry) ? ('violation' as const) : ('question' as const),
      field: entry.field,
      inOwnList: (isViolation(entry) ? entry.inOwnList : undefined) ?? null,
      score: Math.round((score / top) * 1e6) / 1e6,
      why: {
        words: queryWords.filter((word) => indexed.words.has(word)).slice(0, MOST_WORDS),
        expanded: expansion
          .filter(({ word }) => indexed.text.includes(word))
          .map(({ word, from }) => ({ word, from })),
        similarity: similar ? Math.round(similar.cosines[at]! * 1e4) / 1e4 : null,
        saying: similar?.sayingOf(at) ?? null,
        met,
        chosen: chosen.get(entry.id) ?? null,
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
  const { asOf, field } = options;
  const strays = near.filter(({ entry }) => field === undefined || entry.field === field);
  return { items, notInForce: notInForce(strays, { asOf, items: catalogue.items, best: scored[0] }) };
}

/** 0 to 1: how much of the lead past choices give. An item without a word of the query is not led by them. */
function shareOf(hasWords: boolean, chosen: LikeChoices | undefined): number {
  return hasWords && chosen ? chosen.count / (chosen.count + FEW) : 0;
}

/** An entry that has something in common with the query. */
interface Near extends Scored {
  /** Its place in the index. */
  at: number;
  indexed: IndexedViolation;
  /** BM25. */
  words: number;
}

/** Without the others: an agency's own list can hold thousands that share a word with the query. */
function mayBeFirst(entries: readonly Near[], limit: number): Near[] {
  if (entries.length <= limit) return [...entries];
  const last = Float64Array.from(entries, ({ score }) => score).sort()[entries.length - limit]!;
  return entries.filter(({ score }) => score >= last - EQUALLY_NEAR);
}

interface Scored {
  entry: Violation | ProceduralQuestion;
  score: number;
}

/** Scores closer than this tell nothing: of two such entries the agency's own comes first. */
const EQUALLY_NEAR = 0.02;

function ownFirst(a: Scored, b: Scored): number {
  const own = ({ entry }: Scored) => (isViolation(entry) && entry.own ? 1 : 0);
  // By steps, not by the difference of two: so the order stays one order whatever is compared first.
  const step = ({ score }: Scored) => Math.round(score / EQUALLY_NEAR);
  return step(b) - step(a) || own(b) - own(a) || b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1);
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

/** How near each entry is, and with which of its sayings. */
interface Similar {
  cosines: Float64Array;
  sayingOf: (entry: number) => string;
}

/** What people say of each entry, as rows of whole numbers; `starts` is the first row of each. */
interface Said {
  products: DotProducts;
  starts: number[];
}

const saidOf = new WeakMap<ViolationIndex, Map<string, Promise<Said>>>();

async function said(index: ViolationIndex, embedder: Embedder): Promise<Said> {
  const sayings = index.entries.flatMap((one) => one.sayings);
  const rows = await rowsOfSayings(sayings, embedder);
  const products = new DotProducts(embedder.dimensions);
  products.append(rows);
  let start = 0;
  const starts = index.entries.map((one) => {
    const at = start;
    start += one.sayings.length;
    return at;
  });
  return { products, starts };
}

/** The cosine of each entry with its nearest saying: of the text, or of the sentence that is nearest. */
async function similarities(index: ViolationIndex, text: string, embedder: Embedder): Promise<Similar> {
  const known = saidOf.get(index) ?? new Map<string, Promise<Said>>();
  saidOf.set(index, known);
  const making = known.get(embedder.model) ?? said(index, embedder);
  known.set(embedder.model, making);
  const { products, starts } = await making;
  const sentences = (text.match(SENTENCE) ?? []).slice(0, MOST_SENTENCES);
  const asked = await embedder.embed([text, ...(sentences.length > 1 ? sentences : [])]);
  const best = new Int32Array(products.count).fill(-(SCALE ** 2));
  for (const one of asked) {
    const found = products.with(wholeNumbers(one));
    for (let at = 0; at < best.length; at++) if (found[at]! > best[at]!) best[at] = found[at]!;
  }
  const cosines = new Float64Array(index.entries.length);
  const nearest = new Int32Array(index.entries.length);
  for (const [entry, { sayings }] of index.entries.entries()) {
    const start = starts[entry]!;
    let row = start;
    for (let at = row; at < start + sayings.length; at++) if (best[at]! > best[row]!) row = at;
    cosines[entry] = best[row]! / SCALE ** 2;
    nearest[entry] = row - start;
  }
  return { cosines, sayingOf: (entry) => index.entries[entry]!.sayings[nearest[entry]!]! };
}
