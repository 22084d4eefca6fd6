import { keptByText } from '../law/kept-by-text.ts';
import { segmentText } from './segment-text.ts';

/** The fields of the lexical index: the mark before each term, and the weight of the field's BM25 in the sum. */
export const FIELDS = [
  { mark: 'b', weight: 1 },
  { mark: 'w', weight: 0.5 },
  { mark: 'c', weight: 0.3 },
] as const;

/** How soon a term said again stops counting, in BM25. */
export const K1 = 1.2;

/** The field that a marked term belongs to. */
export function fieldOf(term: string): 0 | 1 | 2 {
  return FIELDS.findIndex(({ mark }) => mark === term[0]) as 0 | 1 | 2;
}

/** The terms of one text with their counts, and the length of each field in terms, in the order of FIELDS. */
export interface TermCounts {
  counts: Map<string, number>;
  lengths: [number, number, number];
}

/** Counts the marked terms of a text, for the index and for queries alike. */
export function countTerms(text: string): TermCounts {
  const { bigrams, words, characters } = segmentText(text);
  const counts = new Map<string, number>();
  for (const [index, terms] of [bigrams, words, characters].entries()) {
    const { mark } = FIELDS[index]!;
    for (const term of terms) counts.set(mark + term, (counts.get(mark + term) ?? 0) + 1);
  }
  return { counts, lengths: [bigrams.length, words.length, characters.length] };
}

/** The same for a query, whose terms are counted in several places; shared, so not to be changed. */
export const countQueryTerms = keptByText(countTerms);

/** A well-mixed 32-bit hash of a term; its highest bits choose the block. */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The block of a hash in a segment of 2^bits blocks. */
export function blockOf(hash: number, bits: number): number {
  return bits === 0 ? 0 : hash >>> (32 - bits);
}
