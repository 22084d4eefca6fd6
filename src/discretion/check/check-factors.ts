import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import type { Condition, Test } from '../../law/condition.ts';
import { BASE_NAMES } from '../../law/fine-range.ts';
import { testsOf } from '../representative-values.ts';
import type { Faults } from './benchmark-fault.ts';

interface Asking {
  row: string;
  factors: BenchmarkItem['factors'];
  /** All that the table itself asks. */
  conditions: readonly Condition[];
  /** Numbers that the table reckons with, and what the provision asks besides. */
  besides: readonly string[];
}

/** Every condition asks for a declared factor with a value that it can have. */
export function checkFactors({ row, factors, conditions, besides }: Asking, faults: Faults): void {
  const tests = conditions.flatMap(testsOf);
  const asked = new Set([...tests.map((test) => test.factor), ...besides]);
  const seen = new Set<string>();
  for (const factor of factors) {
    if (seen.has(factor.name)) faults.add('wrong-value', row, `裁量因素“${factor.name}”列了不止一次。`);
    seen.add(factor.name);
    if (factor.type === 'choice' && !factor.choices?.length)
      faults.add('wrong-value', row, `裁量因素“${factor.label ?? factor.name}”没有列出可选的值。`);
  }
  for (const name of asked) {
    if (!seen.has(name) && !BASES.has(name))
      faults.add('undeclared-factor', row, `条件用到“${name}”，但没有列为裁量因素。`);
  }
  for (const test of tests) {
    const factor = factors.find(({ name }) => name === test.factor);
    if (factor && !canHold(test, factor))
      faults.add(
        'wrong-value',
        row,
        `裁量因素“${factor.label ?? factor.name}”不会有条件中的值：${JSON.stringify(test.value)}。`,
      );
  }
}

/** Sums that the file of a case holds anyway. */
const BASES = new Set<string>(BASE_NAMES);
const COMPARES = new Set(['<', '<=', '>', '>=']);

function canHold({ op, value }: Test, { type, choices }: BenchmarkItem['factors'][number]): boolean {
  const values = Array.isArray(value) ? value : [value];
  if ((op === 'within') !== Array.isArray(value)) return false;
  if (COMPARES.has(op) && type !== 'number') return false;
  if (type === 'number') return values.every((one) => typeof one === 'number');
  if (type === 'yes-no') return values.every((one) => typeof one === 'boolean');
  return values.every((one) => typeof one === 'string' && (choices ?? []).includes(one));
}
