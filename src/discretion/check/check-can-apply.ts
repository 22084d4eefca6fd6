import type { Benchmark } from '../../corpus/benchmark.ts';
import { evaluate } from '../../law/condition.ts';
import type { Faults } from './benchmark-fault.ts';
import { combinationsOf } from './combinations.ts';

/** A row of a list of what is not penalised is for some case: its conditions do not exclude one another. */
export function checkCanApply({ id, when, factors }: Benchmark['noPenalty'][number], faults: Faults): void {
  let proved = true;
  const told = { add: () => (proved = false) };
  for (const values of combinationsOf({ id, factors }, [when], told))
    if (evaluate(when, values) === true) return;
  if (proved) faults.add('dead-tier', id, '所列的条件互相排斥，没有任何情形可以同时符合，这一项永远用不到。');
}
