import type { CaseFile } from '../../cases/case-file.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { citationText } from '../../law/citation.ts';
import { chineseDay, type Day } from '../../law/dates.ts';
import type { FenRange } from '../../law/fine-range.ts';
import { caseFactors } from '../case-factors.ts';
import { compareLaws, type LighterLaw } from '../laws/compare-laws.ts';
import { settleNoPenalty } from '../penalties/settle-no-penalty.ts';
import { placeAmount } from '../place-amount.ts';
import type { PenaltyDue, TierResult } from '../tier-result.ts';
import { namesNoPlace } from './is-for-region.ts';
import { lighterOf } from './lighter-of.ts';
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
  { later, law }: { later: readonly TableItem[]; law: LighterLaw | undefined },
): void {
  const own = { benchmark: result.benchmark!, item: result.item! };
  const beside = tablesBeside(own, file, book, days.on);
  for (const other of beside.same) compareLevels(result, other, reckon(other, days.on), file);
  for (const items of beside.perhaps) tellPerhaps(result, items);
  const { decidedOn } = days;
  if (!decidedOn || decidedOn <= days.on) return;
  tellLaterList(result, file, book, decidedOn);
  for (const table of later) {
    const { benchmark } = table;
    const comparable =
      benchmark.region === own.benchmark.region || namesNoPlace(benchmark) || namesNoPlace(own.benchmark);
    if (!comparable || benchmark.inForce.from <= days.on) continue;
    compareAges(result, table, reckon(table, decidedOn), file, law);
  }
}

/** Whether an item on the same law is this violation in other words is for people to say. */
function tellPerhaps(result: TierResult, items: readonly TableItem[]): void {
  const names = items.slice(0, 4).map(({ item }) => `“${item.violation}”`);
  const more = items.length > names.length ? `等 ${items.length} 个事项` : '';
  result.conflicts.push({
    kind: 'several-benchmarks',
    text: `《${items[0]!.benchmark.name}》的${names.join('、')}${more}依据同一罚则，是否就是本案的违法行为、应否适用，请由人核对。`,
    blocks: false,
  });
}

/** A list of slight violations that came after the act is the lighter law, whether or not its table has an item for the case. */
function tellLaterList(result: TierResult, file: CaseFile, book: ReferenceBook, decidedOn: Day): void {
  if (result.grounds.noPenalty === 'must') return;
  const probe: TierResult = {
    ...result,
    grounds: { ...result.grounds },
    steps: [],
    missing: [],
    whatWouldChange: [],
  };
  settleNoPenalty(probe, file, book, decidedOn);
  if (probe.grounds.noPenalty !== 'must') return;
  const list = probe.steps.map(({ basis }) => basis).join('；');
  result.conflicts.push({
    kind: 'newer-benchmark',
    text: `行为后施行的不予处罚清单已将本案情形列为不予处罚（${list}），行为后的较轻，应当适用行为后的。`,
    blocks: false,
  });
}

function compareLevels(result: TierResult, other: TableItem, beside: TierResult, file: CaseFile): void {
  const own = result.benchmark!;
  const both = `${told(result)}；${told(beside)}`;
  const [mine, theirs] = [concreteness(own.region), concreteness(other.benchmark.region)];
  const [lower, upper] = mine > theirs ? [result, beside] : [beside, result];
  const placeless = [own, other.benchmark].filter(namesNoPlace).map(({ name }) => `《${name}》`);
  if (placeless.length > 0) {
    const which = placeless.join('、');
    report(
      result,
      file,
      `${which}没有写明适用地区，不能与另一裁量基准比较，适用哪一个请由人指明：${both}。`,
      false,
    );
  } else if (mine === theirs) {
    report(result, file, `有两个同级的裁量基准规定本案事项，适用哪一个请由人指明：${both}。`, false);
  } else if (!result.settled || !beside.settled) {
    result.steps.push({
      step: '几个裁量基准',
      value: `《${lower.benchmark!.name}》更具体，是否在《${upper.benchmark!.name}》的幅度以内尚不能比较`,
      basis: BASIS,
    });
  } else if (!isInside(lower.range, upper.range)) {
    report(
      result,
      file,
      `更具体的基准超出上级基准的幅度，适用哪一个请由人判断：${both}。`,
      // The file chose one of them; without a choice nothing is reckoned.
      file.benchmarkItem === undefined,
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
      file,
      `另有更具体的裁量基准，且在本基准的幅度以内，应当适用《${other.benchmark.name}》：${both}。`,
      false,
    );
  }
}

function report(result: TierResult, file: CaseFile, text: string, blocks: boolean): void {
  result.conflicts.push({ kind: 'several-benchmarks', text, blocks });
  if (!blocks) return;
  delete result.range;
  delete result.settled;
  delete result.tier;
  delete result.weighing;
  delete result.counting;
  result.possibleTiers = [];
  result.whatWouldChange = [];
  dropOfTable(result);
  const placed = placeAmount(file, result);
  if (placed) result.position = placed;
}

/** What only the table demands is not due while nobody has said that the table applies. */
function dropOfTable({ penalties, sanction, benchmark }: TierResult): void {
  if (!penalties) return;
  const ofTable = ({ basis }: PenaltyDue) => basis.includes(`《${benchmark!.name}》`);
  const provision = sanction ? citationText(sanction.provision) : '';
  const open = penalties.required.filter((due) => ofTable(due) && due.type !== undefined);
  penalties.required = penalties.required.filter((due) => !ofTable(due));
  penalties.optional.push(...open.map((due) => ({ ...due, basis: provision })));
}

/** The law speaks first: tables only decide under one law, or under laws of one weight (行政处罚法 37 knows no tables). */
function compareAges(
  result: TierResult,
  { benchmark }: TableItem,
  later: TierResult,
  file: CaseFile,
  law: LighterLaw | undefined,
): void {
  const both = `行为时${told(result)}；行为后（自${chineseDay(benchmark.inForce.from)}起）${told(later)}`;
  const ofLaw = law ?? lawsUnder(result, later, file);
  const lighter = ofLaw === 'same' ? lighterOf(result, later) : ofLaw;
  const why = ofLaw === 'same' ? '' : '（按所依据的法律比较）';
  if (lighter === 'same') {
    result.steps.push({ step: '行为后的裁量基准', value: `结果相同：${both}`, basis: OLD_AND_NEW });
    return;
  }
  const text = {
    old: `行为时的较轻${why}，适用行为时的：${both}。`,
    new: `行为后的较轻${why}，应当适用行为后的：${both}。`,
    open: `哪一个较轻尚不能比较${why}：${both}。`,
  }[lighter];
  result.steps.push({ step: '行为后的裁量基准', value: text, basis: OLD_AND_NEW });
  result.conflicts.push({ kind: 'newer-benchmark', text: `裁量基准在行为后改变，${text}`, blocks: false });
}

/** Two tables under different provisions: which of these is lighter. */
function lawsUnder(
  { sanction: old, item }: TierResult,
  { sanction: now }: TierResult,
  file: CaseFile,
): LighterLaw {
  if (!old || !now || old.id === now.id) return 'same';
  return compareLaws(old, now, file, caseFactors(file, item, [])).lighter;
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
