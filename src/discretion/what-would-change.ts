import type { CaseFile } from '../cases/case-file.ts';
import type { BenchmarkItem } from '../corpus/benchmark.ts';
import type { Condition, FactorValue } from '../law/condition.ts';
import { BASES, type Base, type FenRange } from '../law/fine-range.ts';
import { decimalText, wholeBelow } from '../law/fraction.ts';
import type { SanctionFine } from '../law/sanction.ts';
import { PARTY_SIDE } from '../law/sanction-conditions.ts';
import { type CaseFactors, shown } from './case-factors.ts';
import { conditionsOfItem } from './conditions-of-item.ts';
import { impossibleFacts } from './impossible-facts.ts';
import { isPerUnit, isWeighted } from './method-of-item.ts';
import { representativeValues, testsOf } from './representative-values.ts';
import { fitRange } from './spans/fit-range.ts';
import { fittingOf } from './spans/fitting-of.ts';
import { finesOfTier, rangeOfTier } from './spans/range-of-tier.ts';
import { sideOf } from './spans/side-of.ts';
import { statutoryRange } from './statutory-range.ts';
import { type Change, statedRange, type TierResult } from './tier-result.ts';
import { tiersInQuestion } from './tiers-in-question.ts';
import { countUnits } from './units/count-units.ts';
import { rangeOfCount } from './units/settle-units.ts';
import { weigh } from './weights/weigh.ts';

/** More changes than these tell a reader nothing. */
const MOST_CHANGES = 12;

/** What a changed fact leads to: its name, and where it can be told its span. */
interface Outcome {
  /** Two outcomes with one key are the same. */
  key: string;
  name: string;
  range?: FenRange;
  /** How far it moves the answer, for the order of telling. */
  weight?: number;
}

/**
 * For each fact used: the other values that, all else equal, lead to another tier or another sum, with the span that this has
 * inside the statute's span for the changed facts. A changed amount has no span of its own to state: it would be a guess.
 * Tiers in the order of the facts, the smallest step first; weighted sums with the greatest change first.
 */
export function whatWouldChange(
  result: TierResult,
  file: CaseFile,
  facts: CaseFactors,
  fines: SanctionFine[],
): Change[] {
  const item = result.item!;
  const conditions = conditionsOfItem(item);
  const now = outcomeOf(result, file, facts, fines, undefined);
  if (!now) return [];
  const counted = new Set((item.perUnit?.add ?? []).map(({ factor }) => factor));
  const changes = item.factors.flatMap((declared) => {
    const value = facts.values[declared.name];
    // Another party is another case.
    if (value === undefined || declared.name === PARTY_SIDE) return [];
    const seen = new Set<string>([now.key]);
    const others = representativeValues(declared.name, conditions, declared);
    if (counted.has(declared.name) && typeof value === 'number')
      others.push(...nextUnits(item, declared.name, value));
    return valuesByDistance(others, value).flatMap((other) => {
      const changed = { ...facts, values: { ...facts.values, [declared.name]: other } };
      const outcome = outcomeOf(result, file, changed, fines, declared.name);
      if (!outcome || seen.has(outcome.key)) return [];
      seen.add(outcome.key);
      const change: Change = {
        factor: declared.name,
        change: counted.has(declared.name)
          ? `${declared.label ?? declared.name}由 ${shown(value)} 变为 ${shown(other)}`
          : sentence(declared, conditions, value, other),
        tier: outcome.name,
        ...(outcome.range ? { range: statedRange(outcome.range).text } : {}),
      };
      return [{ change, moved: Math.abs((outcome.weight ?? 0) - (now.weight ?? 0)) }];
    });
  });
  return changes
    .toSorted((a, b) => b.moved - a.moved)
    .slice(0, MOST_CHANGES)
    .map(({ change }) => change);
}

/** What the facts lead to when nothing is open; `undefined` otherwise. `changed` is the fact that was put otherwise. */
function outcomeOf(
  result: TierResult,
  file: CaseFile,
  facts: CaseFactors,
  fines: SanctionFine[],
  changed: string | undefined,
): Outcome | undefined {
  const item = result.item!;
  if (impossibleFacts(item, facts).length > 0) return undefined;
  const side = sideOf(file, result.sanction);
  const amountChanged = changed !== undefined && (changed in BASES || isCountedOn(changed, item, fines));
  const statute = statutoryRange(fines, facts.values, facts.sums);
  const limits = statute.state === 'known' ? statute.range : undefined;
  const fitted = (own: FenRange | undefined, mitigated = false): { range?: FenRange } => {
    if (!own || !limits || amountChanged || result.asResponsible) return {};
    if (mitigated && !result.grounds.mayMitigate) return {};
    const { range, disjoint } = fitRange(own, limits, fittingOf(result, file, own, mitigated));
    return disjoint && !isWeighted(item) && !isPerUnit(item) ? {} : { range };
  };
  if (isWeighted(item)) {
    const weighed = weigh(item, facts, side);
    if (!weighed.settled || !weighed.sum) return undefined;
    const sum = decimalText(weighed.sum.from);
    const whole = weighed.fine && wholeBelow(weighed.fine.from).whole;
    return {
      key: `${weighed.starts[0]!.start.name ?? ''} ${sum}`,
      name: `百分值总和 ${sum}%`,
      weight: Number(sum),
      ...fitted(
        whole === undefined ? undefined : { min: whole, max: whole, minInclusive: true, maxInclusive: true },
      ),
    };
  }
  const { possible, gap } = tiersInQuestion(item, facts.values);
  if (isPerUnit(item) && possible.length === 0) {
    const count = countUnits(item, facts);
    if (!count.settled) return undefined;
    const own = rangeOfCount(count);
    return { key: `${own.min} ${own.max}`, name: '按单位数额', ...fitted(own) };
  }
  const tier = possible[0];
  if (gap || possible.length !== 1 || !tier) return undefined;
  const own = rangeOfTier(tier, side, facts, limits);
  return {
    key: `tier ${tier.order}`,
    name: tier.name,
    ...fitted(own.state === 'known' ? own.range : undefined, tier.grade === 'mitigated'),
  };
}

/** A number that spans are counted on: units, or a sum of the table's own. */
function isCountedOn(
  factor: string,
  { tiers, weights }: BenchmarkItem,
  fines: readonly SanctionFine[],
): boolean {
  const spans = [
    ...tiers.flatMap(finesOfTier),
    ...(weights?.starts ?? []).map(({ of }) => of),
    ...fines.map(({ range }) => range),
  ];
  return spans.some(({ baseFactor }) => baseFactor === factor);
}

/** One unit more, and the facts at which nothing is added. */
function nextUnits(item: BenchmarkItem, factor: string, value: number): number[] {
  return (item.perUnit?.add ?? [])
    .filter((row) => row.factor === factor)
    .flatMap(({ above, per }) => [value + per, ...(value > above ? [above] : [])]);
}

/** Numbers nearest to the present value first, so that the smallest step to each tier is the one shown. */
function valuesByDistance(values: FactorValue[], now: FactorValue): FactorValue[] {
  if (typeof now !== 'number') return values;
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
}

function sentence(
  declared: BenchmarkItem['factors'][number],
  conditions: Condition[],
  now: FactorValue,
  value: FactorValue,
): string {
  const name = declared.label ?? BASES[declared.name as Base] ?? declared.name;
  if (typeof value !== 'number' || typeof now !== 'number') {
    return `${name}由“${shown(now)}”变为“${shown(value)}”`;
  }
  const unit = declared.unit ? ` ${declared.unit}` : '';
  return `${name}由 ${shown(now)}${unit}变为${spanOf(declared.name, conditions, value, unit)}`;
}

/** The span of numbers around `value` in which nothing changes: `3 人以上不足 12 人`. */
function spanOf(factor: string, conditions: Condition[], value: number, unit: string): string {
  const tests = conditions.flatMap(testsOf).filter((test) => test.factor === factor);
  const figures = tests.flatMap((test) => (typeof test.value === 'number' ? test.value : []));
  // Only below (<) and from (>=) make spans of this shape; otherwise one such number stands as an example.
  if (tests.some((test) => test.op !== '<' && test.op !== '>=')) return `（例如）${shown(value)}${unit}`;
  const from = Math.max(...figures.filter((figure) => figure <= value));
  const below = Math.min(...figures.filter((figure) => figure > value));
  return `${Number.isFinite(from) ? ` ${shown(from)}${unit}以上` : ''}${Number.isFinite(below) ? `不足 ${shown(below)}${unit}` : ''}`;
}
