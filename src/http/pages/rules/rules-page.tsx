import { ACTIONS, type Action } from '../../../cases/case-file.ts';
import { citationShort } from '../../../law/citation.ts';
import { chineseDay } from '../../../law/dates.ts';
import { CRITERIA, type Criterion } from '../../../review/rules/rule.ts';
import type { RuleEntry } from '../../../review/rules/rule-entry.ts';
import type { RuleSignOff } from '../../../review/rules/rule-sign-offs.ts';
import type { Person } from '../../../staff/person.ts';
import { CONSEQUENCES, NUMERALS, SEVERITIES } from '../desk/answer-words.ts';
import { Page } from '../page.tsx';

interface RulesProps {
  person: Person;
  entries: RuleEntry[];
  signOffs: Map<string, RuleSignOff>;
  query: { q: string; action: Action; state: string };
}

const STATES: Record<string, string> = {
  '': '全部',
  signed: '已签认',
  unsigned: '未签认',
  lapsed: '签认已失效',
};

/** Every rule of one kind of act, by criterion. */
export function RulesPage({ person, entries, signOffs, query }: RulesProps) {
  const own = entries.filter(({ actions }) => actions.includes(query.action));
  const shown = own.filter((entry) => matches(entry, signOffs.get(entry.id), query));
  const valid = own.filter(({ id }) => signOffs.get(id)?.state === 'valid').length;
  return (
    <Page title="规则手册" person={person} active="/rules">
      <div class="sheet stack">
        <div class="sheet-head">
          <h1>规则手册</h1>
          <span class="soft">
            {ACTIONS[query.action]} {own.length} 条规则，{valid} 条已签认
          </span>
        </div>
        <form method="get" action="/rules" class="row inline no-print">
          <label for="action">种类</label>
          <select id="action" name="action">
            {Object.entries(ACTIONS).map(([id, name]) => (
              <option value={id} selected={id === query.action}>
                {name}
              </option>
            ))}
          </select>
          <label for="state">签认</label>
          <select id="state" name="state">
            {Object.entries(STATES).map(([id, name]) => (
              <option value={id} selected={id === query.state}>
                {name}
              </option>
            ))}
          </select>
          <label class="visually-hidden" for="search">
            检索词
          </label>
          <input
            type="search"
            id="search"
            name="q"
            value={query.q}
            placeholder="编号、问题、法规或条号"
            size={28}
          />
          <button type="submit">筛选</button>
        </form>
        {shown.length === 0 && (
          <div class="empty">
            <h2>没有符合条件的规则</h2>
            <p>请换一个检索词，或把种类、签认改为其他选项。</p>
          </div>
        )}
        {(Object.keys(CRITERIA).map(Number) as Criterion[]).map((criterion) => (
          <CriterionTable
            criterion={criterion}
            entries={shown.filter((entry) => entry.criterion === criterion)}
            signOffs={signOffs}
          />
        ))}
      </div>
    </Page>
  );
}

function CriterionTable(props: {
  criterion: Criterion;
  entries: RuleEntry[];
  signOffs: Map<string, RuleSignOff>;
}) {
  const { criterion, entries, signOffs } = props;
  if (entries.length === 0) return null;
  return (
    <section class="table-wrap">
      <table>
        <caption>
          {NUMERALS[criterion]} {CRITERIA[criterion]}
        </caption>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">问题</th>
            <th scope="col">依据</th>
            <th scope="col">程度</th>
            <th scope="col">后果</th>
            <th scope="col">起</th>
            <th scope="col">签认</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr>
              <td class="nowrap">{entry.id}</td>
              <td>
                <a href={`/rules/${encodeURIComponent(entry.id)}`}>{entry.question}</a>
              </td>
              <td class="small">
                {entry.basis
                  .slice(0, 3)
                  .map((basis) => citationShort(basis))
                  .join('；') || '惯例、地方方案'}
                {entry.basis.length > 3 && ` 等 ${entry.basis.length} 条`}
              </td>
              <td class="nowrap">{SEVERITIES[entry.severity]}</td>
              <td class="nowrap small">{CONSEQUENCES[entry.consequence]}</td>
              <td class="nowrap small">
                {entry.since ?? '—'}
                {entry.until ? ` 至 ${entry.until}` : ''}
              </td>
              <td class="nowrap small">
                <SignOffMark signOff={signOffs.get(entry.id)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who signed the rule off, and whether it still counts. */
export function SignOffMark({ signOff }: { signOff?: RuleSignOff | undefined }) {
  if (!signOff) return <span class="soft">未签认</span>;
  const day = chineseDay(signOff.at.toISOString().slice(0, 10));
  if (signOff.state === 'valid') {
    return (
      <span class="met">
        ✓ {signOff.by} {day}
      </span>
    );
  }
  return (
    <span class="unclear">
      ? 已失效：{signOff.state === 'rule-changed' ? '规则有改动' : '条文有变动'}（{signOff.by} {day}）
    </span>
  );
}

function matches(entry: RuleEntry, signOff: RuleSignOff | undefined, query: RulesProps['query']): boolean {
  const state = !signOff ? 'unsigned' : signOff.state === 'valid' ? 'signed' : 'lapsed';
  if (query.state && query.state !== state) return false;
  const words = query.q.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const text = [
    entry.id,
    entry.question,
    entry.reading ?? '',
    ...entry.basis.flatMap((basis) => [basis.law, citationShort(basis), basis.gist]),
    ...entry.otherBasis.flatMap(({ document, gist }) => [document, gist]),
  ]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
