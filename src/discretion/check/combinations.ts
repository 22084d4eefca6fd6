import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import type { Condition, FactorValue } from '../../law/condition.ts';
import { BASE_NAMES, type Base, type FineRange } from '../../law/fine-range.ts';
import { type Fen, fen } from '../../law/money.ts';
import type { Sanction, SanctionFine } from '../../law/sanction.ts';
import { AS_RESPONSIBLE } from '../../law/sanction-conditions.ts';
import { shown } from '../case-factors.ts';
import { factorLabel } from '../factor-label.ts';
import { representativeValues, testsOf } from '../representative-values.ts';
import type { Faults } from './benchmark-fault.ts';

/** A table with more combinations than this cannot be proved and is refused. */
const MOST = 200_000;

/**
 * Every combination of values of what the conditions ask for, each standing for all values between two figures; none, with
 * a fault, where there are too many. `vary`: bases that are tried at every size.
 */
export function* combinationsOf(
  item: Pick<BenchmarkItem, 'id' | 'factors' | 'given'>,
  conditions: readonly Condition[],
  faults: Pick<Faults, 'add'>,
  vary: readonly Base[] = [],
): Generator<Record<string, FactorValue>> {
  const names = [...new Set([...conditions.flatMap(testsOf).map((test) => test.factor), ...vary])];
  const choices = names.map((name): FactorValue[] => {
    // Other persons have no span in such a table, nor need it have one.
    if (name === AS_RESPONSIBLE) return [true];
    // What the violation itself says is never otherwise.
    const given = item.given?.[name];
    if (given !== undefined) return [given];
    const declared = item.factors.find((factor) => factor.name === name);
    const values = representativeValues(name, [...conditions], declared);
    return (vary as readonly string[]).includes(name) ? ofEverySize(values) : values;
  });
  const size = choices.reduce((count, values) => count * Math.max(1, values.length), 1);
  if (size > MOST) {
    faults.add(
      'too-large',
      item.id,
      `裁量因素的组合有 ${size} 种，超出可以逐一核对的 ${MOST} 种，请拆分事项。`,
    );
    return;
  }
  yield* combine(names, choices, 0, {});
}

/**
 * The bases whose size decides whether a table's span lies inside the statute's: none where both are counted on the same base,
 * or both are sums.
 */
export function basesAtOdds(
  written: readonly Pick<FineRange, 'base' | 'baseLeast'>[],
  statute: readonly SanctionFine[],
): Base[] {
  const ranges = [...written, ...statute.map(({ range }) => range)];
  const kinds = new Set(
    ranges.map(({ base, baseLeast }) => `${base ?? ''} ${base ? (baseLeast ?? '') : ''}`),
  );
  return kinds.size < 2 ? [] : [...new Set(ranges.flatMap(({ base }) => base ?? []))];
}

/** Sums of every size (yuan): between two figures a span runs in a straight line, so that the ends of each stretch suffice. */
function ofEverySize(values: readonly FactorValue[]): FactorValue[] {
  const sums = values.filter((value) => typeof value === 'number');
  const ends = sums.flatMap((sum) => [sum - 0.01, sum, sum + 0.01]).map((sum) => Math.round(sum * 100) / 100);
  return [...new Set([0, 1, 10_000, 10_000_000_000, ...ends])]
    .filter((sum) => sum >= 0)
    .sort((a, b) => a - b);
}

function* combine(
  names: string[],
  choices: FactorValue[][],
  index: number,
  values: Record<string, FactorValue>,
): Generator<Record<string, FactorValue>> {
  if (index === names.length) {
    yield values;
    return;
  }
  for (const value of choices[index]!) {
    yield* combine(names, choices, index + 1, { ...values, [names[index]!]: value });
  }
}

/** Sums for the bases: those under test, and one round sum for every other, since only proportions matter there. */
export function sumsOf(values: Record<string, FactorValue>): Partial<Record<Base, Fen>> {
  return Object.fromEntries(
    BASE_NAMES.map((base) => {
      const value = values[base];
      return [base, typeof value === 'number' ? Math.round(value * 100) : fen(10_000)];
    }),
  );
}

/** The facts of a combination as a sentence names them. */
export function whereWords(values: Record<string, FactorValue>, item: BenchmarkItem): string {
  const said = Object.entries(values).map(([name, value]) => `${factorLabel(name, item)}：${shown(value)}`);
  return said.join('，') || '任何情形';
}

/** The parties an item is for. */
export function partiesOf({ appliesTo }: BenchmarkItem): ('person' | 'unit')[] {
  return appliesTo === 'any' ? ['person', 'unit'] : [appliesTo];
}

/** The parties of an item that its provision fines: one that speaks of 生产经营单位 alone is no table's fault where it has no column. */
export function partiesFined(item: BenchmarkItem, { fines }: Sanction): ('person' | 'unit')[] {
  const sides = new Set(fines.flatMap(({ party, subject }) => (subject ? [] : (party ?? 'both'))));
  const [only] = sides;
  if (item.appliesTo !== 'any' || sides.size !== 1 || only === 'both' || only === undefined)
    return partiesOf(item);
  const named = item.tiers.flatMap(({ fine, fines: own }) => [fine, ...(own ?? [])]);
  return partiesOf(item).filter((side) => side === only || named.some((fine) => fine?.party === side));
}
