import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import type { Condition, FactorValue } from '../../law/condition.ts';
import { BASE_NAMES } from '../../law/fine-range.ts';
import { testsOf } from '../representative-values.ts';
import { type BenchmarkFault, Faults } from './benchmark-fault.ts';

interface Branch {
  sound: boolean;
  faults: BenchmarkFault[];
}

/**
 * A provision may switch its span on facts that a table does not ask about (逾期不改正 …): such a table is written for one of
 * the branches, and what is wrong counts only where it is wrong in all of them. A sum of money is never such a fact.
 */
export class Branches {
  private readonly asked: ReadonlySet<string>;
  private readonly branches = new Map<string, Branch>();

  constructor({ factors }: BenchmarkItem, conditions: readonly Condition[]) {
    this.asked = new Set([
      ...factors.map(({ name }) => name),
      ...conditions.flatMap(testsOf).map(({ factor }) => factor),
      ...BASE_NAMES,
    ]);
  }

  /** Looks at a place of the table under some facts; `check` tells its faults. */
  look<T>(place: string, values: Record<string, FactorValue>, check: (faults: Faults) => T): T {
    const own = Object.entries(values).filter(([name]) => this.asked.has(name));
    const key = JSON.stringify([place, own]);
    const faults = new Faults();
    const result = check(faults);
    const found = faults.list();
    const branch = this.branches.get(key) ?? { sound: false, faults: found };
    if (found.length === 0) branch.sound = true;
    this.branches.set(key, branch);
    return result;
  }

  settle(faults: Faults): void {
    for (const branch of this.branches.values()) {
      if (branch.sound) continue;
      for (const { kind, row, detail } of branch.faults) faults.add(kind, row, detail);
    }
  }
}
