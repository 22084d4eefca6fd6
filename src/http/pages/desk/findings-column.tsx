import { CRITERIA, type Criterion } from '../../../review/rules/rule.ts';
import { rulesVersion } from '../../../review/rules/rules-version.ts';
import type { Finding } from '../../../review/screening/screen-case.ts';
import { ANSWERS, countOf, NUMERALS, SIGNS, worstFirst } from './answer-words.ts';
import type { DeskData } from './desk-data.ts';
import { FindingCard } from './finding-card.tsx';

/** The right column: every finding under its criterion, worst first. */
export function FindingsColumn({ desk, picked }: { desk: DeskData; picked?: string | undefined }) {
  const { findings } = desk;
  return (
    <>
      <div class="findings-head">
        <div class="row">
          <h2>八项审查</h2>
          {(['not-met', 'unclear', 'met'] as const).map((answer) => (
            <span class={`nowrap ${answer}`}>
              {SIGNS[answer]} {ANSWERS[answer]} {countOf(findings, answer)}
            </span>
          ))}
          <a class="row-end small no-print" href={`/cases/${encodeURIComponent(desk.stored.id)}/findings`}>
            打印
          </a>
        </div>
        <ScreeningNote desk={desk} />
      </div>
      {(Object.keys(CRITERIA).map(Number) as Criterion[]).map((criterion) => (
        <CriterionBlock
          desk={desk}
          criterion={criterion}
          findings={findings.filter((finding) => finding.criterion === criterion).sort(worstFirst)}
          picked={picked}
        />
      ))}
    </>
  );
}

function ScreeningNote({ desk }: { desk: DeskData }) {
  const run = desk.may.edit && (
    <form method="post" action={`/cases/${encodeURIComponent(desk.stored.id)}/screenings`}>
      <button class="tiny" type="submit">
        保存预审结果
      </button>
    </form>
  );
  if (!desk.screening) {
    return (
      <div class="row small soft">
        <span>按案件当前内容即时预审，尚未保存。</span>
        {run}
      </div>
    );
  }
  return (
    <p class="small soft">
      预审于 {desk.screening.at}，案件第 {desk.stored.revision} 版，规则{' '}
      <a href="/rules">{desk.screening.rulesVersion.slice(0, 8)}</a>
      {desk.screening.model ? `，模型 ${desk.screening.model}` : ''}。供审核参考，不是审核意见。
      {desk.screening.rulesVersion !== rulesVersion() && (
        <span class="unclear">规则已有更新，请承办人重新保存预审结果。</span>
      )}
    </p>
  );
}

function CriterionBlock(props: {
  desk: DeskData;
  criterion: Criterion;
  findings: Finding[];
  picked?: string | undefined;
}) {
  const { desk, criterion, findings, picked } = props;
  const open = findings.filter((finding) => finding.answer === 'not-met' || finding.answer === 'unclear');
  const rest = findings.filter((finding) => !open.includes(finding));
  const worst = open[0]?.answer ?? (countOf(findings, 'met') > 0 ? 'met' : 'not-applicable');
  const card = (finding: Finding) => (
    <FindingCard
      caseId={desk.stored.id}
      file={desk.stored.file}
      finding={finding}
      picked={finding.rule === picked}
      verdict={desk.verdicts.get(finding.rule)}
      mayAnswer={desk.may.answer}
      mayEdit={desk.may.edit}
    />
  );
  return (
    <section class="criterion" aria-label={CRITERIA[criterion]}>
      <h3>
        <span class={worst} aria-hidden="true">
          {SIGNS[worst]}
        </span>
        {NUMERALS[criterion]} {CRITERIA[criterion]}
      </h3>
      <ul>{open.map(card)}</ul>
      {rest.length > 0 && (
        <details open={rest.some((finding) => finding.rule === picked)}>
          <summary>
            {(['met', 'not-applicable'] as const)
              .filter((answer) => countOf(rest, answer) > 0)
              .map((answer) => `${countOf(rest, answer)} 项${ANSWERS[answer]}`)
              .join('，')}
          </summary>
          <ul>{rest.map(card)}</ul>
        </details>
      )}
      {findings.length === 0 && <p class="body small soft">本项没有规则。</p>}
    </section>
  );
}
