import type { Child } from 'hono/jsx';
import type { Conflict } from '../../../dossiers/assemble-case.ts';
import { sameValue } from '../../../dossiers/settle-facts.ts';
import type { HiddenHow } from '../../../files/file-text.ts';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';
import { missingPath } from './missing-path.ts';
import { readValue, rowName } from './read-value.ts';
import type { ReadingData } from './reading-data.ts';
import { FORM } from './reading-forms.ts';
import { type ReadingQuery, readingLink } from './reading-query.ts';

interface NoticesProps {
  desk: DeskData;
  data: ReadingData;
  query: ReadingQuery;
}

const HIDDEN: Record<HiddenHow, string> = {
  white: '与底色相同的字',
  tiny: '极小的字',
  hidden: '设为隐藏的字',
  'off-page': '页面以外的字',
  'zero-width': '夹有看不见的字符',
  comment: '批注',
  metadata: '文件属性',
};

/** What needs a person before the facts one by one: contradictions, faults, words to a machine, what is not there. */
export function ReadingNotices({ desk, data, query }: NoticesProps) {
  const { reading, rows } = data;
  const stateAt = new Map(rows.map(({ path, state }) => [path, state]));
  const [settled, unsettled] = [true, false].map((done) =>
    reading.conflicts.filter(({ path }) => ((stateAt.get(path) ?? 'open') !== 'open') === done),
  ) as [Conflict[], Conflict[]];
  const title = (id: string) => desk.stored.file.papers?.find((paper) => paper.id === id)?.title ?? id;
  return (
    <div class="notices">
      <Notice name="材料之间的矛盾" count={unsettled.length} tone="not-met" open>
        {unsettled.map((conflict) => (
          <ConflictItem desk={desk} query={query} conflict={conflict} title={title} data={data} />
        ))}
      </Notice>
      <Notice name="对程序说的话和看不见的文字" count={reading.instructions.length} tone="not-met" open>
        <li class="small soft">这些文字不影响任何结论，请核对材料的来源。</li>
        {reading.instructions.map(({ paper, quote, start, how }) => (
          <li>
            <span class="small soft">
              {title(paper)}
              {how ? `，${HIDDEN[how]}` : ''}
            </span>
            {start === undefined ? (
              <div class="quote small">“{quote}”</div>
            ) : (
              <QuoteLink
                href={readingLink(
                  desk.stored.id,
                  query,
                  { paper, start: String(start), fact: undefined },
                  'quote',
                )}
                quote={quote}
              />
            )}
          </li>
        ))}
      </Notice>
      <Notice name="不合要求的内容" count={reading.faults.length} tone="unclear">
        {reading.faults.map(({ path, value, paper, quote, expected }) => (
          <li>
            <div>
              {rowName(desk.stored.file, path)}：{String(value)}，
              {expected.startsWith('应') ? expected : `应为${expected}`}
            </div>
            <div class="small soft">
              {title(paper)}：“{quote}”
            </div>
            {desk.may.edit && <Supply desk={desk} path={path} />}
          </li>
        ))}
      </Notice>
      <Notice name="没有读的文件" count={reading.skipped.length} tone="unclear">
        {reading.skipped.map(({ file, reason }) => (
          <li>
            <div>{file}</div>
            <div class="small soft">{reason}</div>
          </li>
        ))}
      </Notice>
      <Notice name="材料没有载明" count={reading.missing.length} tone="unclear" open={rows.length === 0}>
        {reading.missing.map((name) => (
          <li class="row">
            {name} {desk.may.edit && <Supply desk={desk} path={missingPath(name)} />}
          </li>
        ))}
      </Notice>
      <Notice name="已定的矛盾" count={settled.length} tone="met">
        {settled.map((conflict) => (
          <ConflictItem desk={desk} query={query} conflict={conflict} title={title} data={data} />
        ))}
      </Notice>
    </div>
  );
}

function Notice(props: { name: string; count: number; tone: string; open?: boolean; children?: Child }) {
  const { name, count, tone, open, children } = props;
  if (count === 0) return null;
  return (
    <details class="notice" open={open}>
      <summary>
        {name} <strong class={tone}>{count}</strong>
      </summary>
      <ul>{children}</ul>
    </details>
  );
}

function QuoteLink({ href, quote }: { href: string; quote: string }) {
  return (
    <a class="quote small" href={href} data-desk data-quote>
      “{quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}”
    </a>
  );
}

function Supply({ desk, path }: { desk: DeskData; path?: string | undefined }) {
  return (
    <a class="small" href={deskLink(desk.stored.id, { view: 'fact', path }, 'fact-form')} data-desk>
      补充
    </a>
  );
}

interface ConflictProps extends NoticesProps {
  conflict: Conflict;
  title: (paper: string) => string;
}

function ConflictItem({ desk, data, query, conflict, title }: ConflictProps) {
  const { path, values } = conflict;
  const row = data.rows.find((one) => one.path === path);
  const different = values.filter(
    ({ value }, index) => values.findIndex((one) => sameValue(one.value, value)) === index,
  );
  return (
    <li data-conflict={path}>
      <div class="soft small">{rowName(desk.stored.file, path)}</div>
      {different.map((one) => (
        <div class="conflict-value">
          <div class="row">
            <strong>{readValue(desk.stored.file, path, one.value)}</strong>
            {row?.at !== undefined && sameValue(row.value, one.value) && (
              <span class="tag">{row.state === 'open' ? '暂用' : '现用'}</span>
            )}
            {desk.may.edit && (row?.state === 'open' || !row || !sameValue(row.value, one.value)) && (
              <button
                class="tiny row-end"
                type="submit"
                form={FORM}
                formaction={`/cases/${encodeURIComponent(desk.stored.id)}/reading/take-value`}
                name="take"
                value={`${path} ${values.indexOf(one)}`}
              >
                采用
              </button>
            )}
          </div>
          {values
            .filter(({ value }) => sameValue(value, one.value))
            .slice(0, 4)
            .map(({ paper, quote, start }) => (
              <div class="small">
                {title(paper)}
                <QuoteLink
                  href={readingLink(
                    desk.stored.id,
                    query,
                    { fact: path, paper, start: String(start) },
                    'quote',
                  )}
                  quote={quote}
                />
              </div>
            ))}
        </div>
      ))}
    </li>
  );
}
