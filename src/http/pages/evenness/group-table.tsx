import type { Measure } from '../../../discretion/evenness/placed-case.ts';
import { remark } from './group-words.ts';
import { measured } from './measure-words.ts';
import type { NamedGroup } from './named-groups.ts';

/** What the plot shows, in figures. */
export function GroupTable(props: {
  head: string;
  groups: readonly NamedGroup[];
  measure: Measure;
  hrefOf: (group: NamedGroup) => string | undefined;
}) {
  const { head, groups, measure, hrefOf } = props;
  return (
    <div class="table-wrap">
      <table class="stacked">
        <thead>
          <tr>
            <th>{head}</th>
            <th class="num">件数</th>
            <th class="num">下四分位</th>
            <th class="num">中位数</th>
            <th class="num">上四分位</th>
            <th>比较</th>
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
    </div>
  );
}

function pWords(p: number): string {
  return p < 0.001 ? '不到 0.001' : String(Math.round(p * 1000) / 1000);
}
