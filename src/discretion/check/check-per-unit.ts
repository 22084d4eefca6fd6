import type { BenchmarkItem, PerUnit } from '../../corpus/benchmark.ts';
import { rangeText } from '../../law/fine-range.ts';
import { fen } from '../../law/money.ts';
import type { Sanction } from '../../law/sanction.ts';
import { finesFor, statutoryRange, switchesOf } from '../statutory-range.ts';
import type { Faults } from './benchmark-fault.ts';
import { Branches } from './branches.ts';
import { checkBands } from './check-bands.ts';
import { checkFactors } from './check-factors.ts';
import { checkUnitSums } from './check-unit-sums.ts';
import { basesAtOdds, combinationsOf, partiesFined, sumsOf, whereWords } from './combinations.ts';

/** A base sum and so much for each unit: the base lies inside the statute, and every unit counted is a number that is asked for. */
export function checkPerUnit(
  item: BenchmarkItem,
  perUnit: PerUnit,
  sanction: Sanction,
  faults: Faults,
): void {
  const { id, factors } = item;
  const conditions = perUnit.add.flatMap(({ when }) => (when ? [when] : []));
  if (item.tiers.length === 0) {
    const counted = perUnit.add.map(({ factor }) => factor);
    checkFactors({ row: id, factors, conditions, besides: counted }, faults);
  }
  for (const { factor, each } of perUnit.add) {
    const declared = factors.find(({ name }) => name === factor);
    if (declared && declared.type !== 'number')
      faults.add('wrong-value', id, `按数量加计的“${declared.label ?? factor}”不是数值。`);
    if (fen(each) <= 0) faults.add('not-rising', id, `每一单位加 ${each} 元，数量越多罚款不会越重。`);
  }
  const from = fen(perUnit.from);
  const to = fen(perUnit.to ?? perUnit.from);
  if (to < from) {
    faults.add('empty-span', id, `基础数额的上端 ${perUnit.to} 元低于下端 ${perUnit.from} 元。`);
    return;
  }
  const least = perUnit.add.map(({ each }) => fen(each));
  const own = { min: from, max: to, minInclusive: true, maxInclusive: true };
  const branches = new Branches(item, conditions);
  for (const party of partiesFined(item, sanction)) {
    const fines = finesFor(sanction, party);
    const vary = basesAtOdds([{}], fines);
    for (const values of combinationsOf(item, switchesOf(fines), faults, vary)) {
      const statute = statutoryRange(fines, values, sumsOf(values));
      const where = whereWords(values, item);
      branches.look(party, '', values, (told) => {
        if (statute.state !== 'known') {
          const fine = `罚则在此情形下没有罚款（${where}），基准却规定了 ${rangeText(own)}。`;
          told.add('outside-statute', id, fine);
          return;
        }
        const { min = 0, max = Number.POSITIVE_INFINITY } = statute.range;
        // Nothing to begin with: the sum is built of units, and the statute's minimum stands under it.
        const low = from === 0 ? Math.max(min, ...least) : from;
        if (low >= min && Math.max(to, from === 0 ? Math.min(...least) : 0) <= max) return;
        const span = rangeText(statute.range);
        told.add('outside-statute', id, `基础数额 ${rangeText(own)}超出法定的 ${span}（${where}）。`);
      });
    }
  }
  branches.settle(faults);
  checkBands(item, perUnit, faults);
  checkUnitSums(item, perUnit, sanction, faults);
}
