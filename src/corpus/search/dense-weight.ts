/** Characters up to which a question counts as short. */
const SHORT = 40;
const ASKS = /吗|呢|[?？]|怎么|怎样|如何|咋|多少|多久|几|能不能|是否|可否|能否|谁|哪/;
const STATUTE = /应当|不得|违反|依照|依法|规定|之日起|下列|第[一二三四五六七八九十百零〇\d]+条/;

/**
 * The weight of the cosine beside the lexical score over its maximum: 2 for a short question in plain words, 1 for one
 * that is long or worded like a statute, which the words themselves find better.
 */
export function denseWeight(query: string): 1 | 2 {
  return query.trim().length <= SHORT && (ASKS.test(query) || !STATUTE.test(query)) ? 2 : 1;
}
