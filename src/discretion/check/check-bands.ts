import type { BenchmarkItem, PerUnit } from '../../corpus/benchmark.ts';
import { evaluate } from '../../law/condition.ts';
import { testsOf } from '../representative-values.ts';
import type { Faults } from './benchmark-fault.ts';
import { combinationsOf, whereWords } from './combinations.ts';

/**
 * Rows that price one counted number by the same circumstance (小型车 500元/车次, 大型车 1000元/车次; 10平方米以下 …) are bands: no two of
 * them apply at once, and where the circumstance is a choice each choice has one.
 */
export function checkBands(item: BenchmarkItem, { add }: PerUnit, faults: Faults): void {
  const bands = Map.groupBy(
    add.flatMap((row) => (row.when ? [{ when: row.when, factor: row.factor }] : [])),
    ({ when, factor }) => `${factor} ${[...asked(when)].sort().join(' ')}`,
  );
  for (const rows of bands.values()) {
    if (rows.length < 2) continue;
    const conditions = rows.map(({ when }) => when);
    const chosen = item.factors.some(
      ({ name, type }) => type === 'choice' && asked(conditions[0]!).has(name),
    );
    for (const values of combinationsOf(item, conditions, faults)) {
      const hits = conditions.filter((when) => evaluate(when, values) === true).length;
      const where = whereWords(values, item);
      if (hits > 1) faults.add('overlap', item.id, `按单位加计的 ${hits} 行同时适用于：${where}。`);
      // With a tier of its own the case is not counted.
      const elsewhere = item.tiers.some(({ when }) => evaluate(when, values) !== false);
      if (hits === 0 && chosen && !elsewhere)
        faults.add('gap', item.id, `没有按单位加计的一行适用于：${where}。`);
    }
  }
}

function asked(when: PerUnit['add'][number]['when']): Set<string> {
  return new Set(when ? testsOf(when).map(({ factor }) => factor) : []);
}
