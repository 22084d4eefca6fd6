const ASKS = /吗|呢|[?？]|怎么|怎样|如何|咋|多少|多久|几|能不能|是否|可否|能否|谁|哪/;
const STATUTE = /应当|不得|违反|依照|依法|规定|之日起|下列|第[一二三四五六七八九十百零〇\d]+条/;

/** How a query is put: as a plain question, in the words of statutes, or both. */
export function queryWording(query: string): { asks: boolean; statute: boolean } {
  return { asks: ASKS.test(query), statute: STATUTE.test(query) };
}
