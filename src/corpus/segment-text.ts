import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { keptByText } from '../law/kept-by-text.ts';
import { foldTraditional } from './fold-traditional.ts';
import { LEGAL_WORDS } from './legal-words.ts';

/** The terms of a text in the three lexical fields. */
export interface Segments {
  /** Pairs of neighbouring Chinese characters; a run of letters or digits counts as one. */
  bigrams: string[];
  /** Words of two characters and more. */
  words: string[];
  /** Single Chinese characters; a run of letters or digits counts as one. */
  characters: string[];
}

let jieba: Jieba | undefined;

function cutter(): Jieba {
  if (!jieba) {
    jieba = Jieba.withDict(dict);
    jieba.loadDict(Buffer.from(LEGAL_WORDS.map((word) => `${word} 20000 n`).join('\n')));
  }
  return jieba;
}

/** Chinese characters are letters too: without taking them out, 2024年3月5日罚款 would be one run of figures. */
const RUNS = /[\p{Script=Han}〇]+|[[\p{L}\p{N}]--[\p{Script=Han}〇]]+/gv;
const HAN = /^[\p{Script=Han}〇]/u;

/** Full width to half width, capitals to small letters, traditional characters to simplified: the same on both sides of the index. */
export function normaliseText(text: string): string {
  return foldTraditional(text.normalize('NFKC').toLowerCase());
}

/**
 * Cuts a text into the terms of the lexical index. Punctuation and blanks separate; nothing else is dropped.
 * @param text any text, Chinese or not; lone surrogates and control characters are taken as separators.
 */
export function segmentText(text: string): Segments {
  const normal = normaliseText(text.toWellFormed());
  const bigrams: string[] = [];
  const characters: string[] = [];
  for (const [run] of normal.matchAll(RUNS)) {
    if (!HAN.test(run)) {
      // A very long run without a blank is data, not a word: it would only swell the index.
      const token = run.slice(0, 64);
      bigrams.push(token);
      characters.push(token);
      continue;
    }
    let before: string | undefined;
    for (const character of run) {
      characters.push(character);
      if (before !== undefined) bigrams.push(before + character);
      before = character;
    }
  }
  const words = cutter()
    .cut(normal, true)
    .filter((word) => word.length > 1 && /^[\p{L}\p{N}〇]+$/u.test(word))
    .map((word) => word.slice(0, 64));
  return { bigrams, words, characters };
}

/** The same for a query, whose terms are asked for in several places; shared, so not to be changed. */
export const segmentQuery = keptByText(segmentText);
