import { ACTIONS } from '../../../cases/case-file.ts';
import type { AppError } from '../../../errors.ts';
import { citationText } from '../../../law/citation.ts';
import { chineseDay, today } from '../../../law/dates.ts';
import { type Basis, CRITERIA } from '../../../review/rules/rule.ts';
import type { RuleEntry } from '../../../review/rules/rule-entry.ts';
import type { RuleSignOff } from '../../../review/rules/rule-sign-offs.ts';
import type { Person } from '../../../staff/person.ts';
import { ANSWERS, CONSEQUENCES, NUMERALS, SEVERITIES, SIGNS } from '../desk/answer-words.ts';
import { articleLink } from '../library/article-link.ts';
import { FaultSummary, Page } from '../page.tsx';
import { SignOffMark } from './rules-page.tsx';

interface RuleProps {
  person: Person;
  entry: RuleEntry;
  signOff?: RuleSignOff | undefined;
  /** The imported official text of an article; `null` where it has no such article, `undefined` where not imported. */
  textOf: (basis: Basis) => string | null | undefined;
  neighbours: { previous?: string | undefined; next?: string | undefined };
  maySign: boolean;
  refused?: { error: AppError; note: string } | undefined;
}

const CERTAINTY: Record<RuleEntry['certainty'], string> = {
  statute: '法律、法规、规章条文',
  seed: '地方方案',
  practice: '惯例，适用前请按本地规定核对',
};

/** One rule as a legal lead reads it before signing it off. */
export function RulePage(props: RuleProps) {
  const { person, entry, signOff, textOf, neighbours, maySign, refused } = props;
  return (
    <Page title={`${entry.id} ${entry.question}`} person={person} active="/rules">
      <article class="sheet stack">
        <p class="small no-print">
          <a href={`/rules?action=${entry.actions[0]}`}>规则手册</a> › {NUMERALS[entry.criterion]}{' '}
          {CRITERIA[entry.criterion]}
          {neighbours.previous && (
            <>
              {' · '}
              <a rel="prev" href={`/rules/${encodeURIComponent(neighbours.previous)}`}>
                上一条
              </a>
            </>
          )}
          {neighbours.next && (
            <>
              {' · '}
              <a rel="next" href={`/rules/${encodeURIComponent(neighbours.next)}`}>
                下一条
              </a>
            </>
          )}
        </p>
        <h1>
          {entry.id} {entry.question}
        </h1>
        <FaultSummary error={refused?.error} />
        <dl class="facts">
          <dt>适用于</dt>
          <dd>{entry.actions.map((action) => ACTIONS[action]).join('、')}</dd>
          <dt>不符合时</dt>
          <dd>
            {SEVERITIES[entry.severity]}，{CONSEQUENCES[entry.consequence]}
          </dd>
          <dt>来源</dt>
          <dd>{CERTAINTY[entry.certainty]}</dd>
          <dt>施行</dt>
          <dd>
            {entry.since ? `${chineseDay(entry.since)}起` : '没有条文依据，不限日期'}
            {entry.until ? `，至${chineseDay(entry.until)}止` : ''}
          </dd>
          {entry.reading && (
            <>
              <dt>解读</dt>
              <dd>{entry.reading}</dd>
            </>
          )}
        </dl>
        <Bases entry={entry} textOf={textOf} />
        <Cases entry={entry} />
        <SignOff entry={entry} signOff={signOff} person={person} maySign={maySign} note={refused?.note} />
      </article>
    </Page>
  );
}

function Bases({ entry, textOf }: Pick<RuleProps, 'entry' | 'textOf'>) {
  return (
    <section class="stack">
      <h2>依据</h2>
      <ul class="stack">
        {entry.basis.map((basis) => {
          const text = textOf(basis);
          return (
            <li>
              <a href={articleLink(basis, basis.to && basis.to < today() ? { asOf: basis.to } : {})}>
                {citationText(basis)}
              </a>{' '}
              <span class="small soft nowrap">
                {chineseDay(basis.from)}起{basis.to ? `，至${chineseDay(basis.to)}止` : ''}
              </span>
              <p>
                要旨：{basis.gist}
                {basis.states && <span class="soft">（条文应当载有：{basis.states.join('、')}）</span>}
              </p>
              {text ? (
                <details>
                  <summary>官方文本</summary>
                  <blockquote class="document-text">{text}</blockquote>
                </details>
              ) : (
                <p class="small unclear">
                  {text === null ? '导入的官方文本中没有这一条，请核对。' : '官方文本尚未导入，以上为要旨。'}
                </p>
              )}
            </li>
          );
        })}
        {entry.otherBasis.map(({ document, gist }) => (
          <li>
            {document}
            <p>{gist}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cases({ entry }: Pick<RuleProps, 'entry'>) {
  return (
    <section class="stack">
      <h2>用例</h2>
      {entry.cases.length === 0 ? (
        <p class="soft">本机没有随附规则的用例。</p>
      ) : (
        <ul>
          {entry.cases.map(({ name, answer }) => (
            <li>
              <span class={answer}>
                {SIGNS[answer]} {ANSWERS[answer]}
              </span>{' '}
              {name}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function SignOff(
  props: Pick<RuleProps, 'entry' | 'signOff' | 'person' | 'maySign'> & { note?: string | undefined },
) {
  const { entry, signOff, person, maySign, note } = props;
  const address = `/rules/${encodeURIComponent(entry.id)}/sign-off`;
  return (
    <section class="stack" id="sign-off">
      <h2>签认</h2>
      <p>
        <SignOffMark signOff={signOff} />
        {signOff?.note ? `：${signOff.note}` : ''}
      </p>
      <p class="small soft">
        当前版本 <code>{entry.version.slice(0, 12)}</code>
        {signOff && signOff.state !== 'valid' && (
          <>
            ，签认的版本 <code>{signOff.ruleVersion.slice(0, 12)}</code>
          </>
        )}
        。规则或者所依据的条文一有变动，签认即失效。
      </p>
      {maySign && signOff?.state !== 'valid' && (
        <form method="post" action={address} class="stack no-print">
          <input type="hidden" name="version" value={entry.version} />
          <label for="note">备注（可不填）</label>
          <input type="text" id="note" name="note" value={note ?? ''} size={60} />
          <div>
            <button class="primary" type="submit">
              我已阅读，签认本规则
            </button>
          </div>
        </form>
      )}
      {signOff && signOff.byUser === person.id && (
        <form method="post" action={`${address}/withdrawal`} class="no-print">
          <button type="submit">撤回签认</button>
        </form>
      )}
      {!maySign && <p class="small soft">规则由法制审核人员或机关负责人签认。</p>}
    </section>
  );
}
