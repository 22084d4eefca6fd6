import type { AnyCaseFile } from '../../../cases/case-file.ts';
import { type Day, today } from '../../../law/dates.ts';
import type { Basis } from '../../../review/rules/rule.ts';
import type { Finding } from '../../../review/screening/screen-case.ts';
import { CitationNote } from '../citation-note.tsx';
import { ANSWERS, CONSEQUENCES, SEVERITIES, SIGNS } from './answer-words.ts';
import { asksPeople } from './asks-people.ts';
import { deskLink } from './desk-link.ts';
import { VerdictForm, type VerdictView } from './verdict-form.tsx';

export interface FindingCardProps {
  caseId: string;
  file: AnyCaseFile;
  finding: Finding;
  picked: boolean;
  verdict?: VerdictView | undefined;
  /** The reviewer may answer; the address to post to. */
  mayAnswer: boolean;
  mayEdit: boolean;
}

/** One finding: the answer, why, the article, the words in the papers, and what a person said of it. */
export function FindingCard(props: FindingCardProps) {
  const { caseId, file, finding, picked } = props;
  if (!picked && !props.verdict && (finding.answer === 'met' || finding.answer === 'not-applicable')) {
    return <ClosedFinding finding={finding} />;
  }
  if (finding.answer === 'not-applicable') return <NotApplicable finding={finding} picked={picked} />;
  const open = finding.answer === 'not-met' || finding.answer === 'unclear';
  return (
    <li
      class={`finding${picked ? ' picked' : ''}`}
      id={`finding-${finding.rule}`}
      data-finding={finding.rule}
    >
      <h4>
        <span class={`sign ${finding.answer}`} aria-hidden="true">
          {SIGNS[finding.answer]}
        </span>
        <span class="visually-hidden">{ANSWERS[finding.answer]}：</span>
        <span class="question">{finding.question}</span>
        {open && finding.severity === 'block' && <span class="tag tag-red">{SEVERITIES.block}</span>}
        <span
          class="tag"
          title={
            finding.by === 'rule'
              ? `规则 ${finding.rule}`
              : `模型 ${finding.model?.name ?? ''}（${finding.model?.prompts.join('、') ?? ''}），按规则 ${finding.rule}`
          }
        >
          {finding.by === 'rule' ? '规则' : '模型'}
        </span>
        <a class="tag" href={`/rules/${finding.rule}`} title="规则手册中的这条规则">
          {finding.rule}
        </a>
      </h4>
      <div class="body">
        <p>{finding.reason}</p>
        {finding.missing.length > 0 && (
          <p class="unclear">
            待查明：{finding.missing.join('；')}
            {props.mayEdit && !asksPeople(finding.rule) && (
              <>
                {' '}
                <a href={deskLink(caseId, { view: 'fact', rule: finding.rule }, 'fact-form')} data-desk>
                  补充
                </a>
              </>
            )}
          </p>
        )}
        <p>
          {finding.basis.map((basis) => (
            <CitationNote citation={basis} gist={basis.gist} asOf={readOn(basis)} />
          ))}
          {open && <span class="line">{CONSEQUENCES[finding.consequence]}</span>}
        </p>
        {finding.steps.length > 0 && (
          <details>
            <summary>期限计算</summary>
            <ul class="small soft">
              {finding.steps.map((step) => (
                <li>{step}</li>
              ))}
            </ul>
          </details>
        )}
        <Quotes file={file} finding={finding} />
        <VerdictForm {...props} />
      </div>
    </li>
  );
}

/** What needs nobody is one line until it is opened: hundreds of whole cards would be a page that nobody loads. */
function ClosedFinding({ finding }: Pick<FindingCardProps, 'finding'>) {
  return (
    <li class="finding" id={`finding-${finding.rule}`} data-finding={finding.rule}>
      <h4>
        <span class={`sign ${finding.answer}`} role="img" aria-label={ANSWERS[finding.answer]}>
          {SIGNS[finding.answer]}
        </span>
        <a class="question" href={`?rule=${finding.rule}#finding-${finding.rule}`}>
          {finding.question}
        </a>
      </h4>
    </li>
  );
}

/** What does not apply is said in one line with its reason. */
function NotApplicable({ finding, picked }: Pick<FindingCardProps, 'finding' | 'picked'>) {
  return (
    <li
      class={`finding${picked ? ' picked' : ''}`}
      id={`finding-${finding.rule}`}
      data-finding={finding.rule}
    >
      <h4>
        <span class="sign not-applicable">–</span>
        <span class="question not-applicable">{finding.question}</span>
      </h4>
      <p class="body line">不适用：{finding.reason}</p>
    </li>
  );
}

/** The day on which a basis is read: today, or the last day on which it carried the rule. */
function readOn({ to }: Basis): Day | undefined {
  return to !== undefined && to < today() ? to : undefined;
}

function Quotes({ file, finding }: { file: AnyCaseFile; finding: Finding }) {
  if (finding.papers.length === 0) return null;
  const unique = finding.papers.filter(
    (entry, index) =>
      finding.papers.findIndex((other) => other.paper === entry.paper && other.quote === entry.quote) ===
      index,
  );
  const shown = unique.slice(0, 3);
  return (
    <ul class="small">
      {shown.map(({ paper, quote }) => (
        <li>
          <a href={`?view=paper&paper=${paper}&rule=${finding.rule}#quote`} data-desk data-quote>
            {file.papers?.find((entry) => entry.id === paper)?.title ?? paper}
          </a>
          ：“{shorten(quote)}”
        </li>
      ))}
      {unique.length > shown.length && <li class="soft">另有 {unique.length - shown.length} 处引用</li>}
    </ul>
  );
}

function shorten(quote: string): string {
  const points = [...quote.replaceAll('\n', ' ')];
  return points.length > 40 ? `${points.slice(0, 38).join('')}……` : points.join('');
}
