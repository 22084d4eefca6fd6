import type { Condition } from '../../law/condition.ts';
import type { FineRange } from '../../law/fine-range.ts';
import { fineRangeIn } from '../../law/fine-range-in.ts';
import type { Grade } from '../../law/penalties.ts';
import { clausesResult } from './clauses-result.ts';
import type { BoundWords } from './quantity-in.ts';

/** What one result cell (裁量标准) lays down. */
export interface Result {
  fine?: FineRange & { ofSpan?: true };
  /** Several, told apart by party or condition within one cell. */
  fines?: (FineRange & { ofSpan?: true; party?: 'person' | 'unit'; when?: Condition })[];
  /** Penalties besides the fine, as printed. */
  extra: string[];
  grade?: Grade;
  /** A sum for each unit: 500元/车次. */
  perUnit?: { each: number; unit: string };
}

const NONE = /^(?:可以?|应当|依法)?(?:不予|免予|免于)(?:行政)?(?:处罚|罚款)(?:[（(][^）)]*[）)])?$|^不罚款?$/;
const OTHERS: [RegExp, string][] = [
  [/警告/, '警告'],
  [/通报批评/, '通报批评'],
  [/没收违法所得/, '没收违法所得'],
  [
    /没收(?!违法所得[^和及、]*$)[^，。；]*?(?:工具|设备|物品|产品|原料|材料|财物|药|种子|食品)/,
    '没收非法财物',
  ],
  [/吊销[^，。；]*/, '吊销许可证件'],
  [/暂扣[^，。；]*/, '暂扣许可证件'],
  [/责令(?:其)?停产停业(?:整顿)?|责令停业(?:整顿)?|停产整治|停产整顿/, '责令停产停业'],
  [/责令关闭/, '责令关闭'],
];
const SHARE = String.raw`(\d+(?:\.\d+)?)[%％]`;
const OF_SPAN = new RegExp(
  `^(?:法定)?(?:罚款)?幅度(?:的)?(?:${SHARE}(?:以上)?(?:-|—|~|～|至|到)?${SHARE}(?:以下)?|${SHARE}(以下|以内|以上)?)$`,
);

/** Reads a result cell; `undefined` where anything of a figure is not understood. `unit` is that of the heading: （万元）. */
export function resultIn(
  cell: string,
  bounds: BoundWords | undefined,
  unit?: '元' | '万元',
): Result | undefined {
  return plainResult(cell, bounds, unit) ?? clausesResult(cell.replaceAll(/\s/g, ''), bounds);
}

function plainResult(cell: string, bounds: BoundWords | undefined, unit?: '元' | '万元'): Result | undefined {
  const text = cell
    .replaceAll(/\s/g, '')
    .normalize('NFC')
    .replaceAll('元元', '元')
    .replaceAll('（以上、以下', '（');
  if (NONE.test(text)) return { extra: [], grade: 'no-penalty' };
  const each =
    /^(?:处|按)?(?:每)?(?<unit>[^\d，。；每]{0,6})?(?:处|罚款)?(?<sum>\d+(?:\.\d+)?万?)元(?:[/／]|每)(?<per>[^\d，。；]{1,6}?)(?:的?罚款)?$/.exec(
      text,
    )?.groups;
  if (each) return { extra: [], perUnit: { each: sumOf(each.sum!), unit: each.per! } };
  const every =
    /^(?:按|处|处以)?每(?:一)?(?<per>[^\d，。；]{1,6}?)(?:处以?|罚款)?(?<sum>\d+(?:\.\d+)?万?)元(?:的?罚款)?$/.exec(
      text,
    )?.groups;
  if (every) return { extra: [], perUnit: { each: sumOf(every.sum!), unit: every.per! } };
  const parts = text.split(/[，。；]|并且|同时|(?<=警告|所得)并(?=处)|(?<!\d)和(?=没收)/).filter(Boolean);
  const extra: string[] = [];
  let fine: Result['fine'];
  // A condition within the cell: it is read clause by clause.
  if (parts.some((part) => /^(?:情节|逾期|拒不|造成|有前款|构成)[^\d]*的$/.test(part))) return undefined;
  for (const part of parts) {
    const read = fineIn(part, bounds, unit);
    if (read === 'unread') return undefined;
    if (read) {
      if (fine) return undefined;
      fine = read;
      continue;
    }
    const named = OTHERS.filter(([word]) => word.test(part)).map(([, name]) => name);
    if (named.length === 0 && /\d|倍|罚|处/.test(part)) return undefined;
    if (named.length === 0 && !/责令|改正|整改|教育|约谈|告诫|移送/.test(part)) return undefined;
    if (!/^(?:情节严重|可以|可并|拒不|逾期)/.test(part)) extra.push(...named);
  }
  if (!fine && extra.length === 0 && !parts.some((part) => /责令|教育|约谈|告诫/.test(part)))
    return undefined;
  return { ...(fine ? { fine } : {}), extra: [...new Set(extra)] };
}

/** The fine in a part of a cell; nothing where the part speaks of none. */
function fineIn(
  part: string,
  bounds: BoundWords | undefined,
  unit: '元' | '万元' | undefined,
): Result['fine'] | 'unread' | undefined {
  const included = /[（(]含本数[）)]/.test(part);
  const bare = part
    .replaceAll(/[（(](?:不)?含(?:本数|[^）)]*元)[）)]/g, '')
    .replace(/^(?:可以?)?(?:并|单)?(?:可以?)?(?:并)?(?:处以?|给予|科以|罚款)?(?:人民币)?/, '')
    .replace(/(?:的?(?:行政)?罚款|的)+$/, '');
  if (!/\d|倍|分之|[一二三四五六七八九十百千万]+元|[%％]/.test(bare)) return undefined;
  const span = OF_SPAN.exec(bare.replace(/^罚款/, ''));
  if (span) {
    const [, low, high, one, end] = span;
    const share = (value: string) => Number((Number(value) / 100).toFixed(6));
    if (low && high) return { ofSpan: true, min: share(low), max: share(high) };
    if (end === '以上') return { ofSpan: true, min: share(one!), max: 1 };
    return end
      ? { ofSpan: true, min: 0, max: share(one!) }
      : { ofSpan: true, min: share(one!), max: share(one!) };
  }
  const words = withUnit(bare, unit);
  const range = rangeIn(baseWords(words));
  if (range === undefined || range === 'none') return 'unread';
  const point = range.min !== undefined && range.min === range.max;
  if (point || !bounds) return range;
  return {
    ...range,
    ...(range.min !== undefined && !bounds.above ? { minInclusive: false } : {}),
    ...(range.max !== undefined && !bounds.below && !included && !/不超过|不高于|最高/.test(words)
      ? { maxInclusive: false }
      : {}),
  };
}

/** 所需处置费用的, 上一年度从本单位取得的收入: 直接经济损失 without 的. */
function baseWords(words: string): string {
  return words.replace(/^所需/, '').replace(/^(?:按|以)?(?=货值|违法所得)/, '');
}

/** 所收费用 is a base of tables and of few norms: it is read as any other base. */
function rangeIn(words: string): FineRange | 'none' | undefined {
  const fees = /(?:所收|收取的?)费用/;
  if (!fees.test(words)) return fineRangeIn(words);
  const range = fineRangeIn(words.replace(fees, '违法所得'));
  return range && range !== 'none' && range.base === 'gains' ? { ...range, base: 'fees' } : undefined;
}

/** 5以上10以下 under 罚款（万元）: the unit stands in the heading. */
function withUnit(words: string, unit: '元' | '万元' | undefined): string {
  if (!unit || /[元万倍%％]/.test(words)) return words;
  return words.replaceAll(/\d+(?:\.\d+)?/g, (number) => `${number}${unit}`);
}

function sumOf(words: string): number {
  return words.endsWith('万') ? Number((Number(words.slice(0, -1)) * 10_000).toFixed(2)) : Number(words);
}
