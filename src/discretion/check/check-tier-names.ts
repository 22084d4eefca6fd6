import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import { PENALTY_TYPE_NAMES, PENALTY_TYPES } from '../../law/penalties.ts';
import type { Sanction } from '../../law/sanction.ts';
import type { Faults } from './benchmark-fault.ts';

/** What stands beside a tier's figures: its number, its name, the types of penalty it adds. */
export function checkTierNames({ id, tiers }: BenchmarkItem, sanction: Sanction, faults: Faults): void {
  const names = new Set<string>();
  for (const [index, { order, name, extra, grade }] of tiers.entries()) {
    const row = `${id} ${name}`;
    if (order !== index + 1) faults.add('order', row, `应为第 ${index + 1} 阶次，写作 ${order}。`);
    if (names.has(name)) faults.add('same-name', row, '同一事项有两个同名的阶次。');
    names.add(name);
    for (const words of extra) {
      const type = PENALTY_TYPE_NAMES.find((one) => one === words || PENALTY_TYPES[one] === words);
      if (!type) {
        // An order (责令改正 …) is no penalty, and stands beside one.
        if (!/责令|教育|约谈|告诫|改正/.test(words))
          faults.add('type-not-allowed', row, `没有“${words}”这种处罚种类。`);
      } else if (!sanction.types.includes(type) && !sanction.mandatory.includes(type)) {
        // Of a provision whose types were not all read nobody can say that it lacks one.
        if (sanction.reading?.open.includes('types')) continue;
        faults.add('type-not-allowed', row, `罚则没有规定${PENALTY_TYPES[type]}，该阶次却列入。`);
      } else if (grade === 'no-penalty')
        faults.add('type-not-allowed', row, `不予处罚的阶次不能另列${PENALTY_TYPES[type]}。`);
    }
  }
}
