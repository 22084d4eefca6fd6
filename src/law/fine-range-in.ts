import { type AmountEnd, amountEnds, BEFORE_AMOUNT, type Including } from './amount-ends.ts';
import type { Base, FineRange } from './fine-range.ts';
import { NUMERAL } from './plain-number.ts';

/** 二万元, 5000元, 10万, 3千元; the unit may be left to the other end of the span. */
export const SUM = `${NUMERAL}(?:[十百千]?[万亿]|[十百千])?元?`;

/** The words that statutes use for a base; what is counted on anything else is not read. */
const BASE_WORDS: [string, Base][] = [
  ['违法所得|非法所得|违法收入|非法收入', 'gains'],
  ['货值金额|货值|(?:林木|木材|猎获物|渔获物)价值', 'goods'],
  ['违法经营(?:总?额|金额|数额)|违法销售(?:总|金)?额|经营(?:总?额|金额|数额)', 'turnover'],
  ['合同(?:总?价款|总?价|金额|总额)|工程(?:总?价款)', 'contract'],
  ['总投资额?|投资总额', 'investment'],
  ['处置费用', 'disposal-cost'],
  ['直接(?:经济)?损失', 'loss'],
  ['上一年度?[^,。;]{0,12}收入', 'income'],
  ['广告费用', 'advertising-fee'],
  ['所收(?:取的?)?费用|收取的费用', 'fees'],
  ['(?:建设|违法)?(?:工程|建设)造价', 'project-cost'],
];
const BASED = new RegExp(
  `^(?<before>${BEFORE_AMOUNT})?(?<lead>[^,。;]*?)(?:${BASE_WORDS.map(([words], at) => `(?<base${at}>${words})`).join('|')})(?:金额|总额|数额|额)?的?(?<measure>.+)$`,
);
/** Before a base: a number of its own, an end, or another sum that the base is joined with or taken from. */
const OTHER_SUM =
  /\d|[倍%‰元]|分之|以[上下内]|超过|低于|高于|不足|最高|最低|至少|至多|扣除|减去|之和|差额|(?:价值|金额|数额|总额|所得|收入|价款|费用?|损失|利润|报酬|价格|税款)的?(?:或者?|和|与|及|以及|、)/;
/** 每人, 每日, 每平方米: a span per unit, whose number no file states in a common way. */
const PER_UNIT = /每|按|依照|标准|分别|超过部分|同等/;
/** Official texts count the number in, unless they say otherwise. */
const BOTH = { above: true, below: true };

/**
 * The span that the words between 处 and 罚款 state: 二万元以上二十万元以下, 货值金额十倍以上二十倍以下, 2-5万元, 违法所得一倍至三倍. `none`
 * where they state no figure (并处罚款), `undefined` where they are not understood to the last sign. Never a span whose ends are the
 * wrong way round. `including`: how a table that says so itself uses 以上 and 以下.
 */
export function fineRangeIn(words: string, including: Including = BOTH): FineRange | 'none' | undefined {
  const text = plainSigns(words);
  if (text === '') return 'none';
  if (PER_UNIT.test(text)) return undefined;
  const { before = '', lead = '', measure, ...bases } = BASED.exec(text)?.groups ?? {};
  const base = BASE_WORDS.find((_, at) => bases[`base${at}`] !== undefined)?.[1];
  if (OTHER_SUM.test(lead)) return undefined;
  const ends = amountEnds(base ? `${before}${measure}` : text, including);
  if (!ends || ends.some(({ kind }) => kind !== (base ? 'multiple' : 'sum'))) return undefined;
  return rangeOf(ends, base);
}

function rangeOf(ends: readonly AmountEnd[], base: Base | undefined): FineRange | undefined {
  const low = ends.find(({ side }) => side !== 'high');
  const high = ends.find(({ side }) => side !== 'low');
  if (high && high.value <= 0) return undefined;
  if (
    low &&
    high &&
    (low.value > high.value ||
      (low !== high && low.value === high.value && !(low.inclusive && high.inclusive)))
  )
    return undefined;
  // 0-1万元 has no lower end.
  const least = low && low.value > 0 ? low : undefined;
  if (!least && !high) return undefined;
  return {
    ...(base ? { base } : {}),
    ...(least ? { min: least.value } : {}),
    ...(high ? { max: high.value } : {}),
    ...(least && !least.inclusive ? { minInclusive: false } : {}),
    ...(high && !high.inclusive ? { maxInclusive: false } : {}),
  };
}

/** Full-width signs, spaces and the currency that goes without saying. */
function plainSigns(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll('圆', '元')
    .replaceAll(/元整(?!\p{sc=Han})/gu, '元')
    .replaceAll(/人民币(?=[\d一二三四五六七八九十百千两])|(?<=元)人民币/g, '')
    .replace(/的$/, '');
}

/** 二万元 → 20000; `undefined` where it is no plain sum. */
export function yuanOf(words: string): number | undefined {
  const sum = words.normalize('NFKC').replace(/元?$/, '元');
  const [only, more] = amountEnds(sum, BOTH) ?? [];
  return more || only?.side !== 'at' || only.kind !== 'sum' || only.value <= 0 ? undefined : only.value;
}
