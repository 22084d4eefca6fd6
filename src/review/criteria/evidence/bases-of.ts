import { testsOf } from '../../../discretion/representative-values.ts';
import { BASE_NAMES, type Base } from '../../../law/fine-range.ts';
import type { Sanction } from '../../../law/sanction.ts';

/** The sums a provision reckons with: bases of its multiples, and figures that switch between its spans. */
export function basesOf(sanction: Sanction): Set<Base> {
  const bases = new Set<Base>();
  for (const fine of sanction.fines) {
    if (fine.range.base) bases.add(fine.range.base);
    for (const { factor } of fine.when ? testsOf(fine.when) : []) {
      if (BASE_NAMES.includes(factor as Base)) bases.add(factor as Base);
    }
  }
  return bases;
}
