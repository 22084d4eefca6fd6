import { sumsIn } from '../../law/sums-in.ts';
import { normaliseText } from '../segment-text.ts';
import { CIRCUMSTANCES } from './circumstances.ts';

/** What of a case is compared part by part, each part by its own measure. */
export interface CaseDigest {
  /** Pairs of neighbouring characters in its title, where the cause of a case stands. */
  cause: string[];
  /** Articles that it cites, by number: 第六十四条. */
  provisions: string[];
  /** Names of the circumstances that it tells of. */
  circumstances: string[];
  /** The largest sum of money that it states, in fen; absent where it states none. */
  sum?: number;
}

/** The numerals are left as they are written: a case is compared with others of the same house style. */
const ARTICLE = /第[一二三四五六七八九十百零〇\d]{1,9}条(?:之[一二三四五六七八九十\d])?/g;
const HAN_RUN = /\p{Script=Han}+/gu;

/** Takes a case apart. Nothing that a text does not say is made up: such a part is empty. */
export function digestCase(title: string, text: string): CaseDigest {
  const sum = Math.max(0, ...sumsIn(text).map(({ fen }) => fen));
  return {
    cause: pairsOf(title),
    provisions: [...new Set(text.match(ARTICLE))],
    circumstances: CIRCUMSTANCES.flatMap(({ name, told }) => (told.test(text) ? [name] : [])),
    ...(sum > 0 ? { sum } : {}),
  };
}

function pairsOf(title: string): string[] {
  const pairs = new Set<string>();
  for (const [run] of normaliseText(title.toWellFormed()).matchAll(HAN_RUN)) {
    const characters = [...run];
    for (let at = 0; at + 1 < characters.length; at++) pairs.add(characters[at]! + characters[at + 1]!);
  }
  return [...pairs];
}
