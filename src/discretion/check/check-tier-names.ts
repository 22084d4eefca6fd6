import type { BenchmarkItem, Tier } from '../../corpus/benchmark.ts';
import { PENALTY_TYPE_NAMES, PENALTY_TYPES } from '../../law/penalties.ts';
import { plainNumber } from '../../law/plain-number.ts';
import type { Sanction } from '../../law/sanction.ts';
import type { Faults } from './benchmark-fault.ts';

/** 第一档, 2档: several rows of one rank carry its number each. */
const NUMBERED = /^第?([一二三四五六七八九十\d]{1,3})(?:档|阶次|等次)/;

/** What stands beside a tier's figures: its number, its name, the types of penalty it adds. */
export function checkTierNames({ id, tiers }: BenchmarkItem, sanction: Sanction, faults: Faults): void {
  checkNumbersInNames(id, tiers, faults);
  const names = new Set<string>();
  for (const [index, { order, name, extra, mayAdd = [], grade }] of tiers.entries()) {
    const row = `${id} ${name}`;
    if (order !== index + 1) faults.add('order', row, `应为第 ${index + 1} 阶次，写作 ${order}。`);
    if (names.has(name)) faults.add('same-name', row, '同一事项有两个同名的阶次。');
    names.add(name);
    for (const words of [...extra, ...mayAdd]) {
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

/** Tiers that their names number (第一档, 2档, 三阶次) stand in the order of the numbers, rising or falling, with none left out. */
function checkNumbersInNames(id: string, tiers: readonly Tier[], faults: Faults): void {
  const numbers = tiers.flatMap(({ name }) => Number(plainNumber(NUMBERED.exec(name)?.[1] ?? '') ?? []));
  if (tiers.length < 2 || numbers.some((number) => !(number > 0))) return;
  const steps = numbers.slice(1).map((number, index) => number - numbers[index]!);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const between = Array.from({ length: most - least }, (_, index) => least + index);
  const lost = between.find((number) => !numbers.includes(number));
  if (steps.some((step) => step > 0) && steps.some((step) => step < 0))
    faults.add('order', id, `阶次名称中的编号（${numbers.join('、')}）前后颠倒。`);
  else if (lost !== undefined)
    faults.add('order', id, `阶次名称编到 ${most}，其中没有 ${lost}，可能漏了一行。`);
}
