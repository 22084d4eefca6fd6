import type { BenchmarkItem, Weights } from '../../../corpus/benchmark.ts';
import type { Start } from '../../../discretion/weights/choose-degrees.ts';
import { BASES, baseName } from '../../../law/fine-range.ts';
import { conditionWords } from './condition-words.ts';
import { Mark, markClass } from './mark.tsx';
import type { TableMarks } from './table-marks.ts';

/** 裁量要素 × 违法程度 × 裁量权重, with the start columns first and the formula under it. */
export function WeightTable({
  item,
  weights,
  marks,
}: {
  item: BenchmarkItem;
  weights: Weights;
  marks?: TableMarks | undefined;
}) {
  return (
    <>
      <section class="table-wrap" tabindex={0} aria-label="裁量要素与权重表">
        <table class="benchmark-table">
          <caption class="visually-hidden">裁量要素与权重</caption>
          <thead>
            <tr>
              <th scope="col">裁量要素</th>
              <th scope="col">违法程度</th>
              <th scope="col" class="num">
                裁量权重
              </th>
            </tr>
          </thead>
          {[
            {
              name: '裁量起点',
              rows: weights.starts.map((start) => ({
                name: `${startName(start, item)}百分值总和 × ${maximumWords(start)}`,
                percent: start.percent,
                mark: marks?.starts.get(start),
              })),
            },
            ...weights.factors.map(({ name, degrees }) => ({
              name,
              rows: degrees.map((degree) => ({
                name: degree.name,
                percent: degree.percent,
                mark: marks?.degrees.get(degree),
              })),
            })),
          ].map(({ name, rows }) => (
            <tbody>
              {rows.map((row, index) => (
                <tr>
                  {index === 0 && (
                    <th scope="rowgroup" rowspan={rows.length} class="row-head">
                      {name}
                    </th>
                  )}
                  <td class={markClass(row.mark)}>
                    <Mark state={row.mark} />
                    {row.name}
                  </td>
                  <td class={markClass(row.mark, 'num')}>{row.percent}%</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
      <p class="soft small">
        百分值总和＝裁量起点＋各要素的权重，每个要素只取一档；总和超过 {weights.cap}% 的，按 {weights.cap}%
        计算
        {weights.floor === undefined ? '' : `；不足 ${weights.floor}% 的，按 ${weights.floor}% 计算`}。
      </p>
    </>
  );
}

function startName({ name, party, when }: Start, item: BenchmarkItem): string {
  const whom = party === 'unit' ? '单位' : party === 'person' ? '个人' : '';
  const words = [name ?? '', name?.includes(whom) ? '' : whom, when ? conditionWords(when, item) : ''];
  const said = words.filter(Boolean).join('，');
  return said ? `${said}：` : '';
}

/** 总投资额 × 5%, 处置费用 × 5（不足 200,000 元的按此数计算）, 1,000,000 元. */
function maximumWords({ of }: Start): string {
  const sum = (amount: number | string) => `${Number(amount).toLocaleString('zh-CN')} 元`;
  if (of.max !== undefined && of.baseFactor !== undefined)
    return `${baseName(of)} ${of.least === undefined ? '' : `${sum(of.least)}至 `}${sum(of.max)} 的幅度`;
  if (of.least !== undefined && of.max !== undefined)
    return `${sum(of.least)}至 ${sum(of.max)} 的幅度，加 ${sum(of.least)}`;
  if (of.max !== undefined) return sum(of.max);
  if (!of.base || of.times === undefined) return '（未写明）';
  const times = Number(of.times);
  const factor = times < 1 ? `${Number((times * 100).toFixed(4))}%` : `${of.times}`;
  const least =
    of.baseLeast === undefined
      ? ''
      : `（不足 ${Number(of.baseLeast).toLocaleString('zh-CN')} 元的按此数计算）`;
  return `${BASES[of.base]}${least} × ${factor}`;
}
