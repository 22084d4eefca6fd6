import type { AnyCaseFile } from '../../../cases/case-file.ts';
import { settableFacts } from '../../../cases/settable-facts.ts';
import { FACT_NAMES } from '../fact-names.ts';
import { factName, factValue, SECTIONS } from '../fact-words.ts';
import type { DeskData } from './desk-data.ts';
import { deskLink } from './desk-link.ts';
import { factorQuestion } from './factor-question.ts';

interface FactRow {
  path: string;
  value: unknown;
}

/** Every known value of the file, by section, each with its source one click away. */
export function FactsView({ desk }: { desk: DeskData }) {
  const { stored } = desk;
  const sections = inSchemaOrder(factSections(stored.file), stored.file);
  return (
    <div class="stack">
      <div class="row">
        <h2>事实</h2>
        <span class="soft small">
          共 {countFacts(stored.file)} 项，有来源的 {stored.file.sources?.length ?? 0} 项
        </span>
        <span class="row-end row no-print">
          {desk.may.edit && (
            <a class="button tiny" href={deskLink(stored.id, { view: 'fact' }, 'fact-form')} data-desk>
              补充一项
            </a>
          )}
          <a class="button tiny" href={`/cases/${encodeURIComponent(stored.id)}/file.json`}>
            下载案件文件
          </a>
          {desk.may.edit && (
            <a class="button tiny" href={deskLink(stored.id, { view: 'upload' })} data-desk>
              上传新版
            </a>
          )}
        </span>
      </div>
      {sections.map(({ key, name, rows }) => (
        <section class="table-wrap" id={`section-${key}`}>
          <table class="fact-table">
            <caption>{name}</caption>
            <colgroup>
              <col class="col-name" />
              <col />
              <col class="col-source" />
            </colgroup>
            <thead class="visually-hidden">
              <tr>
                <th scope="col">事实</th>
                <th scope="col">内容</th>
                <th scope="col">来源</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <FactLine desk={desk} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

const MARKS = { rule: '规则', model: '模型', person: '人' } as const;

function FactLine({ desk, row }: { desk: DeskData; row: FactRow }) {
  const { stored } = desk;
  const name = factorQuestion(desk, row.path) ?? factName(row.path, false);
  const sources = (stored.file.sources ?? []).filter(
    (source) => source.path === row.path || row.path.startsWith(`${source.path}.`),
  );
  return (
    <tr data-fact id={`fact-${row.path}`}>
      <td>
        {desk.may.edit ? (
          <a href={`?view=fact&path=${row.path}#fact-form`} data-desk title="更正">
            {name}
          </a>
        ) : (
          name
        )}
      </td>
      <td>{factValue(row.path, row.value)}</td>
      <td>
        {sources.map((source) => (
          <div>
            <span class="tag">{MARKS[source.by ?? 'person']}</span>{' '}
            <a href={`?view=paper&paper=${source.paper}&fact=${source.path}#quote`} data-desk data-quote>
              {stored.file.papers?.find((paper) => paper.id === source.paper)?.title ?? source.paper}
            </a>
          </div>
        ))}
      </td>
    </tr>
  );
}

interface Section {
  key: string;
  name: string;
  rows: FactRow[];
}

function factSections(file: AnyCaseFile): Section[] {
  return SECTIONS.map(([key, name]) => ({
    key,
    name,
    rows: [...leaves((file as Record<string, unknown>)[key], key)],
  })).filter((section) => section.rows.length > 0);
}

/** Parts whose fields have no names of long standing: they are shown in the order in which the schema has them. */
const ACT_PARTS = new Set(['inspection', 'licence', 'levy', 'compulsions']);

function inSchemaOrder(sections: Section[], file: AnyCaseFile): Section[] {
  if (!sections.some(({ key }) => ACT_PARTS.has(key))) return sections;
  const order = new Map(settableFacts(file).map(({ path }, index) => [path, index]));
  const place = ({ path }: FactRow) => order.get(path) ?? order.size;
  return sections.map((section) =>
    ACT_PARTS.has(section.key)
      ? { ...section, rows: section.rows.toSorted((a, b) => place(a) - place(b)) }
      : section,
  );
}

/** Facts of the file outside its papers and sources. */
export function countFacts(file: AnyCaseFile): number {
  return factSections(file).reduce((sum, section) => sum + section.rows.length, 0);
}

/** Stored JSON keeps no order of fields: they are shown in that of their names, those without a name after them. */
const FIELD_ORDER = new Map(Object.keys(FACT_NAMES).map((key, index) => [key, index]));
const fieldPlace = (key: string): number => FIELD_ORDER.get(key) ?? FIELD_ORDER.size;

function* leaves(value: unknown, path: string): Generator<FactRow> {
  if (value === undefined || value === null) return;
  if (Array.isArray(value) && value.every((entry) => typeof entry !== 'object')) {
    if (value.length > 0) yield { path, value };
  } else if (typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => fieldPlace(a) - fieldPlace(b));
    for (const [key, inner] of Array.isArray(value) ? Object.entries(value) : entries)
      yield* leaves(inner, `${path}.${key}`);
  } else {
    yield { path, value };
  }
}
