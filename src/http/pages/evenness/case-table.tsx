import type { PlacedCase } from '../../../discretion/evenness/placed-case.ts';
import { chineseDay } from '../../../law/dates.ts';
import { yuan } from '../../../law/money.ts';
import type { EvennessData } from './evenness-data.ts';
import { evennessLink } from './evenness-query.ts';
import { measured } from './measure-words.ts';

/** More make the page slow; the export has them all. */
const SHOWN = 200;

/** The cases behind the plots that the person may look into, the latest first. */
export function CaseTable({ data }: { data: EvennessData }) {
  const { cases, query } = data;
  const listed = data.listed.toReversed();
  return (
    <section class="stack-small" id="cases">
      <h2>案件</h2>
      <p class="small soft">
        {listed.length < cases.length
          ? `只列您可以查看的案件，共 ${listed.length} 件；其余只计入上面的数字。`
          : `共 ${cases.length} 件。`}
        {listed.length > SHOWN && (
          <>
            此处列最近的 {SHOWN} 件，全部见
            <a href={evennessLink(query, {}, { path: '/evenness/cases.csv' })}>导出的 CSV</a>。
          </>
        )}
      </p>
      <section class="table-wrap" tabindex={0} aria-label="案件表">
        <table class="stacked">
          <caption class="visually-hidden">案件表</caption>
          <thead>
            <tr>
              <th scope="col">案件</th>
              <th scope="col">决定日</th>
              <th scope="col">地区</th>
              <th scope="col" class="num">
                罚款
              </th>
              <th scope="col" class="num">
                位置
              </th>
              <th scope="col" class="num">
                最低罚款的倍数
              </th>
              <th scope="col">阶次</th>
              {data.namesHandlers && <th scope="col">承办人</th>}
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, SHOWN).map((one) => (
              <tr id={`case-${one.id}`}>
                <td>
                  <CaseName one={one} data={data} />
                </td>
                <td class="nowrap" data-head="决定日">
                  {chineseDay(one.decidedOn)}
                </td>
                <td data-head="地区">{one.region}</td>
                <td class="num" data-head="罚款">
                  {one.fine === undefined ? '没有罚款' : yuan(one.fine)}
                </td>
                <td class="num" data-head="位置">
                  {one.share === undefined ? '—' : measured(one.share, 'share')}
                </td>
                <td class="num" data-head="倍数">
                  {one.times === undefined ? '—' : measured(one.times, 'times')}
                </td>
                <td data-head="阶次">
                  {one.tier ?? '—'} {tierWords(one)}
                </td>
                {data.namesHandlers && (
                  <td data-head="承办人">
                    {one.handlers.map((id) => data.people.get(id) ?? '已离任').join('、') || '—'}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function tierWords({ inTier, reasoned }: PlacedCase): string {
  const place = inTier === 1 ? '高于阶次' : inTier === -1 ? '低于阶次' : '';
  if (!place) return reasoned ? '（说明了偏离理由）' : '';
  return `（${place}，${reasoned ? '说明了理由' : '没有说明理由'}）`;
}

function CaseName({ one, data }: { one: PlacedCase; data: EvennessData }) {
  const old = data.isOld(one) && <span class="tag">旧法</span>;
  const example = one.example && <span class="tag tag-accent">示例</span>;
  const href = one.kept
    ? `/cases/${encodeURIComponent(one.id)}?view=discretion`
    : `/library?${new URLSearchParams({ kind: 'case', q: one.title })}`;
  return (
    <>
      <a href={href}>{one.title}</a> {old} {example}
      {!one.kept && <div class="small soft">{one.agency}（案例库）</div>}
    </>
  );
}
