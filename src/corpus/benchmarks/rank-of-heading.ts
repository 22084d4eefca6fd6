import { isResponsible, partyIn, TIER_WORDS, tellsColumn } from './table-columns.ts';

/** The words before a rank where headings in two rows were joined: 裁量阶次轻微. */
const GROUP = /^(?:行政处罚|处罚|违法)?(?:裁量)?(?:阶次|档次|等级|情节|情形|程度|基准|标准|幅度)/;
/** What a rank is followed by and may be left out: 从轻处罚, 轻微情形. */
const SUFFIX = /(?:处罚|违法(?:行为)?|情节|情形|裁量|阶次|档次)(?:的)?$/;
/** What a column below a rank may be called, beside the headings of whole columns. */
const SAYS = /情形|情节|条件|标准|幅度|基准|金额|数额|结果|罚款|处罚|措施/;

/** The rank that a heading names, and what else it says: 从轻处罚情形 is the 情形 of 从轻, 裁量阶次轻微 the whole rank. */
export function rankOfHeading(label: string): { rank?: string; rest: string } {
  const whole = label.replaceAll(/\s/g, '').replaceAll(/[（(][^（）()]*[）)]$/g, '');
  for (const words of [whole, whole.replace(GROUP, '')]) {
    for (let length = words.length; length > 0; length--) {
      const rank = words.slice(0, length);
      if (!/[一-鿿A-EⅠ-Ⅴ]/.test(rank) || !TIER_WORDS.test(rank)) continue;
      const short = rank.replace(SUFFIX, '');
      const own = TIER_WORDS.test(short) ? short : rank;
      const rest = words.slice(own.length).replace(/^(?:处罚|违法行为|违法|裁量|阶次|档次|程度|的)+/, '');
      const known =
        rest === '' || SAYS.test(rest) || tellsColumn(rest) || partyIn(rest) || isResponsible(rest);
      if (known || length === words.length) return { rank: own, rest: known ? rest : '' };
    }
  }
  return { rest: '' };
}
