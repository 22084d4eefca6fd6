import { type AmountEnd, amountEnds } from '../../../law/amount-ends.ts';
import type { FineRange } from '../../../law/fine-range.ts';
import type { SanctionFine } from '../../../law/sanction.ts';
import type { Column } from '../table-columns.ts';
import { BASE_OF_WORDS } from './degree-sequence.ts';
import type { BoundWords } from './quantity-in.ts';
import type { Result } from './result-in.ts';

type Fine = NonNullable<Result['fine']>;

const BOTH: BoundWords = { above: true, below: true };
/** 最高罚款额的30%以下, 罚款2%-2.5%: words that say what the percentages are of, and the percentages. */
const PERCENT =
  /^(?<lead>(?:处以?|罚款|并|法定|最高(?=罚|限|额|数|的)|上限|限额|数?额|幅度|比例|的|按|占)*)(?<percent>[^，。；]*(?:[%％‰]|[百千]分之)[^，。；]*?)(?:的?罚款)?$/;
const OF_MOST = /最高|上限|限额/;

/**
 * A cell that states percentages without their base: shares of the statute's span, percentages of its maximum, or of the base that the
 * heading or the provision names. What they are is told by the whole heading and the provision together; `unread` says why neither
 * decides. `undefined` where the cell states anything else.
 */
export function percentResult(
  cell: string,
  { head, party }: Pick<Column, 'head' | 'party'>,
  bounds: BoundWords | undefined,
  statute: readonly SanctionFine[] = [],
): Result | { unread: string } | undefined {
  const { lead = '', percent = '' } = PERCENT.exec(cell.replaceAll(/\s/g, ''))?.groups ?? {};
  const words = `${head}${lead}`.replace(/(?:处以?|罚款)$/, '');
  const ends = percentEnds(percent, bounds ?? BOTH);
  if (!ends) return undefined;
  const spans = statute
    .filter((fine) => !fine.subject || fine.subject === 'offender')
    .filter((fine) => !fine.party || !party || fine.party === party)
    .map(({ range }) => range);
  const fine =
    baseFine(words, ends) ?? (OF_MOST.test(words) ? ofMost(ends, spans) : ofStatute(words, ends, spans));
  return typeof fine === 'string' ? { unread: fine } : { fine, extra: [] };
}

/** 30%-60%, 百分之三十以下: shares of the span. */
export function shareOfSpan(words: string, bounds: BoundWords = BOTH): Fine | undefined {
  const ends = percentEnds(words, bounds);
  return ends && share(ends);
}

function percentEnds(words: string, bounds: BoundWords): readonly AmountEnd[] | undefined {
  const plain = words.normalize('NFKC').replace(/的$/, '');
  const ends = amountEnds(plain, bounds);
  return ends?.every(({ kind, value }) => kind === 'multiple' && value >= 0) && !/倍|等值/.test(plain)
    ? ends
    : undefined;
}

function share(ends: readonly AmountEnd[]): Fine | undefined {
  const { min, max } = rangeOf(ends);
  if ((min ?? 0) > (max ?? 1) || (max ?? 1) > 1) return undefined;
  return { ofSpan: true, min: min ?? 0, max: max ?? 1, ...excluded(ends) };
}

/** 合同价款, 总投资额 in the heading: the percentages are of it. */
function baseFine(words: string, ends: readonly AmountEnd[]): FineRange | string | undefined {
  const bases = new Set(BASE_OF_WORDS.filter(([word]) => word.test(words)).map(([, base]) => base));
  const [base, more] = bases;
  if (more) return '表头写了不止一种基数，不知道百分数按哪一种计算';
  return base && { base, ...withEnds(ends) };
}

function baseOf({ base, baseFactor }: FineRange): FineRange {
  return { ...(base ? { base } : {}), ...(baseFactor ? { baseFactor } : {}) };
}

function withEnds(ends: readonly AmountEnd[]): FineRange {
  return { ...rangeOf(ends), ...excluded(ends) };
}

function excluded(ends: readonly AmountEnd[]): Pick<FineRange, 'minInclusive' | 'maxInclusive'> {
  const low = ends.find(({ side }) => side !== 'high');
  const high = ends.find(({ side }) => side !== 'low');
  return {
    ...(low && !low.inclusive ? { minInclusive: false } : {}),
    ...(high && !high.inclusive ? { maxInclusive: false } : {}),
  };
}

function rangeOf(ends: readonly AmountEnd[]): { min?: number; max?: number } {
  const low = ends.find(({ side }) => side !== 'high');
  const high = ends.find(({ side }) => side !== 'low');
  return { ...(low && low.value > 0 ? { min: low.value } : {}), ...(high ? { max: high.value } : {}) };
}

/** 罚款比例（占最高罚款额）30%以下 of at most 100,000 yuan is at most 30,000. */
function ofMost(ends: readonly AmountEnd[], spans: readonly FineRange[]): Fine | string {
  const [only, ...others] = new Set(
    spans.map(({ base, baseFactor, baseLeast, max }) => JSON.stringify({ base, baseFactor, baseLeast, max })),
  );
  const { max, ...rest } = only ? (JSON.parse(only) as FineRange) : {};
  if (max === undefined || others.length > 0)
    return '写的是最高罚款的百分数，而法定最高罚款没有读出或者不止一个';
  const { min, max: top } = rangeOf(ends);
  if ((top ?? 0) > 1) return '超过最高罚款的百分之百';
  const part = (value: number) => Number((Number(max) * value).toFixed(rest.base || rest.baseFactor ? 8 : 2));
  return { ...rest, ...(min === undefined ? {} : { min: part(min) }), max: part(top ?? 1) };
}

/** The heading names no base: the provision decides. */
function ofStatute(words: string, ends: readonly AmountEnd[], spans: readonly FineRange[]): Fine | string {
  if (/法定(?:罚款|处罚)?幅度/.test(words)) return share(ends) ?? '份额超出百分之百';
  const counted = spans.filter(
    ({ base, baseFactor, max }) => (base || baseFactor) && max !== undefined && Number(max) <= 1,
  );
  const [first] = counted;
  if (first) {
    const { min = 0, max } = rangeOf(ends);
    const inside = min >= Number(first.min ?? 0) && max !== undefined && max <= Number(first.max);
    if (spans.length === 1 && inside) return { ...baseOf(first), ...withEnds(ends) };
    return '法定罚款本身是百分数，不知道这里写的是它的一段，还是法定幅度的份额';
  }
  const noLeast = spans.length > 0 && spans.every(({ min }) => min === undefined);
  // Without a minimum a share of the span and one of the maximum are the same.
  if (!/幅度/.test(words) && !noLeast) return '不知道是法定幅度的份额，还是最高罚款或者别的数的百分数';
  return share(ends) ?? '份额超出百分之百';
}
