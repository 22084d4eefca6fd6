import { chineseValue } from '../../law/numbers-in-text.ts';

/** A number with its bounds as the words of one cell give them; an end left out is open. */
export interface Quantity {
  low?: number;
  lowInclusive?: boolean;
  high?: number;
  highInclusive?: boolean;
  /** 次, 个月, 吨; 元 for sums. */
  unit: string;
  /** The words beside the number: 超标, 货值金额. */
  about: string;
}

/** Whether 以上 and 以下 include the number in this table. */
export interface BoundWords {
  above: boolean;
  below: boolean;
}

const NUMBER = String.raw`(?:\d+(?:[,，]\d{3})*(?:\.\d+)?|[〇零一二三四五六七八九十百千两]+)`;
const SCALE = '[万亿千百]?';
/** Measures that a count or a size is given in; a word in brackets may follow: 台（枚）. */
const UNIT =
  '(?:平方公里|平方千米|平方米|立方米|公里|千米|千克|公斤|毫克|毫升|厘米|蒸吨|小时|分钟|个月|工作日|[年月日天周元亩升吨克米次个项件批名人家台套份头只羽株棵辆车艘架瓶箱袋条处座份倍起户部张枚支盒幅块本册种类]|㎡|m²|[%％‰])(?:[（(](?![^）)]*含)[^（）()]{1,4}[）)])?';
const BEFORE =
  '(?:不足|不满|不到|未达到|未达|未满|低于|少于|小于|不超过|不高于|不多于|超过|多于|大于|高于|达到|达|满)';
const AFTER = '(?:[（(]含[）)]以[上下内]|及其?以上|或以上|含以上|以上|及以下|或以下|以下|以内|之内|之上)';
const ONE = new RegExp(
  `(?<before>${BEFORE})?(?<number>${NUMBER})(?<scale>${SCALE})(?<unit>${UNIT})?(?<after>[（(]?(?:不含|含)?本数[）)]|${AFTER})?(?<flag>[（(](?:不含|含)(?:本数|[^（）()]{1,8})?[）)])?`,
  'g',
);
const DASH = new RegExp(
  `^(?<about>.*?)(?<low>${NUMBER})(?<lowScale>${SCALE})(?:${UNIT})?\\s*(?:-|—|–|~|～|至|到)\\s*(?<high>${NUMBER})(?<highScale>${SCALE})(?<unit>${UNIT})(?<rest>.*)$`,
);
const SCALES: Record<string, number> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/**
 * The one quantity that a cell states: 3个月以上6个月以下, 3次以下, 不足1吨, 5-10项, 2次. `undefined` where it states none, several,
 * or one in words that are not understood (3项以上5项以上).
 */
export function quantityIn(given: string, words: BoundWords): Quantity | undefined {
  const text = given
    .replaceAll(/\s/g, '')
    .normalize('NFC')
    .replace(/近[一二两三五\d]+(?:年|个月)(?:以?内)?/, '');
  const dash = DASH.exec(text)?.groups;
  if (dash) {
    const high = numberOf(dash.high!, dash.highScale);
    const low = numberOf(dash.low!, dash.lowScale || dash.highScale);
    const about = `${dash.about}${dash.rest}`;
    if (low > high || /\d/.test(about)) return undefined;
    return {
      low,
      lowInclusive: true,
      high,
      highInclusive: true,
      unit: unitOf(dash.unit!),
      about: tidy(about),
    };
  }
  const found = [...text.matchAll(ONE)].filter(({ groups = {} }) => isQuantity(groups));
  if (found.length === 0 || found.length > 2) return undefined;
  const about = found.reduce((rest, { 0: quote }) => rest.replace(quote, '□'), text);
  if (/\d/.test(about)) return undefined;
  const ends = found.map(({ groups = {} }) => endOf(groups, words));
  const unit = ends.find((end) => end?.unit)?.unit;
  if (unit === undefined || ends.some((end) => !end || (end.unit && end.unit !== unit))) return undefined;
  const [one, two] = ends as End[];
  const joint = { unit, about: tidy(about.replaceAll('□', '')) };
  if (!two) {
    if (one!.side === 'at')
      return { ...joint, low: one!.value, lowInclusive: true, high: one!.value, highInclusive: true };
    return one!.side === 'low'
      ? { ...joint, low: one!.value, lowInclusive: one!.inclusive }
      : { ...joint, high: one!.value, highInclusive: one!.inclusive };
  }
  if (one!.side !== 'low' || two.side !== 'high' || one!.value > two.value) return undefined;
  return {
    ...joint,
    low: one!.value,
    lowInclusive: one!.inclusive,
    high: two.value,
    highInclusive: two.inclusive,
  };
}

interface End {
  side: 'low' | 'high' | 'at';
  value: number;
  inclusive: boolean;
  unit: string;
}

/** Units that go into one another exactly. */
const INTO: Record<string, [string, number]> = { 年: ['个月', 12], 月: ['个月', 1], 周: ['天', 7] };

/** 一般, 统一: a Chinese numeral without unit and bound is no number. */
function isQuantity({ number, unit, before, after }: Record<string, string | undefined>): boolean {
  return /\d/.test(number ?? '') ? true : Boolean(unit || (before && after));
}

function endOf(groups: Record<string, string | undefined>, words: BoundWords): End | undefined {
  const { before, number, scale, unit, after = '', flag = '' } = groups;
  const value = numberOf(number!, scale);
  if (Number.isNaN(value)) return undefined;
  const [given, factor] = unit ? (INTO[unit] ?? [unitOf(unit), 1]) : ['', 1];
  const at = (side: End['side'], inclusive: boolean): End => ({
    side,
    value: value * factor,
    inclusive: /不含/.test(flag) ? false : /含/.test(flag) ? true : inclusive,
    unit: given,
  });
  const upper = /下|内/.test(after);
  const lower = /上/.test(after);
  if (before) {
    if (lower) return undefined;
    if (/不超过|不高于|不多于/.test(before)) return at('high', true);
    if (/不足|不满|不到|未|低于|少于|小于/.test(before)) return at('high', false);
    if (upper) return undefined;
    if (/达到|达|满/.test(before)) return at('low', true);
    return at('low', false);
  }
  if (lower) return at('low', /及|或|含/.test(after) ? true : words.above);
  if (upper) return at('high', /及|或|含/.test(after) ? true : words.below);
  return at('at', true);
}

function numberOf(digits: string, scale = ''): number {
  const plain = /^\d/.test(digits) ? Number(digits.replace(/[,，]/g, '')) : chineseValue(digits);
  return Number((plain * (SCALES[scale] ?? 1)).toFixed(6));
}

function unitOf(unit: string): string {
  return unit
    .replace(/^(?:㎡|m²)$/, '平方米')
    .replace('％', '%')
    .replace(/^日$/, '天')
    .replace(/^公斤$/, '千克');
}

function tidy(about: string): string {
  return about.replaceAll(/^[，,、；;在有为]+|(?:[，,、；;。的在]|(?<!行)为)+$/g, '');
}
