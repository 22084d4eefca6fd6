import { ACTIONS } from '../cases/case-file.ts';
import { citationText } from '../law/citation.ts';
import type { Covered } from '../review/rules/coverage.ts';
import { type AnswerKind, type Consequence, CRITERIA, type Severity } from '../review/rules/rule.ts';
import type { RuleEntry } from '../review/rules/rule-entry.ts';

const SEVERITY: Record<Severity, string> = { block: '阻断', major: '重大', minor: '一般', info: '提示' };
const CONSEQUENCE: Record<Consequence, string> = {
  void: '无效',
  annul: '撤销',
  'unlawful-minor': '确认违法',
  correctable: '可补正',
};
const ANSWER: Record<AnswerKind, string> = {
  met: '符合',
  'not-met': '不符合',
  unclear: '待查明',
  'not-applicable': '不适用',
};
const CERTAINTY = { statute: '条文', seed: '地方方案', practice: '惯例，须按本地规定核对' } as const;

/** The rule book for reading: by kind of act, then by criterion; with `markdown`, headings and lists of Markdown. */
export function ruleBookText(rules: RuleEntry[], markdown: boolean): string {
  const heading = (level: number, text: string) => (markdown ? `${'#'.repeat(level)} ${text}` : text);
  const parts = Object.entries(ACTIONS).flatMap(([action, name]) => {
    // A rule of several kinds of act stands once, under the last of them: 行政强制 in a penalty case is still 行政强制.
    const own = rules.filter((rule) => rule.actions.at(-1) === action);
    if (own.length === 0) return [];
    return [
      heading(1, `${name}（${own.length} 条）`),
      ...Object.entries(CRITERIA).flatMap(([criterion, title]) => {
        const here = own.filter((rule) => rule.criterion === Number(criterion));
        return here.length === 0
          ? []
          : [heading(2, `${criterion} ${title}`), ...here.map((rule) => entryText(rule, heading))];
      }),
    ];
  });
  return parts.join('\n\n');
}

function entryText(rule: RuleEntry, heading: (level: number, text: string) => string): string {
  const span = rule.since ? ` · ${rule.since} 起${rule.until ? `，至 ${rule.until}` : ''}` : '';
  const basis = rule.basis.map(
    ({ from, to, gist, ...citation }) =>
      `- ${citationText(citation)}（${from} 起${to ? `，至 ${to}` : ''}）：${gist}`,
  );
  const other = rule.otherBasis.map(({ document, gist }) => `- ${document}：${gist}`);
  return [
    heading(3, `${rule.id} ${rule.question}`),
    `${SEVERITY[rule.severity]} · ${CONSEQUENCE[rule.consequence]} · ${CERTAINTY[rule.certainty]}${span} · 版本 ${rule.version.slice(0, 12)}`,
    [...basis, ...other].join('\n'),
    rule.reading ? `解读：${rule.reading}` : '',
    rule.cases.map(({ name, answer }) => `- ${ANSWER[answer]}：${name}`).join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The coverage of a catalogue as a Markdown table, what is missing first counted. */
export function coverageTable(coverage: Covered[]): string {
  const missing = coverage.filter(({ state }) => state === 'missing');
  const rows = coverage.map(({ id, priority, title, rules, reason }) =>
    [id, priority, title, rules.join('、') || '—', reason ?? ''].join(' | '),
  );
  return [
    `共 ${coverage.length} 项检查，${coverage.filter(({ state }) => state === 'rule').length} 项有规则，${coverage.filter(({ state }) => state === 'reason').length} 项写明为何不能成为规则，${missing.length} 项缺。`,
    '',
    '| 编号 | 优先 | 检查 | 规则 | 说明 |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
