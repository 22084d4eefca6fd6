import type { Hono } from 'hono';
import { ACTIONS, type Action } from '../../cases/case-file.ts';
import { createCase } from '../../cases/create-case.ts';
import { exampleCaseFiles } from '../../cases/example-case-files.ts';
import { type CaseFilter, listCases } from '../../cases/list-cases.ts';
import { removeExamples } from '../../cases/remove-examples.ts';
import { stagesOf } from '../../cases/stages-of.ts';
import type { StoredCase } from '../../cases/stored-case.ts';
import { listPeople } from '../../staff/find-person.ts';
import type { Person } from '../../staff/person.ts';
import { type AppEnv, type AppOptions, signedIn } from '../app-options.ts';
import { chineseMoment } from '../chinese-moment.ts';
import { mayReadCase } from '../may-read-case.ts';
import { CHOICE_NAMES } from './choice-names.ts';
import { document, Page } from './page.tsx';

type Sort = NonNullable<CaseFilter['sort']>;
const SORTS: Record<Sort, string> = {
  updated: '最近修改',
  created: '建立时间',
  number: '案号',
  title: '标题',
};

/** The list of cases and the examples. */
export function addCasesPages(app: Hono<AppEnv>, options: AppOptions): void {
  const { db } = options.database;

  app.get('/cases', async (c) => {
    const person = signedIn(c);
    const query = {
      q: c.req.query('q') ?? '',
      field: c.req.query('field') ?? '',
      action: actionOf(c.req.query('action')),
      sort: sortOf(c.req.query('sort')),
    };
    const all = await listCases(db, {
      limit: MOST_CASES,
      sort: query.sort,
      ...(query.q ? { text: query.q } : {}),
      ...(query.field ? { field: query.field } : {}),
      ...(query.action ? { action: query.action } : {}),
      ...(person.role === 'handler' ? { handler: person.id } : {}),
    });
    const cases = all.filter((stored) => mayReadCase(person, stored));
    const people = new Map((await listPeople(db)).map((one) => [one.id, one.name]));
    return c.html(
      document(
        <CasesPage
          person={person}
          cases={cases}
          people={people}
          query={query}
          cut={all.length === MOST_CASES}
        />,
      ),
    );
  });

  app.post('/cases/examples', async (c) => {
    const person = signedIn(c);
    const present = new Set((await listCases(db, { example: true })).map((stored) => stored.id));
    const missing = exampleCaseFiles().filter((example) => !present.has(example.id));
    for (const example of missing) await createCase(db, { file: example, by: person });
    return c.redirect('/cases', 303);
  });

  app.post('/cases/examples/remove', async (c) => {
    await removeExamples(db, signedIn(c));
    return c.redirect('/cases', 303);
  });
}

/** More would make the page slow, and nobody reads on. */
const MOST_CASES = 500;

function sortOf(value: string | undefined): Sort {
  return value && value in SORTS ? (value as Sort) : 'updated';
}

function actionOf(value: string | undefined): Action | undefined {
  return value && value in ACTIONS ? (value as Action) : undefined;
}

interface CasesProps {
  person: Person;
  cases: StoredCase[];
  /** More cases match than are shown. */
  cut: boolean;
  people: Map<string, string>;
  query: { q: string; field: string; action: Action | undefined; sort: Sort };
}

function CasesPage({ person, cases, cut, people, query }: CasesProps) {
  const filtered = query.q !== '' || query.field !== '' || query.action !== undefined;
  const hasExamples = cases.some((stored) => stored.example);
  return (
    <Page title="案件" person={person} active="/cases">
      <div class="sheet">
        <div class="sheet-head">
          <h1>案件</h1>
          <span class="soft">
            {cut ? `最前 ${cases.length} 件，其余请用下面的条件查询` : `${cases.length} 件`}
          </span>
          {person.role === 'handler' && (
            <span class="row row-end">
              <a class="button primary" href="/dossiers/new">
                交入案卷
              </a>
              <a class="button" href="/cases/new">
                新建案件
              </a>
            </span>
          )}
        </div>
        {cases.length === 0 && !filtered ? (
          <EmptyCases person={person} />
        ) : (
          <div class="stack">
            <CaseFilterForm query={query} />
            <CasesTable cases={cases} people={people} />
            {hasExamples && (person.role === 'handler' || person.role === 'administrator') && (
              <form method="post" action="/cases/examples/remove" class="row">
                <span class="soft small">标“示例”的案件均为虚构。</span>
                <button
                  class="tiny"
                  type="submit"
                  data-confirm="清除全部示例案件及其文书和审核？办案记录保留。"
                >
                  清除示例案件
                </button>
              </form>
            )}
          </div>
        )}
      </div>
    </Page>
  );
}

function EmptyCases({ person }: { person: Person }) {
  const mayCreate = person.role === 'handler';
  return (
    <div class="empty">
      <h2>还没有案件</h2>
      <p>
        {mayCreate
          ? '您承办的案件列在这里。交入一个案卷文件夹，案件由材料建立；也可以先用虚构的示例案件走一遍。'
          : '承办人建立案件后，您有权查看的案件列在这里。'}
      </p>
      {mayCreate && (
        <form method="post" action="/cases/examples">
          <a class="button primary" href="/dossiers/new">
            交入案卷
          </a>{' '}
          <button type="submit">载入示例案件</button>{' '}
          <a class="button" href="/cases/new">
            新建案件
          </a>
        </form>
      )}
    </div>
  );
}

function CaseFilterForm({ query }: { query: CasesProps['query'] }) {
  return (
    <form method="get" action="/cases" class="row inline">
      <label class="visually-hidden" for="search">
        标题或案号
      </label>
      <input type="search" id="search" name="q" value={query.q} placeholder="标题或案号" />
      <label class="visually-hidden" for="action">
        执法行为
      </label>
      <select name="action" id="action">
        <option value="">全部执法行为</option>
        {Object.entries(ACTIONS).map(([id, name]) => (
          <option value={id} selected={query.action === id}>
            {name}
          </option>
        ))}
      </select>
      <label class="visually-hidden" for="field">
        领域
      </label>
      <select name="field" id="field">
        <option value="">全部领域</option>
        {Object.entries(CHOICE_NAMES.field ?? {}).map(([id, name]) => (
          <option value={id} selected={query.field === id}>
            {name}
          </option>
        ))}
      </select>
      <label class="visually-hidden" for="sort">
        排序
      </label>
      <select name="sort" id="sort">
        {Object.entries(SORTS).map(([id, name]) => (
          <option value={id} selected={query.sort === id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">查询</button>
    </form>
  );
}

function currentStage({ file }: StoredCase): string {
  const stages = stagesOf(file);
  return stages.find((stage) => stage.state === 'current')?.name ?? (stages.length > 0 ? '办结' : '—');
}

function CasesTable({ cases, people }: Pick<CasesProps, 'cases' | 'people'>) {
  return (
    <div class="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">案件</th>
            <th scope="col">执法行为</th>
            <th scope="col">领域</th>
            <th scope="col">阶段</th>
            <th scope="col">承办人</th>
            <th scope="col">最近修改</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((stored) => (
            <tr>
              <td>
                <a href={`/cases/${encodeURIComponent(stored.id)}`}>{stored.title}</a>{' '}
                {stored.example && <span class="tag tag-accent">示例</span>}
                <div class="soft small">
                  {stored.number ?? '未编案号'} · {stored.file.party.name}
                </div>
              </td>
              <td class="nowrap">{ACTIONS[stored.file.action]}</td>
              <td class="nowrap">{CHOICE_NAMES.field?.[stored.file.field] ?? stored.file.field}</td>
              <td class="nowrap">{currentStage(stored)}</td>
              <td>{stored.handlers.map((id) => people.get(id) ?? id).join('、')}</td>
              <td class="nowrap small">{chineseMoment(stored.updatedAt)}</td>
            </tr>
          ))}
          {cases.length === 0 && (
            <tr>
              <td colspan={6} class="soft">
                没有符合条件的案件，<a href="/cases">查看全部</a>。
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
