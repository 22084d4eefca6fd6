import { bigrams, cosine } from '../../discretion/text-similarity.ts';
import { isThinned } from './is-thinned.ts';
import { plainWords } from './plain-words.ts';

/** Agencies put one violation into slightly different words; from here on two causes count as one. */
const ALIKE = 0.7;

/** Words that say that an act is unlawful and not in what way: 发布违法广告 beside 发布使用“国家级”用语的广告. */
const UNLAWFUL =
  /违法违规|违反规定|不符合(?:规定|要求|标准)|违法|违规|非法|违章|不合格|禁止性?|相关|有关|问题/g;

/**
 * Whether two causes may mean one violation: equal without 涉嫌, 案 and the like, one part of the other, one shortened
 * (its characters stand in the other in the same order), one that only calls the act unlawful, or nearly the same words.
 */
export function sameCause(one: string, other: string): boolean {
  const [first, second] = [plainCause(one), plainCause(other)];
  if (first === second) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  if (short.length < 4) return false;
  const bare = short.replaceAll(UNLAWFUL, '');
  if (bare !== short && bare.length >= 2 && isThinned(bare, long)) return true;
  return isThinned(short, long) || cosine(bigrams(first), bigrams(second)) >= ALIKE;
}

/** Of the pairs of signs in a cause, this share in a text that finds the facts may tell the same act in other words. */
const TOLD = 0.5;

/**
 * Whether the facts as the decision finds them may be what the cause names in words of its own: 使用超过检定周期的计价秤
 * where the decision says 检定有效期至…, 继续使用该计价秤.
 */
export function toldAsFacts(cause: string, text: string): boolean {
  const pairs = [...bigrams(plainCause(cause)).keys()];
  const told = bigrams(plainWords(text));
  return pairs.length >= 5 && pairs.filter((pair) => told.has(pair)).length >= pairs.length * TOLD;
}

function plainCause(cause: string): string {
  return plainWords(cause)
    .replace(/^(?:当事人|你(?:单位|公司))/, '')
    .replaceAll(/涉嫌|[的、,()]/g, '')
    .replace(/(?:行政处罚)?(?:一案|案件|案)$/, '')
    .replace(/(?:违法)?行为$/, '');
}
