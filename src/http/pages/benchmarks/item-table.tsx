import type { BenchmarkItem } from '../../../corpus/benchmark.ts';
import { isPerUnit, isWeighted } from '../../../discretion/method-of-item.ts';
import type { TableMarks } from './table-marks.ts';
import { TierTable } from './tier-table.tsx';
import { UnitTable } from './unit-table.tsx';
import { WeightTable } from './weight-table.tsx';

/** The item as the printed table has it, with the cells marked that the facts lead to. */
export function ItemTable({ item, marks }: { item: BenchmarkItem; marks?: TableMarks | undefined }) {
  if (item.needsRetyping !== undefined) {
    return (
      <p class="note note-amber">
        <strong>? 需要重新录入，不能计算。</strong> {item.needsRetyping}
      </p>
    );
  }
  return (
    <div class="stack-small">
      {isWeighted(item) && <WeightTable item={item} weights={item.weights} marks={marks} />}
      {isPerUnit(item) && <UnitTable item={item} perUnit={item.perUnit} marks={marks} />}
      {isPerUnit(item) && item.tiers.length > 0 && <p class="soft small">下列情形不按加计，适用所列阶次：</p>}
      {item.tiers.length > 0 && <TierTable item={item} marks={marks} />}
    </div>
  );
}
