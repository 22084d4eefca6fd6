import type { Finding } from '../../../review/screening/screen-case.ts';
import { NUMERALS, SEVERITIES, worstFirst } from './answer-words.ts';
import { asksPeople } from './asks-people.ts';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';

/** 待查明: every fact that nobody knows yet, with the questions that it would settle. */
export function OpenView({ desk }: { desk: DeskData }) {
  const { stored, findings, may } = desk;
  const facts = openFacts(findings);
  if (facts.length === 0) {
    return (
      <div class="empty">
        <h2>没有待查明的事项</h2>
        <p>各项规则所需的事实都已载明。不符合的事项见右栏。</p>
      </div>
    );
  }
  return (
    <div class="stack">
      <h2>待查明 {facts.length}</h2>
      <p class="small soft">每一行是一项尚不知道的事实，以及知道以后能够回答的问题，严重的在前。</p>
      <section class="table-wrap" tabindex={0} aria-label="待查明的事实">
        <table>
          <caption class="visually-hidden">待查明的事实</caption>
          <thead>
            <tr>
              <th scope="col">要查明的事实</th>
              <th scope="col">能够回答的问题</th>
              <th scope="col">程度</th>
              <th scope="col" class="no-print">
                办理
              </th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ fact, settles }) => (
              <tr data-fact={fact}>
                <td>{fact}</td>
                <td class="small">
                  {settles.map((finding) => (
                    <div>
                      <a href={`#finding-${finding.rule}`}>{finding.rule}</a> {NUMERALS[finding.criterion]}{' '}
                      {finding.question}
                    </div>
                  ))}
                </td>
                <td class="nowrap small">{SEVERITIES[settles[0]!.severity]}</td>
                <td class="nowrap no-print">
                  {may.edit && !asksPeople(settles[0]!.rule) && (
                    <a
                      href={deskLink(stored.id, { view: 'fact', rule: settles[0]!.rule }, 'fact-form')}
                      data-desk
                    >
                      补充
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** The missing facts of the unclear findings, each once, those that settle the gravest question first. */
export function openFacts(findings: Finding[]): { fact: string; settles: Finding[] }[] {
  const facts = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ answer }) => answer === 'unclear').sort(worstFirst)) {
    for (const fact of finding.missing) facts.set(fact, [...(facts.get(fact) ?? []), finding]);
  }
  return [...facts].map(([fact, settles]) => ({ fact, settles }));
}
