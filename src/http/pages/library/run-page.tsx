import type { ImportRun, RunSource } from '../../../corpus/imports/get-run.ts';
import type { KeptChange } from '../../../corpus/versions/kept-changes.ts';
import type { AppError } from '../../../errors.ts';
import type { Person } from '../../../staff/person.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { FaultSummary, Page } from '../page.tsx';
import { ChangeList } from './change-list.tsx';
import { RunState, runResult, whoRan } from './imports-page.tsx';

/** Sources named one by one. */
const NAMED = 300;

interface RunProps {
  person: Person;
  run: ImportRun;
  sources: RunSource[];
  changes: KeptChange[];
  names: ReadonlyMap<string, string>;
  error?: AppError | undefined;
}

/** The report of one import: what it stored, what it passed over and why, what changed, and the way back. */
export function RunPage({ person, run, sources, changes, names, error }: RunProps) {
  return (
    <Page title="导入报告" person={person} active="/library">
      <div class="sheet stack">
        <p class="small no-print">
          <a href="/library">法规库</a> › <a href="/library/imports">导入</a>
        </p>
        <h1>导入报告</h1>
        <FaultSummary error={error} />
        <p class="row">
          <RunState run={run} />
          <span>
            {whoRan(run, names)}于{chineseMoment(run.startedAt)}导入：{runResult(run)}
            {run.report ? `，用时 ${run.report.seconds} 秒` : ''}。
          </span>
        </p>
        {run.undoneAt && (
          <p class="note note-amber">
            已由{names.get(run.undoneBy ?? '') ?? run.undoneBy}于{chineseMoment(run.undoneAt)}
            撤销，导入前的内容已恢复。
          </p>
        )}
        {changes.length > 0 && (
          <section class="stack">
            <h2>变动和须重读的内容</h2>
            <ChangeList changes={changes} />
          </section>
        )}
        <Skipped run={run} />
        <Stored sources={sources} />
        {!run.undoneAt && sources.length > 0 && (
          <form method="post" action={`/library/imports/${run.id}/undo`} class="card stack-small">
            <h2>撤销这次导入</h2>
            <p class="small">
              这次存入的内容全部移出法规库，被它换掉的内容恢复；已经作出的筛查结果和签署的文书不变。
            </p>
            <p>
              <button type="submit" data-confirm="撤销后，这次导入的内容不再能检索。确认撤销吗？">
                撤销导入
              </button>
            </p>
          </form>
        )}
      </div>
    </Page>
  );
}

function Skipped({ run: { report } }: { run: ImportRun }) {
  if (!report) return null;
  return (
    <>
      <Places title="跳过的" places={report.skipped} />
      <Places title="已读入、须注意的" places={report.notices ?? []} />
    </>
  );
}

function Places({ title, places }: { title: string; places: readonly { file: string; reason: string }[] }) {
  if (places.length === 0) return null;
  return (
    <section class="stack-small">
      <h2>
        {title} {places.length} 处
      </h2>
      <ul>
        {places.slice(0, NAMED).map(({ file, reason }) => (
          <li>
            {file.split('/').at(-1)}：{reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Stored({ sources }: { sources: RunSource[] }) {
  if (sources.length === 0) return null;
  return (
    <section class="stack-small">
      <h2>存入的 {sources.length} 部</h2>
      <div class="table-wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">版本（通过日）</th>
              <th scope="col">条数</th>
            </tr>
          </thead>
          <tbody>
            {sources.slice(0, NAMED).map((source) => (
              <tr>
                <td>
                  {source.kind === 'law' ? (
                    <a href={`/library?kind=law&q=${encodeURIComponent(source.title)}`}>{source.title}</a>
                  ) : (
                    source.title
                  )}{' '}
                  {!source.live && <span class="tag">已被后来的导入换掉</span>}
                </td>
                <td class="nowrap">{source.versionDate ?? '不明'}</td>
                <td class="num">{source.articles}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sources.length > NAMED && <p class="soft small">另有 {sources.length - NAMED} 部。</p>}
    </section>
  );
}
