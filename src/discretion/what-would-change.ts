import type { BenchmarkItem, Tier } from '../corpus/benchmark.ts';
import type { Condition, FactorValue } from '../law/condition.ts';
import { BASES, type Base, resolveRange } from '../law/fine-range.ts';
import type { SanctionFine } from '../law/sanction.ts';
import { type CaseFactors, shown } from './case-factors.ts';
import { clipToStatute } from './clip-to-statute.ts';
import { representativeValues, testsOf } from './representative-values.ts';
import { statutoryRange } from './statutory-range.ts';
import { type Change, statedRange } from './tier-result.ts';
import { tiersInQuestion } from './tiers-in-question.ts';

/**
 * For each fact used: the other values that, all else equal, lead to another tier, with that tier's span inside the
 * statute's span for the changed facts. A changed amount has no span of its own to state: it would be a guess.
 */
export function whatWouldChange(
  item: BenchmarkItem,
  facts: Pick<CaseFactors, 'values' | 'sums'>,
  tier: Tier,
  fines: SanctionFine[],
): Change[] {
  const conditions = item.tiers.map((one) => one.when);
  return item.factors.flatMap((declared) => {
    const now = facts.values[declared.name];
    if (now === undefined) return [];
    const seen = new Set<number>([tier.order]);
    const others = valuesByDistance(representativeValues(declared.name, conditions, declared), now);
    return others.flatMap((value) => {
      const values = { ...facts.values, [declared.name]: value };
      const { possible, gap } = tiersInQuestion(item, values);
      const other = possible[0];
      if (gap || possible.length !== 1 || !other || seen.has(other.order)) return [];
      seen.add(other.order);
      const own = other.fine && !(declared.name in BASES) ? resolveRange(other.fine, facts.sums) : undefined;
      const statute = statutoryRange(fines, values, facts.sums);
      const range = own && statute.state === 'known' ? clipToStatute(own, statute.range).range : undefined;
      return [
        {
          factor: declared.name,
          change: sentence(declared, conditions, now, value),
          tier: other.name,
          ...(range ? { range: statedRange(range).text } : {}),
        },
      ];
    });
  });
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
