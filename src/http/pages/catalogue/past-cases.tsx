import type { PastCase } from '../../../corpus/past-cases.ts';
import { chineseDay } from '../../../law/dates.ts';
import { fen, yuan } from '../../../law/money.ts';
import { PENALTY_TYPES } from '../../../law/penalties.ts';
import type { PastOf } from './past-cases-of.ts';
import { SpreadPlot } from './spread-plot.tsx';

/** The past cases that rest on the same provisions, with the spread of their fines. */
export function PastCases({ past }: { past: PastOf }) {
  const { cases, decisions } = past;
  return (
    <section class="card stack-small" id="past">
      <h2>依据相同条款的已决案件</h2>
      {cases.length + decisions.length === 0 ? (
        <p class="small soft">库中没有依据这些条款的已决案件。导入本机关的处罚决定后列在这里。</p>
      ) : (
        <p class="small soft">供比对，不是先例。</p>
      )}
      <SpreadPlot past={past} />
      {cases.length > 0 && <CaseTable cases={cases} />}
      {decisions.length > 0 && (
        <ul class="bullets small">
          {decisions.map((hit) => (
            <li>
              <a href={`/library?${new URLSearchParams({ kind: 'case', q: hit.title })}`}>{hit.title}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CaseTable({ cases }: Pick<PastOf, 'cases'>) {
  return (
    <section class="table-wrap" tabindex={0} aria-label="以往案件">
      <table class="stacked">
        <caption class="visually-hidden">以往案件</caption>
        <thead>
          <tr>
            <th scope="col">案件</th>
            <th scope="col">决定日</th>
            <th scope="col">处罚</th>
            <th scope="col">阶次</th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ past }) => (
            <tr id={`past-${past.id}`}>
              <td>
                <a href={`/library?${new URLSearchParams({ kind: 'case', q: past.title })}`}>{past.title}</a>{' '}
                {past.example && <span class="tag tag-accent">示例</span>}
                <div class="small soft">{past.agency}</div>
              </td>
              <td class="nowrap" data-head="决定日">
                {chineseDay(past.decidedOn)}
              </td>
              <td data-head="处罚">{decided(past)}</td>
              <td data-head="阶次">{past.tier ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function decided({ penalties }: PastCase): string {
  return (
    penalties
      .map(({ type, amount }) => PENALTY_TYPES[type] + (amount === undefined ? '' : ` ${yuan(fen(amount))}`))
      .join('；') || '不予处罚'
  );
}
