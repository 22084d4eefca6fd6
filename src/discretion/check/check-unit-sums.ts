import type { BenchmarkItem, PerUnit } from '../../corpus/benchmark.ts';
import { evaluate, type FactorValue } from '../../law/condition.ts';
import { type FenRange, rangeText } from '../../law/fine-range.ts';
import type { Fen } from '../../law/money.ts';
import type { Sanction, SanctionFine } from '../../law/sanction.ts';
import { factorLabel } from '../factor-label.ts';
import { testsOf } from '../representative-values.ts';
import { rangeOfTier } from '../spans/range-of-tier.ts';
import { finesFor, statutoryRange, switchesOf } from '../statutory-range.ts';
import { countUnits } from '../units/count-units.ts';
import { rangeOfCount } from '../units/settle-units.ts';
import type { Faults } from './benchmark-fault.ts';
import { combinationsOf, partiesFined, sumsOf, whereWords } from './combinations.ts';

type Values = Record<string, FactorValue>;

/** A stretch of one counted number in which nothing changes but the count: a tier's span, or the sums of the units at both ends. */
interface Stretch {
  at: number;
  /** Where the stretch begins, and whether it is that figure alone. */
  begins: string;
  name: string;
  low: FenRange;
  high: FenRange;
}

/**
 * The sums of the units where the table itself bounds the count: never above the statute's maximum, and along each counted number
 * never falling, neither from one stretch of units to the next nor from and to the tiers beside them.
 */
export function checkUnitSums(
  item: BenchmarkItem,
  perUnit: PerUnit,
  sanction: Sanction,
  faults: Faults,
): void {
  const counted = [...new Set(perUnit.add.map(({ factor }) => factor))];
  const own = [
    ...item.tiers.flatMap(({ when, fine, fines }) => [
      when,
      ...[fine, ...(fines ?? [])].flatMap((one) => one?.when ?? []),
    ]),
    ...perUnit.add.flatMap(({ when, factor, above }) => [
      ...(when ? [when] : []),
      { factor, op: '>', value: above } as const,
    ]),
  ];
  const ends = new Map(counted.map((factor) => [factor, figuresOf(own, factor)]));
  for (const party of partiesFined(item, sanction)) {
    const fines = finesFor(sanction, party);
    const lines = new Map<string, Stretch[]>();
    for (const values of combinationsOf(item, [...own, ...switchesOf(fines)], faults)) {
      for (const factor of counted) {
        for (const others of [-1, 1]) {
          const found = stretchOf(item, perUnit, { party, fines, values, ends, factor, others }, faults);
          if (!found) continue;
          const key = `${factor} ${others} ${JSON.stringify({ ...values, [factor]: null })}`;
          const at = Number(values[factor]);
          const figures = ends.get(factor)!;
          const begins = `${figures.findLast((figure) => figure <= at)} ${figures.includes(at)}`;
          lines.set(key, [...(lines.get(key) ?? []), { ...found, at, begins }]);
        }
      }
    }
    for (const [key, line] of lines) checkLine(item, key.slice(0, key.indexOf(' ')), line, faults);
  }
}

function stretchOf(
  item: BenchmarkItem,
  perUnit: PerUnit,
  {
    party,
    fines,
    values,
    ends,
    factor: along,
    others: end,
  }: {
    party: 'person' | 'unit';
    fines: SanctionFine[];
    values: Values;
    ends: ReadonlyMap<string, readonly number[]>;
    /** The number along which the stretch lies; all others stand at one end of theirs. */
    factor: string;
    others: number;
  },
  faults: Faults,
): Omit<Stretch, 'at' | 'begins'> | undefined {
  const [tier, ...more] = item.tiers.filter(({ when }) => evaluate(when, values) === true);
  const statute = statutoryRange(fines, values, sumsOf(values));
  if (more.length > 0 || statute.state !== 'known') return undefined;
  if (tier) {
    const told = rangeOfTier(tier, party, { values, sums: sumsOf(values) }, statute.range);
    if (told.state !== 'known' || told.fine.base) return undefined;
    return { name: `阶次“${tier.name}”`, low: told.range, high: told.range };
  }
  // At the very end of a stretch the next one's row may apply.
  const applying = perUnit.add.flatMap(({ when, ...row }) =>
    !when || evaluate(when, values) === true ? [row] : [],
  );
  const [low, high] = [-1, 1].map((side) => {
    const moved = Object.fromEntries(
      [...ends].map(([factor, figures]) => [
        factor,
        endOf(Number(values[factor]), figures, factor === along ? side : end, isWhole(item, perUnit, factor)),
      ]),
    );
    if (Object.values(moved).includes(undefined)) return undefined;
    const count = countUnits(
      { ...item, perUnit: { ...perUnit, add: applying } },
      { values: { ...values, ...(moved as Values) } },
    );
    return count.settled ? rangeOfCount(count) : undefined;
  });
  // Beyond the last figure the sums know no end of their own, and the statute's maximum stands.
  const { max } = statute.range;
  if (high && max !== undefined && high.max! > max)
    faults.add(
      'outside-statute',
      item.id,
      `按单位数额计算到 ${rangeText(high)}，超出法定的 ${rangeText(statute.range)}（${whereWords(values, item)}）。`,
    );
  const at = (end: FenRange | undefined) => end ?? { minInclusive: true, maxInclusive: true };
  return low || high ? { name: '按单位数额', low: at(low), high: at(high) } : undefined;
}

function checkLine(item: BenchmarkItem, factor: string, line: Stretch[], faults: Faults): void {
  const ordered = line.toSorted((one, other) => one.at - other.at);
  for (const [index, after] of ordered.entries()) {
    const before = ordered[index - 1];
    if (!before || before.begins === after.begins) continue;
    if (before.name.startsWith('阶次') && after.name.startsWith('阶次')) continue;
    const fallen = falls(before.high.min, after.low.min) || falls(before.high.max, after.low.max);
    if (!fallen) continue;
    faults.add(
      'not-rising',
      item.id,
      `${factorLabel(factor, item)}增加到 ${after.at} 时，由${before.name}的 ${rangeText(before.high)}降为${after.name}的 ${rangeText(after.low)}。`,
    );
    return;
  }
}

function falls(before: Fen | undefined, after: Fen | undefined): boolean {
  return before !== undefined && after !== undefined && after < before;
}

/** The figures between which nothing changes for a number, from none upwards. */
function figuresOf(conditions: Parameters<typeof testsOf>[0][], factor: string): number[] {
  const named = conditions
    .flatMap(testsOf)
    .flatMap(({ factor: name, value }) => (name === factor && typeof value === 'number' ? value : []));
  return [...new Set([0, ...named])].sort((a, b) => a - b);
}

/** Where the stretch of a value begins or ends; `undefined` beyond the last figure. Whole units stop just short of the end. */
function endOf(value: number, figures: readonly number[], side: number, whole: boolean): number | undefined {
  if (figures.includes(value)) return value;
  if (side < 0) return figures.findLast((figure) => figure < value);
  const end = figures.find((figure) => figure > value);
  return end === undefined || !whole ? end : (value + end * 999) / 1000;
}

/** Whether nothing is added for a part of a unit. */
function isWhole(item: BenchmarkItem, { add }: PerUnit, factor: string): boolean {
  const declared = item.factors.find(({ name }) => name === factor);
  return declared?.type === 'number' && add.every((row) => row.factor !== factor || row.part === 'whole');
}
