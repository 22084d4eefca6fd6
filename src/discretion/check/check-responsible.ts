import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import { evaluate } from '../../law/condition.ts';
import { rangeText } from '../../law/fine-range.ts';
import type { Sanction } from '../../law/sanction.ts';
import { clipToStatute } from '../clip-to-statute.ts';
import { finesBesideTier, rangeOfTier } from '../spans/range-of-tier.ts';
import { finesBeside, statutoryRange, switchesOf } from '../statutory-range.ts';
import type { Faults } from './benchmark-fault.ts';
import { combinationsOf, sumsOf, whereWords } from './combinations.ts';

const WHO = '责任人员';

/** What a table has for the persons responsible in a unit, the provision has too, and the spans of tiers lie inside it. */
export function checkResponsible(item: BenchmarkItem, sanction: Sanction, faults: Faults): void {
  const beside = finesBeside(sanction);
  const column = item.weights?.starts.find(({ subject }) => subject === 'responsible-person');
  if (column && beside.length === 0)
    faults.add('outside-statute', item.id, `罚则没有对${WHO}的罚款，裁量起点却有${WHO}一栏。`);
  for (const tier of item.tiers) {
    const fines = finesBesideTier(tier).map(({ subject: _, party: __, ...own }) => own);
    if (fines.length === 0) continue;
    const row = `${item.id} ${tier.name}`;
    const conditions = [tier.when, ...fines.flatMap(({ when }) => when ?? []), ...switchesOf(beside)];
    for (const values of combinationsOf(item, conditions, faults)) {
      if (evaluate(tier.when, values) !== true) continue;
      const sums = sumsOf(values);
      const statute = statutoryRange(beside, values, sums);
      const where = whereWords(values, item);
      if (statute.state === 'none')
        faults.add('outside-statute', row, `罚则在此情形下没有对${WHO}的罚款（${where}），该阶次却有。`);
      if (statute.state !== 'known') continue;
      const own = rangeOfTier({ ...tier, fine: undefined, fines }, 'unit', { values, sums }, statute.range);
      if (
        own.state !== 'known' ||
        !clipToStatute(own.range, statute.range, tier.grade === 'mitigated').clipped
      )
        continue;
      const spans = `${rangeText(own.range)}超出法定的 ${rangeText(statute.range)}`;
      faults.add('outside-statute', row, `对${WHO}的 ${spans}（${where}）。`);
    }
  }
}
