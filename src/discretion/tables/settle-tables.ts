import type { CaseFile } from '../../cases/case-file.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { citationText } from '../../law/citation.ts';
import { chineseDay, type Day } from '../../law/dates.ts';
import type { FenRange } from '../../law/fine-range.ts';
import type { TierResult } from '../tier-result.ts';
import { type TableItem, tablesBeside } from './tables-beside.ts';

/** Reckons the case by one table alone, on a day. */
export type Reckon = (table: TableItem, on: Day) => TierResult;

const BASIS = `${citationText({ law: '中华人民共和国行政处罚法', article: '34' })}；下级基准更具体且在上级基准以内的从其规定（实务，待确认）`;
const OLD_AND_NEW = citationText({ law: '中华人民共和国行政处罚法', article: '37' });

/**
 * Several tables for one matter: the more concrete lower one goes before the upper one inside whose span it stays; otherwise
 * both are named and a person decides. A table newer than the act is reckoned beside it, and the lighter of the two named.
 */
export function settleTables(
  result: TierResult,
  file: CaseFile,
  book: ReferenceBook,
  days: { on: Day; decidedOn: Day | undefined },
  reckon: Reckon,
): void {
  const own = { benchmark: result.benchmark!, item: result.item! };
  for (const other of tablesBeside(own, file, book, days.on)) {
    compareLevels(result, other, reckon(other, days.on), file.benchmarkItem !== undefined);
  }
  const { decidedOn } = days;
  if (!decidedOn || decidedOn <= days.on) return;
  for (const later of tablesBeside(own, file, book, decidedOn)) {
    const { benchmark } = later;
    if (benchmark.region !== own.benchmark.region || benchmark.inForce.from <= days.on) continue;
    compareAges(result, later, reckon(later, decidedOn));
  }
}

function compareLevels(result: TierResult, other: TableItem, beside: TierResult, named: boolean): void {
  const own = result.benchmark!;
  const both = `${told(result)}；${told(beside)}`;
  const [mine, theirs] = [concreteness(own.region), concreteness(other.benchmark.region)];
  const [lower, upper] = mine > theirs ? [result, beside] : [beside, result];
  if (mine === theirs) {
    report(result, `有两个同级的裁量基准规定本案事项，适用哪一个请由人指明：${both}。`, false);
  } else if (!result.settled || !beside.settled) {
    result.steps.push({
      step: '几个裁量基准',
      value: `《${lower.benchmark!.name}》更具体，是否在《${upper.benchmark!.name}》的幅度以内尚不能比较`,
      basis: BASIS,
    });
  } else if (!isInside(lower.range, upper.range)) {
    report(
      result,
      `更具体的基准超出上级基准的幅度，适用哪一个请由人判断：${both}。`,
      // The file chose one of them; without a choice nothing is reckoned.
      !named,
    );
  } else if (lower === result) {
    result.steps.push({
      step: '几个裁量基准',
      value: `《${own.name}》更具体，且在《${other.benchmark.name}》的幅度以内，适用《${own.name}》`,
      basis: BASIS,
    });
  } else {
    report(
      result,
      `另有更具体的裁量基准，且在本基准的幅度以内，应当适用《${other.benchmark.name}》：${both}。`,
      false,
    );
  }
}

function report(result: TierResult, text: string, blocks: boolean): void {
  result.conflicts.push({ kind: 'several-benchmarks', text, blocks });
  if (!blocks) return;
  delete result.range;
  delete result.settled;
  delete result.tier;
  result.whatWouldChange = [];
}

function compareAges(result: TierResult, { benchmark }: TableItem, later: TierResult): void {
  const both = `行为时${told(result)}；行为后（自${chineseDay(benchmark.inForce.from)}起）${told(later)}`;
  const lighter = lighterOf(result, later);
  if (lighter === 'same') {
    result.steps.push({ step: '行为后的裁量基准', value: `结果相同：${both}`, basis: OLD_AND_NEW });
    return;
  }
  const text = {
    old: `行为时的较轻，适用行为时的：${both}。`,
    new: `行为后的较轻，应当适用行为后的：${both}。`,
    open: `哪一个较轻尚不能比较：${both}。`,
  }[lighter];
  result.steps.push({ step: '行为后的裁量基准', value: text, basis: OLD_AND_NEW });
  result.conflicts.push({ kind: 'newer-benchmark', text: `裁量基准在行为后改变，${text}`, blocks: false });
}

function lighterOf(old: TierResult, now: TierResult): 'old' | 'new' | 'same' | 'open' {
  if (!old.settled || !now.settled) return 'open';
  const fined = (one: TierResult) => !one.tier || one.tier.fine !== undefined || one.tier.fines !== undefined;
  if ((fined(old) && !old.range) || (fined(now) && !now.range)) return 'open';
  const ends = ({ range }: TierResult): [number, number] =>
    range ? [range.min ?? 0, range.max ?? Number.POSITIVE_INFINITY] : [0, 0];
  const [[oldLow, oldHigh], [nowLow, nowHigh]] = [ends(old), ends(now)];
  const signs = new Set([compare(nowLow, oldLow), compare(nowHigh, oldHigh)]);
  signs.delete(0);
  if (signs.size === 0) return 'same';
  return signs.size > 1 ? 'open' : signs.has(-1) ? 'new' : 'old';
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 《…》“一般”阶次，5,000 元以上…。 */
function told({ benchmark, tier, range, settled, conflicts }: TierResult): string {
  const blocked = conflicts.find(({ blocks }) => blocks);
  const name = tier ? `“${tier.name}”阶次` : settled ? '按表计算' : '尚不能确定';
  const span = range ? `，${range.text}` : settled === 'tier' ? '，没有可算的罚款幅度' : '';
  return `《${benchmark?.name ?? ''}》${blocked ? `不能计算（${blocked.text.replace(/。$/, '')}）` : `为${name}${span}`}`;
}

function concreteness(region: string): number {
  return region === '全国' ? 0 : region.length;
}

/** Neither has a fine, or the lower one's span has no fen outside the upper one's. */
function isInside(lower: FenRange | undefined, upper: FenRange | undefined): boolean {
  if (!lower || !upper) return lower === upper;
  const [low, high] = [(lower.min ?? 0) - (upper.min ?? 0), ends(lower.max) - ends(upper.max)];
  return (
    (low > 0 || (low === 0 && (upper.minInclusive || !lower.minInclusive))) &&
    (high < 0 || (high === 0 && (upper.maxInclusive || !lower.maxInclusive)) || Number.isNaN(high))
  );
}

function ends(max: number | undefined): number {
  return max ?? Number.POSITIVE_INFINITY;
}
