import { valueAt } from '../../../cases/read-case-file.ts';
import { settableFacts } from '../../../cases/settable-facts.ts';
import type { AppError } from '../../../errors.ts';
import { choiceName, factName, factValue, SECTIONS } from '../fact-words.ts';
import { FaultSummary } from '../page.tsx';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';
import { factorQuestion } from './factor-question.ts';

export interface FactFormProps {
  desk: DeskData;
  path?: string | undefined;
  /** The finding whose question the fact is to settle. */
  rule?: string | undefined;
  kept?: Record<string, string>;
  error?: AppError | undefined;
}

/** A person sets one fact and names the words that show it. Choosing the fact comes first, then its value. */
export function FactForm({ desk, path, rule, kept = {}, error }: FactFormProps) {
  const { stored } = desk;
  const facts = settableFacts(stored.file, [...desk.factorQuestions.keys()]);
  const fact = facts.find((entry) => entry.path === path);
  const finding = desk.findings.find((entry) => entry.rule === rule);
  const value = path ? valueAt(stored.file, path) : undefined;
  // Beside a chosen fact the others of its part are enough: a file has a thousand that can be set.
  const sections = fact ? SECTIONS.filter(([key]) => key === fact.path.split('.')[0]) : SECTIONS;
  return (
    <div class="stack" id="fact-form">
      <h2>{fact ? (factorQuestion(desk, fact.path) ?? factName(fact.path)) : '补充一项事实'}</h2>
      {finding && (
        <div class="note note-amber small">
          <p>{finding.question}</p>
          <p>待查明：{finding.missing.join('；') || finding.reason}</p>
        </div>
      )}
      <FaultSummary error={error} />
      <form method="get" action={deskLink(stored.id)} class="card row inline">
        <input type="hidden" name="view" value="fact" />
        {rule && <input type="hidden" name="rule" value={rule} />}
        <label for="field-path">事实</label>
        <select name="path" id="field-path">
          {sections.map(([key, name]) => {
            const own = facts.filter((entry) => entry.path === key || entry.path.startsWith(`${key}.`));
            return own.length === 0 ? null : (
              <optgroup label={name}>
                {own.map((entry) => (
                  <option value={entry.path} selected={entry.path === path}>
                    {factorQuestion(desk, entry.path) ?? factName(entry.path, own.length === 1)}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
        <button type="submit">选择</button>
        {fact && (
          <a class="small" href={deskLink(stored.id, { view: 'fact', rule }, 'fact-form')} data-desk>
            案件的其他事实
          </a>
        )}
      </form>
      {fact && (
        <form method="post" action={`/cases/${encodeURIComponent(stored.id)}/facts`} class="card">
          <input type="hidden" name="path" value={fact.path} />
          <input type="hidden" name="rule" value={rule ?? ''} />
          <input type="hidden" name="revision" value={String(stored.revision)} />
          {value !== undefined && <p class="field soft small">现为：{factValue(fact.path, value)}</p>}
          <div class="field">
            <label for="field-value">
              内容 <span class="hint">{HINTS[fact.kind]}留空表示不知道。</span>
            </label>
            <ValueInput
              kind={fact.kind}
              choices={fact.choices}
              path={fact.path}
              value={kept.value ?? plain(value)}
            />
          </div>
          <div class="field">
            <label for="field-paper">载明它的材料</label>
            <select name="paper" id="field-paper">
              <option value="">没有材料（承办人说明）</option>
              {(stored.file.papers ?? []).map((paper) => (
                <option value={paper.id} selected={kept.paper === paper.id}>
                  {paper.title}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="field-quote">
              原文 <span class="hint">逐字抄录材料中的话</span>
            </label>
            <textarea name="quote" id="field-quote" rows={2}>
              {kept.quote ?? ''}
            </textarea>
          </div>
          <p class="field">
            <button class="primary" type="submit">
              保存为新版
            </button>
          </p>
        </form>
      )}
    </div>
  );
}

const HINTS = {
  'yes-no': '',
  number: '数字。',
  day: '年-月-日。',
  choice: '',
  list: '多项用顿号隔开。',
  factor: '数字、是、否，或选项原文。',
  text: '',
} as const;

/** The input that fits a kind of fact. */
export function ValueInput(props: {
  kind: keyof typeof HINTS;
  choices?: string[] | undefined;
  path: string;
  value: string;
  /** The form it belongs to, where it stands outside. */
  form?: string;
  label?: string;
  /** A text that fits on one line. */
  short?: boolean;
}) {
  const { kind, choices, path, value, form, label, short } = props;
  const options = kind === 'yes-no' ? ['是', '否'] : kind === 'choice' ? choices : undefined;
  if (options) {
    return (
      <select name="value" id="field-value" form={form} aria-label={label}>
        <option value="">不知道</option>
        {options.map((choice) => (
          <option value={choice} selected={choice === value}>
            {kind === 'choice' ? choiceName(path, choice) : choice}
          </option>
        ))}
      </select>
    );
  }
  if (kind === 'text' && !short) {
    return (
      <textarea name="value" id="field-value" rows={3} form={form} aria-label={label}>
        {value}
      </textarea>
    );
  }
  return (
    <input
      type={kind === 'day' ? 'date' : 'text'}
      name="value"
      id="field-value"
      value={value}
      form={form}
      aria-label={label}
    />
  );
}

/** A value as it is typed. */
export function plain(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.join('、') : String(value);
}
