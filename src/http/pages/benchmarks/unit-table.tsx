import type { BenchmarkItem, PerUnit } from '../../../corpus/benchmark.ts';
import { factorLabel } from '../../../discretion/factor-label.ts';
import { fen, yuan } from '../../../law/money.ts';
import { conditionWords } from './condition-words.ts';
import type { TableMarks } from './table-marks.ts';

/** 基础数额加单位数额: what is added for each unit above a number, and what that comes to in this case. */
export function UnitTable({
  item,
  perUnit,
  marks,
}: {
  item: BenchmarkItem;
  perUnit: PerUnit;
  marks?: TableMarks | undefined;
}) {
  const { from, to, add } = perUnit;
  const counting = marks?.counting;
  // Rows that do not apply are left out of the count, the others stand in the table's order.
  const counted = [...(counting?.parts ?? [])];
  return (
    <section class="table-wrap" tabindex={0} aria-label="单位数额表">
      <table class="benchmark-table">
        <caption>
          基础数额 {yuan(fen(from))}
          {to === undefined ? '' : `至 ${yuan(fen(to))}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">加计的因素</th>
            <th scope="col">怎样加</th>
            {counting && (
              <th scope="col" class="num">
                本次
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {add.map((row) => {
            const declared = item.factors.find(({ name }) => name === row.factor);
            const part = counted[0]?.factor === row.factor && counted[0].each === fen(row.each);
            const found = part ? counted.shift() : undefined;
            return (
              <tr class={found?.adds ? 'cell-chosen' : ''}>
                <td>
                  {found?.adds ? (
                    <span class="hit-mark" aria-hidden="true">
                      ▸
                    </span>
                  ) : null}
                  {factorLabel(row.factor, item)}
                  {row.when ? <span class="soft">（{conditionWords(row.when, item)}）</span> : ''}
                </td>
                <td>
                  {row.above > 0 ? `超过 ${row.above} ${declared?.unit ?? ''}的部分，` : ''}每
                  {row.per === 1 ? '' : ` ${row.per} `}
                  {declared?.unit || '个单位'}加 {yuan(fen(row.each))}，不足一个单位的
                  {row.part === 'whole' ? '不计' : '按比例计'}
                </td>
                {counting && (
                  <td class="num">
                    {found ? (found.adds === undefined ? '? 待查明' : yuan(found.adds)) : '不适用'}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
