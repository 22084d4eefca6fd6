import { settableFacts } from '../../../cases/settable-facts.ts';
import type { Decision } from '../../../dossiers/decisions-of.ts';
import type { FactRow, FactState } from '../../../dossiers/fact-states.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import type { DeskData } from './desk-data.ts';
import { plain, ValueInput } from './fact-form.tsx';
import { readValue, rowName } from './read-value.ts';
import { CORRECTION, FORM } from './reading-forms.ts';
import { type ReadingQuery, readingLink } from './reading-query.ts';

const STATES: Record<FactState, [name: string, tone: string, sign: string]> = {
  open: ['未核对', 'tag-amber', '?'],
  confirmed: ['已核对', 'tag-green', '✓'],
  corrected: ['已更正', 'tag-accent', '✓'],
  added: ['已补充', 'tag-accent', '✓'],
  rejected: ['已剔除', '', '✕'],
};
const MARKS = { rule: '规则', model: '模型', person: '人' } as const;
/** As much of a quote as a row has room for; the paper beside it shows the whole. */
const SHOWN = 60;
const ONE_LINE = 40;

interface FactRowProps {
  desk: DeskData;
  row: FactRow;
  query: ReadingQuery;
  /** Who made it what it is, and when. */
  decision?: Decision | undefined;
  kept?: Record<string, string>;
}

/** One fact: what was read, from which words, and what a person makes of it. */
export function FactRowView({ desk, row, query, decision, kept }: FactRowProps) {
  const { stored, may } = desk;
  const [state, tone, sign] = STATES[row.state];
  const correcting = may.edit && query.correct === row.path;
  const read = row.state === 'open' || row.state === 'confirmed' ? row.sources[0]?.by : undefined;
  const by = read ?? 'person';
  const value = readValue(stored.file, row.path, row.value);
  const here = row.sources.filter(({ paper }) => query.group !== 'paper' || paper === query.open);
  // Words that are the value itself need not be said twice.
  const [only] = query.group === 'paper' && here.length === 1 && here[0]?.quote === value ? here : [];
  const linkTo = ({ paper, start }: FactRow['sources'][number]) =>
    readingLink(stored.id, query, { fact: row.path, paper, start: start?.toString() }, 'quote');
  return (
    <li class={`fact-row ${row.state}`} id={`fact-${row.path}`} data-fact data-path={row.path}>
      <div class="row">
        <span class="small soft">{rowName(stored.file, row.path)}</span>
        <span class="row row-end">
          <span class="tag">{MARKS[by]}</span>
          <span class={`tag ${tone}`}>
            {sign} {state}
          </span>
        </span>
      </div>
      {only ? (
        <a class="value" href={linkTo(only)} data-desk data-quote>
          {value}
        </a>
      ) : (
        <>
          <div class="value">{value}</div>
          {here.slice(0, 3).map((source) => (
            <a class="quote small" href={linkTo(source)} data-desk data-quote>
              {query.group === 'section' && <span class="soft">{titleOf(desk, source.paper)}：</span>}“
              {source.quote.length > SHOWN ? `${source.quote.slice(0, SHOWN)}…` : source.quote}”
            </a>
          ))}
        </>
      )}
      {row.state !== 'open' && <Decided desk={desk} row={row} decision={decision} />}
      {correcting ? (
        <Correction desk={desk} row={row} query={query} {...(kept ? { kept } : {})} />
      ) : (
        may.edit && <Acts desk={desk} row={row} query={query} />
      )}
    </li>
  );
}

function titleOf(desk: DeskData, paper: string): string {
  return desk.stored.file.papers?.find(({ id }) => id === paper)?.title ?? paper;
}

/** What a person made of it, of what papers state, and when. */
function Decided({ desk, row, decision }: Pick<FactRowProps, 'desk' | 'row' | 'decision'>) {
  const [state] = STATES[row.state];
  const name = decision
    ? (desk.people.get(decision.by) ?? decision.by)
    : row.sources.find(({ confirmedBy }) => confirmedBy)?.confirmedBy;
  const read = row.read === undefined ? undefined : readValue(desk.stored.file, row.path, row.read);
  if (read === undefined && name === undefined) return null;
  return (
    <div class="small soft decided">
      {read !== undefined && (
        <>
          材料读出 <del>{read}</del>
          {name && '；'}
        </>
      )}
      {name && `${name}${decision ? ` ${chineseMoment(decision.at)}` : ''} ${state.slice(1)}`}
    </div>
  );
}

function Acts({ desk, row, query }: FactRowProps) {
  const act = (name: string, words: string, key: string) => (
    <button
      class="linkish"
      type="submit"
      form={FORM}
      formaction={`/cases/${encodeURIComponent(desk.stored.id)}/reading/${name}`}
      name="path"
      value={row.path}
      data-key={key}
    >
      {words}
    </button>
  );
  return (
    <div class="row small acts">
      {row.state === 'open' && act('confirm', '核对', 'y')}
      <a
        href={readingLink(desk.stored.id, query, { fact: row.path, correct: row.path }, `fact-${row.path}`)}
        data-desk
        data-key="e"
      >
        更正
      </a>
      {row.state !== 'rejected' && act('reject', '剔除', 'n')}
      {row.state !== 'open' && act('undo', '撤销', 'u')}
    </div>
  );
}

function Correction({ desk, row, query, kept }: FactRowProps) {
  const fact = settableFacts(desk.stored.file).find(({ path }) => path === row.at);
  const source = row.sources.find(({ paper }) => paper === query.open) ?? row.sources[0];
  const kind = fact?.kind ?? (typeof row.value === 'boolean' ? 'yes-no' : 'text');
  return (
    <div class="correction stack-small">
      <input type="hidden" name="path" value={row.path} form={CORRECTION} />
      <ValueInput
        kind={kind}
        choices={fact?.choices}
        path={row.path}
        value={kept?.value ?? plain(row.value)}
        form={CORRECTION}
        short={plain(row.value).length <= ONE_LINE}
        label={`更正${rowName(desk.stored.file, row.path)}`}
      />
      {source && (
        <>
          <input type="hidden" name="source" value={source.paper} form={CORRECTION} />
          <input type="hidden" name="start" value={source.start?.toString() ?? ''} form={CORRECTION} />
          <label for="field-quote" class="small">
            {titleOf(desk, source.paper)}中的原文 <span class="hint">没有材料载明的留空</span>
          </label>
          <textarea name="quote" id="field-quote" rows={2} form={CORRECTION}>
            {kept?.quote ?? source.quote}
          </textarea>
        </>
      )}
      <div class="row">
        <button class="primary tiny" type="submit" form={CORRECTION}>
          保存更正
        </button>
        <a
          class="small"
          href={readingLink(desk.stored.id, query, { fact: row.path }, `fact-${row.path}`)}
          data-desk
        >
          不改了
        </a>
      </div>
    </div>
  );
}
