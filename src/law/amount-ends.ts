import { NUMERAL, plainNumber } from './plain-number.ts';

/** One end of a span as words give it: a sum in yuan, or a multiple (0.2 is twenty per cent). */
export interface AmountEnd {
  side: 'low' | 'high' | 'at';
  value: number;
  inclusive: boolean;
  kind: 'sum' | 'multiple';
}

/** Whether bare 以上 and 以下 include the number. */
export interface Including {
  above: boolean;
  below: boolean;
}

const LOW = '不低于|不得低于|不少于|不得少于|不小于|至少|最低(?:不低于|不得低于|不少于|为)?|最少|≥|>=';
const OVER = '超过|高于|大于|多于|>';
const HIGH =
  '不超过|不得超过|未超过|不高于|不得高于|不大于|不多于|最高(?:不超过|不得超过|为)?|最多(?:不超过)?|至多|≤|<=';
const UNDER = '不足|不满|未满|不到|未达到|低于|少于|小于|<';
/** Words before a number that make it an end: 不超过, 不低于. */
export const BEFORE_AMOUNT = `${LOW}|${HIGH}|${UNDER}|${OVER}`;
const FLAG = String.raw`\((?:不含|不包括|不包含|含|包括|包含)[^()]*\)`;
const SCALE = '[十百千]?[万亿]|[十百千]';
const END = new RegExp(
  [
    `(?<before>${BEFORE_AMOUNT})?`,
    `(?:(?<part>[百千万])分之(?<share>${NUMERAL})|(?<equal>等值)|(?<number>${NUMERAL})(?<scale>${SCALE})?(?<unit>元|倍|[%‰])?)`,
    `(?<flag>${FLAG})?(?<after>(?:及其?|或者?|含)?(?:以上|以下|以内|之内))?(?<last>${FLAG})?`,
  ].join(''),
  'y',
);
const DASH = /(?:至|到|[-‐‑‒–—―−~∼〜]{1,2})/y;
const POWERS: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, '%': -2, '‰': -3, 倍: 0, 元: 0 };

type Groups = Record<string, string | undefined>;

/**
 * The one or two ends that words without anything else state: 二万元以上二十万元以下, 2-5万元, 不超过三倍, 百分之二至百分之四.
 * `undefined` where a sign is left over, a number can be read in two ways, or the ends make no span.
 */
export function amountEnds(words: string, including: Including): AmountEnd[] | undefined {
  const found: Groups[] = [];
  let dash = false;
  let at = 0;
  while (at < words.length) {
    if (found.length === 2) return undefined;
    if (found.length === 1) {
      DASH.lastIndex = at;
      dash = DASH.test(words);
      at = dash ? DASH.lastIndex : at + (/[、,]/.test(words[at]!) ? 1 : 0);
    }
    END.lastIndex = at;
    const match = END.exec(words);
    if (!match) return undefined;
    found.push(match.groups ?? {});
    at = END.lastIndex;
  }
  const [one, two] = found;
  if (!one) return undefined;
  const ends = found.map((groups, place) => endOf(groups, found[1 - place], dash, place, including));
  const [low, high] = ends;
  if (!low || (two && !high) || ends.some((end) => end?.kind !== low.kind)) return undefined;
  if (!high) return [low];
  const spans = dash
    ? low.side !== 'high' && high.side !== 'low'
    : low.side === 'low' && high.side === 'high';
  return spans
    ? [
        { ...low, side: 'low' },
        { ...high, side: 'high' },
      ]
    : undefined;
}

function endOf(
  groups: Groups,
  other: Groups | undefined,
  dash: boolean,
  place: number,
  including: Including,
): AmountEnd | undefined {
  const value = amountIn(groups, other, dash, place);
  const bound = boundOf(groups, including);
  if (!value || !bound) return undefined;
  const flags = [groups.flag, groups.last].filter((flag) => flag !== undefined);
  const said = flags.map((flag) => saidOf(flag, groups, value.value));
  if (said.includes(undefined) || new Set(said).size > 1) return undefined;
  const [own] = said;
  if (own !== undefined && bound.sure && own !== bound.inclusive) return undefined;
  if (own !== undefined && bound.side === 'at' && !dash) return undefined;
  return { ...value, side: bound.side, inclusive: own ?? bound.inclusive };
}

/** `sure`: the word itself says whether the number belongs to the span. */
function boundOf(
  { before, after }: Groups,
  including: Including,
): { side: AmountEnd['side']; inclusive: boolean; sure: boolean } | undefined {
  const up = after && /上$/.test(after);
  const down = after && !up;
  const sure = after !== undefined && /^[及或含]/.test(after);
  const is = (words: string) => new RegExp(`^(?:${words})$`).test(before ?? '');
  if (is(HIGH)) return up ? undefined : { side: 'high', inclusive: true, sure: true };
  if (is(LOW)) return down ? undefined : { side: 'low', inclusive: true, sure: true };
  if (before && after) return undefined;
  if (is(UNDER)) return { side: 'high', inclusive: false, sure: true };
  if (is(OVER)) return { side: 'low', inclusive: false, sure: true };
  if (up) return { side: 'low', inclusive: sure || including.above, sure };
  if (down) return { side: 'high', inclusive: sure || including.below, sure };
  return { side: 'at', inclusive: true, sure: false };
}

/** （不含3万元）: what the bracket says of the number before it; nothing where it speaks of another. */
function saidOf(flag: string, groups: Groups, value: number): boolean | undefined {
  const [, not, words = ''] = /^\((不)?(?:含|包括|包含)(.*)\)$/.exec(flag) ?? [];
  if (words !== '' && words !== '本数') {
    END.lastIndex = 0;
    const match = END.exec(words);
    const own = match?.[0] === words ? amountIn(match.groups ?? {}, groups, false, 1) : undefined;
    if (own?.value !== value) return undefined;
  }
  return not === undefined;
}

function amountIn(
  groups: Groups,
  other: Groups | undefined,
  dash: boolean,
  place: number,
): Pick<AmountEnd, 'value' | 'kind'> | undefined {
  const { part, share, equal, number, scale = '', unit } = groups;
  if (equal) return { kind: 'multiple', value: 1 };
  if (part) return scaled('multiple', share, -POWERS[part]!);
  if (unit === '倍' || unit === '%' || unit === '‰')
    return scale ? undefined : scaled('multiple', number, POWERS[unit]!);
  const beside = other?.unit;
  // 2-4倍, 百分之二至四: the sign stands at one of the two.
  if (!unit && !scale && (beside === '倍' || beside === '%' || beside === '‰'))
    return scaled('multiple', number, POWERS[beside]!);
  if (!unit && !scale && dash && other?.part) return scaled('multiple', number, -POWERS[other.part]!);
  if (!unit && beside !== '元') return undefined;
  const inherited = inheritedScale(groups, other, dash, place);
  return inherited === undefined ? undefined : scaled('sum', number, powerOf(scale) + inherited);
}

/**
 * The scale that a sum without 元 takes from the other end: 2-5万元 means 2万元 to 5万元. `undefined` where it can mean either
 * (二以上五万元以下, 五百至一万元), or where an upper end breaks off (5万元至10).
 */
function inheritedScale(
  { number = '', scale, unit }: Groups,
  other: Groups | undefined,
  dash: boolean,
  place: number,
): number | undefined {
  if (unit || !other) return 0;
  const own = /[百千万亿]/.exec(`${number}${scale ?? ''}`)?.[0];
  const whole = `${other.number ?? ''}${other.scale ?? ''}`;
  const theirs = /[百千万亿]/.test(whole);
  if (!theirs || /[万亿]/.test(`${number}${scale ?? ''}`)) return 0;
  if (place === 1) return own ? 0 : undefined;
  if (own) return /[万亿]/.test(whole) ? undefined : 0;
  const simple = /^(?:\d[\d,.]*|[^百千万亿]+|[^万亿]+(?=[万亿]$))([百千]?[万亿]|[百千])$/.exec(whole)?.[1];
  return dash && simple ? powerOf(simple) : undefined;
}

function powerOf(scale: string): number {
  return [...scale].reduce((power, sign) => power + POWERS[sign]!, 0);
}

function scaled(
  kind: AmountEnd['kind'],
  numeral: string | undefined,
  power: number,
): Pick<AmountEnd, 'value' | 'kind'> | undefined {
  const plain = numeral === undefined ? undefined : plainNumber(numeral);
  return plain === undefined ? undefined : { kind, value: Number(`${plain}e${power}`) };
}
