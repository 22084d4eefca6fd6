import { NUMERAL, plainNumber } from '../../../law/plain-number.ts';

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

/** 千克 and 千米 are units, not thousands. */
const SCALE = '[十百千]?[万亿]|[百千](?![克米瓦])';
/** Measures that a count or a size is given in; a word in brackets may follow: 台（枚）. */
const UNIT =
  '(?:平方公里|平方千米|平方米|平米|立方米|公里|千米|千瓦时|千瓦|兆瓦|千伏安|兆帕|马力|海里|总吨|标箱|摄氏度|千克|公斤|毫克|毫升|厘米|公顷|蒸吨|分贝|小时|分钟|个工作日|个小时|个百分点|个月|工作日|课时|学时|学分|[人车户件班航场台艘架批]次|个?(?:品种|品规|批次)|[年月日天周元亩升吨克米次个项件批人名例家台套份头只羽株棵辆车艘架瓶箱袋条处座份倍起户部张枚支盒幅块本册栋幢间层笔种类眼孔根桶罐捆窝尾匹颗粒扇口场宗篇桌床页股届席]|㎡|m²|℃|[%‰])(?:[（(](?![^）)]*[含以约左不超])[^（）()]{1,4}[）)])?';
const LOW =
  '不少于|不得少于|不低于|不得低于|不小于|至少|最少|大于(?:或者?)?等于|(?:达到|等于)(?:或者?|及)(?:超过|大于)|达到|达|满|≥';
const OVER = '超过|多于|大于|高于|超|逾|>';
const HIGH =
  '不超过|不得超过|未超过|没有超过|不高于|不得高于|不多于|不得多于|不大于|至多|最多|小于(?:或者?)?等于|≤';
const UNDER = '不足|不满|不到|未达到|没有达到|未达|未满|没有满|低于|少于|小于|<';
const SAME = '等于|=';
const BEFORE = `(?:${LOW}|${HIGH}|${UNDER}|${OVER}|${SAME})`;
const FLAG = '[（(](?:不含|不包括|含|包括)[^（）()]{0,16}[）)]|(?:不含|含)本数';
const ONE = new RegExp(
  `(?<before>${BEFORE})?(?<number>${NUMERAL})(?<scale>${SCALE})?(?<unit>${UNIT})?(?<flag>${FLAG})?(?<after>(?:及其?|或者?|含)?(?:以[上下内]|之内|之上|之下))?(?<last>${FLAG})?`,
  'g',
);
const DASH = /^(?:[-‐‑‒–—―−~∼〜]{1,2}|至|到)$/;
/** Between the two ends of a span. */
const AND = /^(?:[、，,；;]|且|并且|但|而)?$/;
/** Beside a number these make it another number, or another end of it: 约3吨, 不3次, 3次多, 3名儿童以上. */
const CHANGED_BEFORE = /(?:不|未|没有|没|非|无|除|约|近|几|每|每增加|每超过|第|不[是含计足]|接近)$/;
/** 数十, 上百: no number, though 次数 and 网上 may stand before one. */
const VAGUE = /[数上]$/;
const CHANGED_AFTER = /^(?:[（(][约大左估以不超]|[内外后前里间多]|余|左右|上下|许|有余|来|半|之|起$|[/／])/;
const LEFT_OVER =
  /以[上下内外后前]|之[上下内外]|[<>≤≥=≈]|至少|至多|大于|小于|不超过|不低于|不少于|不足\d|或者?(?:超过|更)/;

/**
 * The one quantity that a cell states: 3个月以上6个月以下, 3次以下, 不足1吨, 5-10项, 2次. `undefined` where it states none, several,
 * or one in words that are not understood to the last sign (3项以上5项以上, 约3吨, 3个月至5吨).
 */
export function quantityIn(given: string, words: BoundWords): Quantity | undefined {
  const text = plainSigns(given).replace(/最?近(?:[一二两三五]|\d+)(?:年|个月)(?:以?内)?/, '');
  const found = [...text.matchAll(ONE)].filter(({ groups = {} }) => isQuantity(groups));
  const [first, second, more] = found;
  if (!first || more) return undefined;
  const end = (match: RegExpMatchArray) => match.index! + match[0].length;
  const before = text.slice(0, first.index);
  const between = second ? text.slice(end(first), second.index) : '';
  const after = text.slice(end(second ?? first));
  const dash = second !== undefined && DASH.test(between);
  // 1次以上同类违法行为3次以下同类违法行为: the same words beside either end.
  const kept = dash || AND.test(between) || between === after || between === before ? '' : between;
  const about = `${before}${kept}${after}`;
  // 一类区, 二类水体: a name, not a count.
  if (first.groups?.unit === '类' && !first.groups.before && !first.groups.after && after) return undefined;
  const ordinal = /第$/.test(before) && first.groups?.unit === '次' && !second;
  if (/\d/.test(about) || LEFT_OVER.test(about) || CHANGED_AFTER.test(after) || (second && kept))
    return undefined;
  if (CHANGED_BEFORE.test(before) && !ordinal) return undefined;
  if (VAGUE.test(before) && /^[十百千万]/.test(first.groups?.number ?? '')) return undefined;
  const ends = found.map(({ groups = {} }, at) =>
    endOf(groups, found[1 - at]?.groups, dash && at === 0, words),
  );
  const [one, two] = sameUnits(ends);
  if (!one?.unit) return undefined;
  const joint = { unit: one.unit, about: tidy(about) };
  if (!two) {
    if (second) return undefined;
    if (one.side === 'at')
      return { ...joint, low: one.value, lowInclusive: true, high: one.value, highInclusive: true };
    return one.side === 'low'
      ? { ...joint, low: one.value, lowInclusive: one.inclusive }
      : { ...joint, high: one.value, highInclusive: one.inclusive };
  }
  const spans = dash ? one.side !== 'high' && two.side !== 'low' : one.side === 'low' && two.side === 'high';
  if (!spans || one.value > two.value) return undefined;
  if (one.value === two.value && !(one.inclusive && two.inclusive)) return undefined;
  return {
    ...joint,
    low: one.value,
    lowInclusive: one.inclusive,
    high: two.value,
    highInclusive: two.inclusive,
  };
}

/** Full-width digits and signs as plain ones; ㎡ and ① stay what they are. */
function plainSigns(given: string): string {
  return (
    given
      .replaceAll(/\s/g, '')
      .normalize('NFC')
      .replaceAll(/[０-９％＜＞＝－～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replaceAll(/(?<=\d)．(?=\d)/g, '.')
      .replaceAll(/>=|=>|≧|⩾/g, '≥')
      .replaceAll(/<=|=<|≦|⩽/g, '≤')
      // 3个月≤时间<6个月: the name stands between the ends.
      .replace(
        /^(\d[\d.]*[^\d≤<]{0,4})([≤<])([^\d≤<>≥]{2,12})([≤<]\d[\d.]*[^\d≤<]{0,4})$/,
        (_, low, sign, name, high) => `${name}${sign === '≤' ? '≥' : '>'}${low}，${high}`,
      )
      .replaceAll(new RegExp(`百分之(${NUMERAL})`, 'g'), (whole, number: string) => {
        const value = plainNumber(number);
        return value === undefined ? whole : `${value}%`;
      })
  );
}

interface End {
  side: 'low' | 'high' | 'at';
  value: number;
  inclusive: boolean;
  unit: string;
}

/** Units that go into one another exactly. */
const INTO: Record<string, [string, number]> = { 年: ['个月', 12], 月: ['个月', 1], 周: ['天', 7] };
/** Where the two ends of a span are in different units, both are told in the smaller one. */
const SMALLER: Record<string, Record<string, number>> = {
  吨: { 千克: 1000, 克: 1_000_000 },
  千克: { 克: 1000 },
  公里: { 米: 1000 },
  公顷: { 平方米: 10_000 },
  平方公里: { 平方米: 1_000_000 },
};
const POWERS: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** 一般, 统一: a Chinese numeral without unit and bound is no number. */
function isQuantity({ number, unit, before, after }: Record<string, string | undefined>): boolean {
  return /\d/.test(number ?? '') ? true : Boolean(unit || (before && after));
}

type Groups = Record<string, string | undefined>;

function endOf(
  groups: Groups,
  other: Groups | undefined,
  opens: boolean,
  words: BoundWords,
): End | undefined {
  const { before, number = '', unit, after, flag, last } = groups;
  const scale = scaleOf(groups, other, opens);
  const plain = plainNumber(number);
  const side = sideOf(before, after, words);
  if (scale === undefined || plain === undefined || !side) return undefined;
  const [given, factor] = unit ? (INTO[unit] ?? [unitOf(unit), 1]) : ['', 1];
  const value = Number((Number(`${plain}e${powerOf(scale)}`) * factor).toFixed(6));
  const said = [flag, last].flatMap((words_) => (words_ === undefined ? [] : saidOf(words_, groups)));
  if (said.includes('unread') || new Set(said).size > 1) return undefined;
  const [own] = said;
  if (own !== undefined && side.sure && own !== side.inclusive) return undefined;
  const inclusive = typeof own === 'boolean' ? own : side.inclusive;
  // 3次（不含） by itself says no end.
  return side.side === 'at' && !inclusive && !other
    ? undefined
    : { side: side.side, value, inclusive, unit: given };
}

/** `sure`: the word itself says whether the number belongs to the span. */
function sideOf(
  before: string | undefined,
  after: string | undefined,
  words: BoundWords,
): { side: End['side']; inclusive: boolean; sure: boolean } | undefined {
  const reaches = /^(?:达到?|满|至少)$/.test(before ?? '') && /上$/.test(after ?? '') && words.above;
  if (before && after && !reaches) return undefined;
  const is = (list: string) => new RegExp(`^(?:${list})$`).test(before ?? '');
  if (is(HIGH)) return { side: 'high', inclusive: true, sure: true };
  if (is(LOW)) return { side: 'low', inclusive: true, sure: true };
  if (is(UNDER)) return { side: 'high', inclusive: false, sure: true };
  if (is(OVER)) return { side: 'low', inclusive: false, sure: true };
  const sure = after !== undefined && /^[及或含]/.test(after);
  if (after && /上$/.test(after)) return { side: 'low', inclusive: sure || words.above, sure };
  if (after) return { side: 'high', inclusive: sure || words.below, sure };
  return { side: 'at', inclusive: true, sure: false };
}

/** （含3次）, （不含本数）; nothing where the bracket speaks of something else (含本次), `unread` where it names another number. */
function saidOf(words: string, { number, scale = '', unit = '' }: Groups): boolean | 'unread' | [] {
  const [, not, what = ''] = /^[（(]?(不)?(?:含|包括)([^）)]*)[）)]?$/.exec(words) ?? [];
  const included = not === undefined;
  if (what === '' || what === '本数' || what === '该数') return included;
  if (!new RegExp(`^${NUMERAL}`).test(what)) return [];
  return [`${number}${scale}${unit}`, `${number}${scale}`, `${number}`].includes(what) ? included : 'unread';
}

/** 2-5万吨 means 2万吨 to 5万吨; 2以上5万吨以下 can mean either. */
function scaleOf(
  { number = '', scale, unit }: Groups,
  other: Groups | undefined,
  opens: boolean,
): string | undefined {
  if (scale || unit || !other || /[百千万亿]/.test(number)) return scale ?? '';
  const theirs = other.scale ?? /(?<!.[百千].*)(?:[百千]?[万亿]|[百千])$/.exec(other.number ?? '')?.[0] ?? '';
  if (!theirs) return /[百千万亿]/.test(other.number ?? '') ? undefined : '';
  return opens ? theirs : undefined;
}

/** The ends in one unit; none where they are not of one kind. */
function sameUnits(ends: readonly (End | undefined)[]): (End | undefined)[] {
  const [one, two] = ends;
  if (ends.includes(undefined)) return [];
  if (!one || !two || one.unit === two.unit) return [...ends];
  // The unit may be left to one of the two.
  if (!one.unit || !two.unit) return ends.map((end) => ({ ...end!, unit: one.unit || two.unit }));
  const down = SMALLER[one.unit]?.[two.unit];
  if (down) return [{ ...one, unit: two.unit, value: scaledBy(one.value, down) }, two];
  const up = SMALLER[two.unit]?.[one.unit];
  return up ? [one, { ...two, unit: one.unit, value: scaledBy(two.value, up) }] : [];
}

function scaledBy(value: number, factor: number): number {
  return Number((value * factor).toFixed(6));
}

function powerOf(scale: string): number {
  return [...scale].reduce((power, sign) => power + POWERS[sign]!, 0);
}

function unitOf(unit: string): string {
  return unit
    .replace(/^(?:㎡|m²|平米)$/, '平方米')
    .replace(/^个(?=工作日|小时|百分点)/, '')
    .replace(/^千米$/, '公里')
    .replace(/^平方千米$/, '平方公里')
    .replace(/^日$/, '天')
    .replace(/^公斤$/, '千克');
}

function tidy(about: string): string {
  return about.replaceAll(/^[，,、；;在有为]+|(?:[，,、；;。的在]|(?<!行)为)+$/g, '');
}
