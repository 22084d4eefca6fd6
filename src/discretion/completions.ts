import type { BenchmarkItem } from '../corpus/benchmark.ts';
import type { Condition, FactorValue } from '../law/condition.ts';
import { representativeValues } from './representative-values.ts';

/** More completions than this are not tried one by one; the cruder three-valued answer is used instead. */
const MOST_COMPLETIONS = 20_000;

/**
 * The known facts with the `open` ones filled in, in every way that can make a difference to the conditions.
 * `undefined` where there would be too many.
 */
export function completions(
  open: readonly string[],
  conditions: Condition[],
  { factors }: Pick<BenchmarkItem, 'factors'>,
  known: Readonly<Record<string, FactorValue>>,
): Record<string, FactorValue>[] | undefined {
  const choices = open.map((name) =>
    representativeValues(
      name,
      conditions,
      factors.find((declared) => declared.name === name),
    ),
  );
  const count = choices.reduce((product, values) => product * Math.max(values.length, 1), 1);
  if (count > MOST_COMPLETIONS) return undefined;
  return open.reduce<Record<string, FactorValue>[]>(
    (filled, name, index) =>
      filled.flatMap((values) => choices[index]!.map((value) => ({ ...values, [name]: value }))),
    [{ ...known }],
  );
}
