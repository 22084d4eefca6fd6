import type { Base, FineRange } from './fine-range.ts';
import { numbersInText } from './numbers-in-text.ts';

const DIGITS = String.raw`(?:\d+(?:[,，]\d{3})*(?:\.\d+)?|[〇零一二三四五六七八九十百千两]+)`;
/** 二万元, 5000元, 10万, 3千元; the unit may be left to the other end of the span. */
export const SUM = `${DIGITS}(?:十|百|千)?(?:万|亿)?元?`;
const TIMES = DIGITS;
const SHARE = String.raw`(?:[百千]分之${DIGITS}|${DIGITS}(?:\.\d+)?[%％‰])`;

/** The words that statutes use for a base; what is counted on anything else is not read. */
const BASE_WORDS: [RegExp, Base][] = [
  [/违法所得|非法所得|违法收入|非法收入/, 'gains'],
  [/货值金额|货值|(?:林木|木材|猎获物|渔获物)价值/, 'goods'],
  [/违法经营总?额|违法经营金额|违法销售额|经营总?额/, 'turnover'],
  [/合同价款|合同金额|合同$|工程价款/, 'contract'],
  [/总投资额|投资总额/, 'investment'],
  [/处置费用/, 'disposal-cost'],
  [/直接(?:经济)?损失/, 'loss'],
  [/上一年度?[^，。；]{0,12}收入/, 'income'],
  [/广告费用/, 'advertising-fee'],
];

const FIXED = new RegExp(
  `^(?:人民币)?(?:(?<low>${SUM})以上(?<high>${SUM})以下|(?<from>${SUM})(?:至|到|—|-|~|～)(?<to>${SUM})|(?<only>不超过|不高于|最高)?(?<top>${SUM})(?<end>以下|以内|以上)?)的?$`,
);
const MULTIPLE = new RegExp(
  `^(?<base>[^，。；]*?)(?:金额|总额)?的?(?:(?:(?<low>${TIMES})倍|(?<lowEqual>等值))以上(?<high>${TIMES})倍以下|(?<top>${TIMES})倍(?<end>以下)?|(?<lowShare>${SHARE})以上(?<highShare>${SHARE})以下|(?<topShare>${SHARE})(?<endShare>以下)?|(?<equal>等值)(?<endEqual>以下)?)的?$`,
);
/** 每人, 每日, 每平方米: a span per unit, whose number no file states in a common way. */
const PER_UNIT = /每|按|依照|标准|分别|超过部分|同等/;

/**
 * The span that the words between 处 and 罚款 state: 二万元以上二十万元以下, 货值金额十倍以上二十倍以下. `none` where they
 * state no figure (并处罚款), `undefined` where they are not understood. Never a span whose ends are the wrong way round.
 */
export function fineRangeIn(words: string): FineRange | 'none' | undefined {
  const text = words.replaceAll(/\s/g, '');
  if (text === '' || text === '的') return 'none';
  if (PER_UNIT.test(text)) return undefined;
  const fixed = FIXED.exec(text)?.groups;
  if (fixed) return fixedRange(fixed);
  const multiple = MULTIPLE.exec(text)?.groups;
  if (!multiple) return undefined;
  if (/以上|[\d%％‰]/.test(multiple.base ?? '')) return undefined;
  const bases = BASE_WORDS.filter(([word]) => word.test(multiple.base ?? ''));
  const [only, more] = bases;
  if (!only || more) return undefined;
  const value = (number: string | undefined) => (number === undefined ? undefined : multiplier(number));
  const low = multiple.lowEqual ? 1 : value(multiple.low ?? multiple.lowShare);
  const high = value(multiple.high ?? multiple.highShare ?? multiple.top ?? multiple.topShare);
  const exact =
    (multiple.top && !multiple.end) ||
    (multiple.topShare && !multiple.endShare) ||
    (multiple.equal && !multiple.endEqual);
  const max = multiple.equal ? 1 : high;
  if (max === undefined || Number.isNaN(max)) return undefined;
  const min = exact ? max : low;
  return ordered({ base: only[1], ...(min === undefined ? {} : { min }), max });
}

function fixedRange(groups: Record<string, string | undefined>): FineRange | undefined {
  const { low, high, from, to, top, end } = groups;
  if (low && high) return spanOf(low, high);
  if (from && to) return spanOf(from, to);
  const sum = top && /元/.test(top) ? yuanOf(top) : undefined;
  if (sum === undefined) return undefined;
  if (end === '以上') return { min: sum };
  return end || groups.only ? { max: sum } : ordered({ min: sum, max: sum });
}

/** 三万以上十万元以下: a first end without 元 is in yuan too; 二十以上五十万元以下 is not understood. */
function spanOf(low: string, high: string): FineRange | undefined {
  if (!/元/.test(high)) return undefined;
  const min = yuanOf(low);
  const max = yuanOf(high);
  const unsure = !/元/.test(low) && !/[万亿]/.test(low) && /[万亿]/.test(high);
  return min === undefined || max === undefined || unsure ? undefined : ordered({ min, max });
}

function ordered(range: FineRange): FineRange | undefined {
  if (Number(range.max) <= 0) return undefined;
  return range.min !== undefined && Number(range.min) > Number(range.max) ? undefined : range;
}

/** 二万元 → 20000; `undefined` where it is no plain sum. */
export function yuanOf(words: string): number | undefined {
  const sum = words.replace(/元$/, '');
  // 5千元, 3百元: Arabic figures before a Chinese unit.
  const mixed = /^(\d+(?:\.\d+)?)([十百千])(万?)$/.exec(sum);
  if (mixed) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[mixed[2]!] ?? Number.NaN;
    return Number((Number(mixed[1]) * unit * (mixed[3] ? 10_000 : 1)).toFixed(2));
  }
  const [only, more] = numbersInText(`${sum}元`);
  const value = Number(only?.value ?? Number.NaN);
  return more || Number.isNaN(value) || value <= 0 ? undefined : value;
}

function multiplier(words: string): number {
  if (/[百千]分之|[%％‰]/.test(words)) return Number(numbersInText(words)[0]?.value ?? Number.NaN);
  return Number(numbersInText(`${words}倍`)[0]?.value ?? Number.NaN);
}
