import { fraction, multiplied, wholeBelow } from './fraction.ts';
import { type Fen, fen, times, yuan } from './money.ts';

/**
 * The base a multiple or percentage is counted on. The words are those of statutes:
 * 违法所得, 货值金额, 违法经营总额, 工程合同价款, 总投资额, 处置费用, 直接损失, 上一年收入, 广告费用, 所收费用, 建设工程造价.
 */
export const BASES = {
  gains: '违法所得',
  goods: '货值金额',
  turnover: '违法经营总额',
  contract: '合同价款',
  investment: '总投资额',
  'disposal-cost': '处置费用',
  loss: '直接损失',
  income: '上一年收入',
  'advertising-fee': '广告费用',
  fees: '所收费用',
  'project-cost': '建设工程造价',
} as const;

export type Base = keyof typeof BASES;
export const BASE_NAMES = Object.keys(BASES) as Base[];

/**
 * A span of fines. Without `base`, `min` and `max` are yuan; with it they are multiples of the base
 * (0.2 is twenty per cent). A side left out is open: no minimum means above zero.
 * `baseLeast`: a smaller base counts as so many yuan (处置费用不足二十万元的，按二十万元计算).
 * `most`: with a base, the fine never exceeds so many yuan (违法所得三倍以下但最高不超过三万元).
 * `baseFactor`: a base that only this provision or table has, a number of the case under its own name (挪用费用, 单位罚款数额); with
 * `each` it is counted, not money, and `min` and `max` are yuan for each of these units (每平方米 2元以上10元以下).
 * 以上 and 以下 include the number unless the norm says otherwise (RULES of drafting, 民法典 1259, by analogy);
 * a table that says otherwise sets the flags.
 */
export interface FineRange {
  base?: Base;
  baseFactor?: string;
  each?: string;
  baseLeast?: number | string;
  most?: number | string;
  min?: number | string;
  max?: number | string;
  minInclusive?: boolean;
  maxInclusive?: boolean;
}

/** A span in fen, ready for comparison. */
export interface FenRange {
  min?: Fen;
  max?: Fen;
  minInclusive: boolean;
  maxInclusive: boolean;
}

/** The span in fen. `undefined` when the base is not known: a missing figure is never zero. `values`: numbers of the case by name. */
export function resolveRange(
  range: FineRange,
  sums: Partial<Record<Base, Fen>>,
  values: Readonly<Record<string, unknown>> = {},
): FenRange | undefined {
  const ends = {
    minInclusive: range.minInclusive ?? true,
    maxInclusive: range.maxInclusive ?? true,
  };
  if (range.most !== undefined) {
    const { most, ...whole } = range;
    const open = resolveRange(whole, sums, values);
    return open && cappedRange(open, fen(most));
  }
  if (range.baseFactor !== undefined) return countedRange(range, values[range.baseFactor], ends);
  if (!range.base) {
    return {
      ...ends,
      ...(range.min === undefined ? {} : { min: fen(range.min) }),
      ...(range.max === undefined ? {} : { max: fen(range.max) }),
    };
  }
  const known = sums[range.base];
  if (known === undefined) return undefined;
  const base = range.baseLeast === undefined ? known : Math.max(known, fen(range.baseLeast));
  const low = range.min === undefined ? undefined : times(base, range.min);
  const high = range.max === undefined ? undefined : times(base, range.max);
  return {
    // A fraction of a fen: the lowest lawful whole fen lies above it, the highest below, and both belong to the span.
    minInclusive: low?.exact === false || ends.minInclusive,
    maxInclusive: high?.exact === false || ends.maxInclusive,
    ...(low ? { min: low.exact ? low.fen : low.fen + 1 } : {}),
    ...(high ? { max: high.fen } : {}),
  };
}

/** An end above the cap is the cap itself, which belongs to the span. */
function cappedRange(range: FenRange, most: Fen): FenRange {
  const over = (end: Fen | undefined) => end !== undefined && end > most;
  return {
    minInclusive: over(range.min) || range.minInclusive,
    maxInclusive: range.max === undefined || over(range.max) || range.maxInclusive,
    ...(range.min === undefined ? {} : { min: Math.min(range.min, most) }),
    max: Math.min(range.max ?? most, most),
  };
}

/** So much for each of a number that need not be a sum of money: exact, with the ends rounded into the span. */
function countedRange(
  { min, max }: FineRange,
  count: unknown,
  ends: Pick<FenRange, 'minInclusive' | 'maxInclusive'>,
): FenRange | undefined {
  if (typeof count !== 'number' || count < 0) return undefined;
  const fenOf = (value: number | string) =>
    wholeBelow(multiplied(multiplied(fraction(count), fraction(value)), fraction(100)));
  const low = min === undefined ? undefined : fenOf(min);
  const high = max === undefined ? undefined : fenOf(max);
  return {
    minInclusive: low?.exact === false || ends.minInclusive,
    maxInclusive: high?.exact === false || ends.maxInclusive,
    ...(low ? { min: low.exact ? low.whole : low.whole + 1 } : {}),
    ...(high ? { max: high.whole } : {}),
  };
}

/** What a span is counted on, as people name it; nothing for a plain sum. */
export function baseName({
  base,
  baseFactor,
  each,
}: Pick<FineRange, 'base' | 'baseFactor' | 'each'>): string | undefined {
  if (each) return `每${each}`;
  return base ? BASES[base] : baseFactor;
}

/** Whether a fine lies in the span: -1 below, 0 inside, 1 above. Zero or less is always below. */
export function positionInRange(amount: Fen, range: FenRange): -1 | 0 | 1 {
  if (amount <= 0) return -1;
  if (range.min !== undefined && (range.minInclusive ? amount < range.min : amount <= range.min)) return -1;
  if (range.max !== undefined && (range.maxInclusive ? amount > range.max : amount >= range.max)) return 1;
  return 0;
}

/** `50,000 元以上、100,000 元以下`, or with 不含本数 where an end is excluded. */
export function rangeText(range: FenRange): string {
  const { min, max, minInclusive, maxInclusive } = range;
  // 200,000 元以上、200,000 元以下 is one sum.
  if (min !== undefined && min === max && minInclusive && maxInclusive) return yuan(min);
  const low =
    range.min === undefined ? '' : `${yuan(range.min)}以上${range.minInclusive ? '' : '（不含本数）'}`;
  const high =
    range.max === undefined ? '' : `${yuan(range.max)}以下${range.maxInclusive ? '' : '（不含本数）'}`;
  return [low, high].filter(Boolean).join('、') || '未定幅度';
}
