import { LEGAL_WORDS } from '../legal-words.ts';
import { countTerms, FIELDS, K1, type TermCounts } from '../lexical-terms.ts';
import { keptOnDisk } from './kept-on-disk.ts';
import { bundledViolations } from './read-violations.ts';
import type { Catalogue, ProceduralQuestion, Violation } from './violation.ts';

/** How much the length of a text dampens its words. */
const B = 0.4;
/** A name or a keyword says more than a scene. */
const NAMED = 2;

/** One item or question, as it is searched. */
export interface IndexedViolation {
  entry: Violation | ProceduralQuestion;
  /** What people say, one by one, for the comparison of meanings. */
  sayings: string[];
  /** Everything said of it, and its words. */
  text: string;
  words: Set<string>;
}

/** One field of BM25 worked out beforehand: the entries that hold a term, and what it adds to each. */
interface Postings {
  at: number[];
  adds: number[];
}

/** The catalogue cut into terms. */
export interface ViolationIndex {
  entries: IndexedViolation[];
  postings: Map<string, Postings>;
}

/** Rises when the way of cutting changes. */
const FORMAT = '1';
const kept = new WeakMap<Catalogue, Promise<ViolationIndex>>();

export function isViolation(entry: Violation | ProceduralQuestion): entry is Violation {
  return 'punishing' in entry;
}

/** The index of a catalogue; made once for each. */
export function violationIndex(catalogue: Catalogue): Promise<ViolationIndex> {
  const making = kept.get(catalogue) ?? makeIndex(catalogue);
  kept.set(catalogue, making);
  return making;
}

async function makeIndex({ items, questions }: Catalogue): Promise<ViolationIndex> {
  const all = [...items, ...questions];
  const cut = await keptOnDisk([FORMAT, LEGAL_WORDS.join(), JSON.stringify(all)], async () => {
    const entries = await cutsOf(all);
    return {
      entries: entries.map(({ cut: one }) => one),
      postings: postingsOf(entries.map(({ terms }) => terms)),
    };
  });
  const entries = all.map((entry, at): IndexedViolation => ({ entry, ...cut.entries[at]! }));
  return { entries, postings: cut.postings };
}

/** What people say of an entry, one by one. */
export function sayingsOf(entry: Violation | ProceduralQuestion): string[] {
  const head = isViolation(entry) ? [entry.name, entry.plain] : [entry.question];
  return [...head, ...entry.sayings];
}

interface Cut {
  cut: Omit<IndexedViolation, 'entry'>;
  terms: TermCounts;
}

/** Those of the bundled catalogue are kept by themselves: after the import of a list only its own rows are cut anew. */
async function cutsOf(entries: readonly (Violation | ProceduralQuestion)[]): Promise<Cut[]> {
  const { items, questions } = bundledViolations();
  const bundled = new Map([...items, ...questions].map((entry) => [wordingOf(entry), entry]));
  const from = ['cuts', FORMAT, LEGAL_WORDS.join(), ...bundled.keys()];
  const cuts = await keptOnDisk(from, () => [...bundled.values()].map(cutEntry));
  const byWording = new Map([...bundled.keys()].map((wording, at) => [wording, cuts[at]!]));
  return entries.map((entry) => byWording.get(wordingOf(entry)) ?? cutEntry(entry));
}

/** All that is cut of an entry. */
function wordingOf(entry: Violation | ProceduralQuestion): string {
  return JSON.stringify([sayingsOf(entry), entry.keywords, isViolation(entry) ? entry.elements : []]);
}

function cutEntry(entry: Violation | ProceduralQuestion): Cut {
  const head = isViolation(entry) ? entry.name : entry.question;
  const named = [head, ...entry.keywords];
  const told = isViolation(entry) ? [entry.plain, ...entry.elements, ...entry.sayings] : entry.sayings;
  const sayings = sayingsOf(entry);
  const text = [...named, ...told].join('\n');
  const terms = countTerms([...Array.from({ length: NAMED }, () => named).flat(), ...told].join('\n'));
  const words = new Set(
    [...terms.counts.keys()].flatMap((term) => (term.startsWith('w') ? [term.slice(1)] : [])),
  );
  return { cut: { sayings, text, words }, terms };
}

function postingsOf(entries: readonly TermCounts[]): Map<string, Postings> {
  const total = entries.length;
  const average = FIELDS.map((_, field) =>
    Math.max(1, entries.reduce((sum, { lengths }) => sum + lengths[field]!, 0) / Math.max(1, total)),
  );
  const postings = new Map<string, Postings>();
  for (const [at, { counts, lengths }] of entries.entries()) {
    for (const [term, count] of counts) {
      const field = FIELDS.findIndex(({ mark }) => term.startsWith(mark));
      const norm = 1 - B + (B * lengths[field]!) / average[field]!;
      const adds = (FIELDS[field]!.weight * count * (K1 + 1)) / (count + K1 * norm);
      const list = postings.get(term);
      if (list) {
        list.at.push(at);
        list.adds.push(adds);
      } else postings.set(term, { at: [at], adds: [adds] });
    }
  }
  for (const { at, adds } of postings.values()) {
    const idf = Math.log(1 + (total - at.length + 0.5) / (at.length + 0.5));
    for (let i = 0; i < adds.length; i++) adds[i]! *= idf;
  }
  return postings;
}

/** BM25 of weighted query terms for each entry, in the order of the index: the fields of the library with their weights. */
export function scoreTerms(
  { entries, postings }: ViolationIndex,
  query: ReadonlyMap<string, number>,
): Float64Array {
  const scores = new Float64Array(entries.length);
  for (const [term, weight] of query) {
    const list = postings.get(term);
    if (list) for (const [i, at] of list.at.entries()) scores[at]! += weight * list.adds[i]!;
  }
  return scores;
}
