import { countTerms, FIELDS, K1 } from '../lexical-terms.ts';
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
  counts: Map<string, number>;
  lengths: [number, number, number];
}

/** The catalogue cut into terms, with how many entries hold each. */
export interface ViolationIndex {
  entries: IndexedViolation[];
  holding: Map<string, number>;
  average: [number, number, number];
}

const kept = new WeakMap<Catalogue, ViolationIndex>();

export function isViolation(entry: Violation | ProceduralQuestion): entry is Violation {
  return 'punishing' in entry;
}

/** The index of a catalogue; made once for each. */
export function violationIndex(catalogue: Catalogue): ViolationIndex {
  const known = kept.get(catalogue);
  if (known) return known;
  const entries = [...catalogue.items, ...catalogue.questions].map((entry) => indexed(entry));
  const holding = new Map<string, number>();
  const average: [number, number, number] = [0, 0, 0];
  for (const { counts, lengths } of entries) {
    for (const term of counts.keys()) holding.set(term, (holding.get(term) ?? 0) + 1);
    for (const [at, length] of lengths.entries()) average[at]! += length / Math.max(1, entries.length);
  }
  const index = { entries, holding, average };
  kept.set(catalogue, index);
  return index;
}

function indexed(entry: Violation | ProceduralQuestion): IndexedViolation {
  const named = isViolation(entry) ? [entry.name, ...entry.keywords] : [entry.question, ...entry.keywords];
  const told = isViolation(entry) ? [entry.plain, ...entry.elements, ...entry.sayings] : entry.sayings;
  const { counts, lengths } = countTerms(
    [...Array.from({ length: NAMED }, () => named).flat(), ...told].join('\n'),
  );
  const sayings = isViolation(entry)
    ? [entry.name, entry.plain, ...entry.sayings]
    : [entry.question, ...entry.sayings];
  return { entry, sayings, counts, lengths };
}

/** BM25 of weighted query terms for each entry, in the order of the index: the fields of the library with their weights. */
export function scoreTerms(index: ViolationIndex, query: ReadonlyMap<string, number>): number[] {
  const total = index.entries.length;
  return index.entries.map(({ counts, lengths }) => {
    let score = 0;
    for (const [term, weight] of query) {
      const count = counts.get(term);
      if (!count) continue;
      const field = FIELDS.findIndex(({ mark }) => term.startsWith(mark));
      const held = index.holding.get(term)!;
      const idf = Math.log(1 + (total - held + 0.5) / (held + 0.5));
      const norm = 1 - B + (B * lengths[field]!) / Math.max(1, index.average[field]!);
      score += (weight * FIELDS[field]!.weight * idf * count * (K1 + 1)) / (count + K1 * norm);
    }
    return score;
  });
}
