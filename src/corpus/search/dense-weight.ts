const ASKS = /吗|呢|[?？]|怎么|怎样|如何|咋|多少|多久|几|能不能|是否|可否|能否|谁|哪/;
const STATUTE = /应当|不得|违反|依照|依法|规定|之日起|下列|第[一二三四五六七八九十百零〇\d]+条/;

/**
 * The weight of the cosine beside the lexical score over its maximum: 1 for a text worded like a statute, which the words
 * themselves find better, and 2 for plain words, short or long: bench/search-quality.ts has the figures.
 */
export function denseWeight(query: string): 1 | 2 {
  return STATUTE.test(query) && !ASKS.test(query) ? 1 : 2;
}
