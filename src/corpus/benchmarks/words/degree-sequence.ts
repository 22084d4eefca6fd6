import type { Condition } from '../../../law/condition.ts';
import type { Base } from '../../../law/fine-range.ts';
import { type BoundWords, type Quantity, quantityIn } from './quantity-in.ts';

/** The degrees of one factor as tests over a number, in their printed order. */
export interface NumberDegrees {
  /** The base whose sum is meant (货值金额 …), where the degrees are sums of it. */
  base?: Base;
  unit: string;
  about: string;
  conditions: Map<string, (factor: string) => Condition>;
  remarks: string[];
}

const NONE = /^(?:近.{1,3}年内?)?(?:无|没有|未|从未|未有|无任何)/;
const FIRST = /首次|初次|第一次/;
/** 非首次, 约2次, 两次之内: not what the words without it say. */
const CHANGED = /[约几数余多以左右之不非未超除半]/;
const SECOND: [RegExp, number][] = [[/第?[二两2]次|再次/, 2]];
export const BASE_OF_WORDS: [RegExp, Base][] = [
  [/货值/, 'goods'],
  [/违法所得|非法所得|违法收入/, 'gains'],
  [/违法经营|经营额|销售额/, 'turnover'],
  [/合同(?:价款|金额)/, 'contract'],
  [/总投资/, 'investment'],
  [/处置费用/, 'disposal-cost'],
  [/直接(?:经济)?损失/, 'loss'],
  [/广告费/, 'advertising-fee'],
  [/所收费用|收取的?费用/, 'fees'],
  [/(?:工程|建设)造价/, 'project-cost'],
];
interface Placed {
  words: string;
  quantity: Quantity;
}

/**
 * The printed degrees of one factor (mildest first) as spans of a number. `undefined` where they are not all numbers of one kind,
 * or overlap: then they stay words that a person chooses between. An open lower end begins where the degree before ends.
 */
export function degreeSequence(
  degrees: readonly string[],
  words: BoundWords,
  header = '',
): NumberDegrees | { overlap: string } | undefined {
  const placed: Placed[] = [];
  const period = degrees.map((degree) => PERIOD.exec(degree)?.[0] ?? '').find(Boolean) ?? '';
  // 首次 beside 两年内第二次以上 is counted in the same two years.
  const within =
    period !== '' &&
    degrees.every(
      (degree) =>
        /次/.test(degree) && (degree.startsWith(period) || (FIRST.test(degree) && !PERIOD.test(degree))),
    );
  for (const words_ of degrees) {
    const quantity = read(within && words_.startsWith(period) ? words_.slice(period.length) : words_, words);
    if (quantity) placed.push({ words: words_, quantity });
    else if (NONE.test(words_) && !/\d/.test(words_))
      placed.push({ words: words_, quantity: at(0, '', words_.replace(NONE, '')) });
    else return undefined;
  }
  const real = placed.filter(({ quantity }) => quantity.unit);
  const [unit, ...otherUnits] = [...new Set(real.map(({ quantity }) => quantity.unit))];
  if (!unit || otherUnits.length > 0 || real.length < 2) return undefined;
  const same = sameAbout(real, header);
  if (same === undefined) return undefined;
  const about = within ? `${period}${same}` : same;
  const zero = placed.filter(({ quantity }) => !quantity.unit);
  if (zero.length > 1 || (zero[0] && !plainNone(zero[0].quantity.about, about, header))) return undefined;
  const remarks: string[] = [];
  const mildFirst = inOrder(placed, remarks);
  const spans = 'overlap' in mildFirst ? backwards(placed, remarks, mildFirst) : mildFirst;
  if ('overlap' in spans) return spans;
  const base = unit === '元' ? BASE_OF_WORDS.find(([word]) => word.test(about || header))?.[1] : undefined;
  return {
    ...(base ? { base } : {}),
    unit,
    about,
    conditions: new Map(
      spans.map(({ words: text, quantity }) => [text, (factor) => conditionOf(factor, quantity)]),
    ),
    remarks,
  };
}

/** 一年内, 两年内: how far back a count goes. */
const PERIOD = /^(?:最近|近)?(?:[一二两三四五六\d]+|十二)(?:个月|年)(?:之?内|以内)/;
/** 具有左列三种情形中1种的, 同时具有左列三种情形的: how many of those that the table lists. */
const LISTED =
  /(?:同时)?(具有|具备|符合|存在|有|属于)(?:左列|右列|上列|下列|所列|前列|上述|前述)(?:([一二两三四五六七八九十\d]+)([种项类个]))?(情形|情节|行为|条件)(?:之?中的?|的)?/;

function read(given: string, words: BoundWords): Quantity | undefined {
  const [listed, , count = '', unit = '', what = ''] = LISTED.exec(given) ?? [];
  // Without a number of its own the cell means all of them.
  const text = listed
    ? given.replace(
        listed,
        `${what}${/[一二两三四五六七八九十\d]+[种项类个]/.test(given.replace(listed, '')) ? '' : `${count}${unit}`}`,
      )
    : given;
  if (/或/.test(text) && /\d.*或.*\d/.test(text)) return undefined;
  const quantity = quantityIn(text.replace(/第(?=[一二三四五六七八九十\d]+次)/, ''), words);
  if (!quantity) {
    if (CHANGED.test(text)) return undefined;
    if (FIRST.test(text) && text.length <= 8) return at(1, '次', text.replace(FIRST, ''));
    const later = SECOND.find(([word]) => word.test(text) && text.length <= 8);
    return later ? at(later[1], '次', text.replace(later[0], '')) : undefined;
  }
  return quantity;
}

function at(value: number, unit: string, about: string): Quantity {
  return { low: value, lowInclusive: true, high: value, highInclusive: true, unit, about };
}

/** The words beside the numbers must be the same in all degrees; those that come twice count once. */
function sameAbout(placed: readonly Placed[], header: string): string | undefined {
  const plain = placed
    .map(({ quantity }) => once(quantity.about))
    .map((about) => (header.includes(about) ? '' : about));
  const kinds = [...new Set(plain.filter(Boolean))];
  if (kinds.length > 1) return undefined;
  const [only = ''] = kinds;
  return /[或且和；;，]/.test(only) || only.length > 20 ? undefined : only;
}

function once(about: string): string {
  const half = about.slice(0, about.length / 2);
  return half && half + half === about ? half : about;
}

function plainNone(rest: string, about: string, header: string): boolean {
  const plain = (text: string) => text.replaceAll(/[有的]|行为|情况|记录|违法|近.年内?/g, '');
  const left = plain(rest);
  return (
    left === '' || plain(about).includes(left) || plain(header).includes(left) || left.includes(plain(about))
  );
}

function inOrder(placed: readonly Placed[], remarks: string[]): Placed[] | { overlap: string } {
  const spans: Placed[] = [];
  for (const { words, quantity: given } of placed) {
    const before = spans.at(-1);
    const quantity = { ...given };
    if (before) {
      const { high, highInclusive } = before.quantity;
      if (quantity.low === undefined && high !== undefined) {
        quantity.low = high;
        quantity.lowInclusive = !highInclusive;
        remarks.push(`“${words}”从“${before.words}”之后起算`);
      }
      const meets = quantity.low === high && quantity.lowInclusive && highInclusive && quantity.high !== high;
      // The number at which two degrees meet belongs to the milder one.
      if (meets) {
        quantity.lowInclusive = false;
        remarks.push(`恰为“${before.words}”上端的，按该档，不按“${words}”`);
      }
      const clash =
        high === undefined ||
        quantity.low === undefined ||
        quantity.low < high ||
        (quantity.low === high && quantity.lowInclusive === true && highInclusive === true);
      if (clash) return { overlap: `“${before.words}”与“${words}”` };
    }
    spans.push({ words, quantity });
  }
  return spans;
}

/** Some tables begin with the gravest degree. */
function backwards(placed: readonly Placed[], remarks: string[], otherwise: { overlap: string }) {
  const own: string[] = [];
  const spans = inOrder([...placed].reverse(), own);
  if ('overlap' in spans) return otherwise;
  remarks.splice(0, remarks.length, ...own);
  return spans.reverse();
}

export function conditionOf(factor: string, { low, lowInclusive, high, highInclusive }: Quantity): Condition {
  if (low !== undefined && low === high) return { factor, op: '=', value: low };
  const tests: Condition[] = [
    ...(low === undefined
      ? []
      : [{ factor, op: lowInclusive ? ('>=' as const) : ('>' as const), value: low }]),
    ...(high === undefined
      ? []
      : [{ factor, op: highInclusive ? ('<=' as const) : ('<' as const), value: high }]),
  ];
  const [only, more] = tests;
  return more ? { all: tests } : only!;
}
