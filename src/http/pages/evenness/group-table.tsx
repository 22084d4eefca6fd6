import type { Measure } from '../../../discretion/evenness/placed-case.ts';
import { remark } from './group-words.ts';
import { measured } from './measure-words.ts';
import type { NamedGroup } from './named-groups.ts';

/** What the plot shows, in figures. */
export function GroupTable(props: {
  /** What the rows are compared by, for those who listen. */
  name: string;
  head: string;
  groups: readonly NamedGroup[];
  measure: Measure;
  hrefOf: (group: NamedGroup) => string | undefined;
}) {
  const { name: title, head, groups, measure, hrefOf } = props;
  return (
    <section class="table-wrap" tabindex={0} aria-label={title}>
      <table class="stacked">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="num">
              件数
            </th>
            <th scope="col" class="num">
              下四分位
            </th>
            <th scope="col" class="num">
              中位数
            </th>
            <th scope="col" class="num">
              上四分位
            </th>
            <th scope="col">比较</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const { quartiles, against, values, name } = group;
            const href = hrefOf(group);
            return (
              <tr>
                <td>{href ? <a href={href}>{name}</a> : name}</td>
                <td class="num" data-head="件数">
                  {values.length}
                </td>
                <td class="num" data-head="下四分位">
                  {quartiles ? measured(quartiles.lower, measure) : '—'}
                </td>
                <td class="num" data-head="中位数">
                  {quartiles ? measured(quartiles.median, measure) : '—'}
                </td>
                <td class="num" data-head="上四分位">
                  {quartiles ? measured(quartiles.upper, measure) : '—'}
                </td>
                <td class="small" data-head="比较">
                  {quartiles ? remark(group, measure) || '不足十件，不作比较' : '不足五件，只列各件'}
                  {against && <span class="soft">（校正后 p = {pWords(against.p)}）</span>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function pWords(p: number): string {
  return p < 0.001 ? '不到 0.001' : String(Math.round(p * 1000) / 1000);
}
