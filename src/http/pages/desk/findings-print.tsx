import { citationText } from '../../../law/citation.ts';
import { CRITERIA, type Criterion } from '../../../review/rules/rule.ts';
import { Page } from '../page.tsx';
import { ANSWERS, countOf, NUMERALS, SIGNS, worstFirst } from './answer-words.ts';
import { CaseHead } from './case-head.tsx';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';

/** All findings on plain sheets of A4, for the file and for the meeting. */
export function FindingsPrint({ desk }: { desk: DeskData }) {
  const { stored, findings } = desk;
  return (
    <Page title={`八项审查 ${stored.title}`} person={desk.person} active="/cases">
      <CaseHead desk={desk} />
      <div class="sheet stack">
        <div class="row">
          <h2>八项审查</h2>
          <span class="soft">
            不符合 {countOf(findings, 'not-met')}，待查明 {countOf(findings, 'unclear')}，符合{' '}
            {countOf(findings, 'met')}，不适用 {countOf(findings, 'not-applicable')}
            。供审核参考，不是审核意见。
          </span>
          <a class="row-end no-print" href={deskLink(stored.id)}>
            返回案件
          </a>
        </div>
        {(Object.keys(CRITERIA).map(Number) as Criterion[]).map((criterion) => (
          <section class="table-wrap">
            <table>
              <caption>
                {NUMERALS[criterion]}、{CRITERIA[criterion]}
              </caption>
              <thead>
                <tr>
                  <th scope="col">编号</th>
                  <th scope="col">结论</th>
                  <th scope="col">问题与理由</th>
                  <th scope="col">依据</th>
                </tr>
              </thead>
              <tbody>
                {findings
                  .filter((finding) => finding.criterion === criterion)
                  .sort(worstFirst)
                  .map((finding) => (
                    <tr>
                      <td class="nowrap">{finding.rule}</td>
                      <td class={`nowrap ${finding.answer}`}>
                        {SIGNS[finding.answer]} {ANSWERS[finding.answer]}
                      </td>
                      <td>
                        <strong>{finding.question}</strong>
                        <br />
                        {finding.reason}
                      </td>
                      <td class="small">
                        {finding.basis.map((basis) => (
                          <div>{citationText(basis)}</div>
                        ))}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Page>
  );
}
