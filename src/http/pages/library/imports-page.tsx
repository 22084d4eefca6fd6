import type { ImportRun } from '../../../corpus/imports/get-run.ts';
import type { AppError } from '../../../errors.ts';
import type { Person } from '../../../staff/person.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { FileInput } from '../file-input.tsx';
import { FaultSummary, Page } from '../page.tsx';
import { LibraryTabs } from './library-tabs.tsx';

interface ImportsProps {
  person: Person;
  runs: ImportRun[];
  /** Names of people by id. */
  names: ReadonlyMap<string, string>;
  error?: AppError | undefined;
}

/** Importing, for administrators: the form, and every run so far. */
export function ImportsPage({ person, runs, names, error }: ImportsProps) {
  return (
    <Page title="导入法规库" person={person} active="/library">
      <div class="sheet stack">
        <h1>导入法规库</h1>
        <LibraryTabs person={person} active="/library/imports" />
        <FaultSummary error={error} />
        <ImportForm />
        <section class="stack">
          <h2>导入记录</h2>
          {runs.length === 0 ? (
            <div class="empty">
              <h3>还没有导入过</h3>
              <p>随附的只有法规要旨和条款轮廓。导入官方文本后，检索和引用核对以官方文本为准。</p>
            </div>
          ) : (
            <RunTable runs={runs} names={names} />
          )}
        </section>
      </div>
    </Page>
  );
}

/** Columns of a table that people may have to point out. */
const COLUMNS = {
  columnViolation: '违法行为（事项名称）',
  columnBasis: '依据',
  columnAgency: '执法主体',
  columnItem: '序号或者编码',
  columnField: '领域',
  columnBreached: '违反的条款',
  columnType: '职权类型（清单）',
  columnCells: '情形、阶次和罚款各列（以顿号隔开）',
};

/** What people know of a table of discretion and its sheet does not say. */
const ABOUT_TABLE = {
  tableName: '名称',
  tableNumber: '文号',
  tableIssuer: '制定机关',
  tableRegion: '施行地区',
  tableFrom: '施行日（YYYY-MM-DD）',
  tableTo: '失效日（YYYY-MM-DD）',
  tableSheet: '工作表的名称或者序号',
  tableHeaderRow: '表头在第几行',
};

/** Whether 以上 and 以下 include the number itself. */
const BOUND_WORDS = { tableAbove: '“以上”', tableBelow: '“以下”' };

function ImportForm() {
  return (
    <form method="post" action="/library/imports" enctype="multipart/form-data" class="card stack-small">
      <div class="row drop-inputs">
        <FileInput name="files" label="选择文件" multiple />
        <FileInput name="folder" label="选择文件夹" folder />
        <div>
          <label for="field-kind">种类</label>
          <select name="kind" id="field-kind">
            <option value="">按内容判断</option>
            <option value="law">法规</option>
            <option value="benchmark">裁量基准</option>
            <option value="case">案例</option>
            <option value="items">本机关的执法事项清单</option>
          </select>
        </div>
      </div>
      <label class="check">
        <input type="checkbox" name="replace" value="yes" />
        同一版本内容不同时，以新文件为准（原有内容在撤销导入后恢复）
      </label>
      <label class="check">
        <input type="checkbox" name="keepNames" value="yes" />
        案例中的个人信息保留原文（不勾选时，姓名、身份号码、住址、电话、车牌在导入时隐去）
      </label>
      <details>
        <summary>表格的列（表头不是通常的说法时才填，照表头写）</summary>
        <div class="row inline small">
          {Object.entries(COLUMNS).map(([name, label]) => (
            <span class="pair">
              <label for={`field-${name}`}>{label}</label>
              <input type="text" id={`field-${name}`} name={name} size={12} />
            </span>
          ))}
        </div>
      </details>
      <details>
        <summary>
          裁量基准表（表中没有写明名称、施行日、地区，或者“以上”“以下”是否含本数的，在这里写）
        </summary>
        <div class="row inline small">
          {Object.entries(ABOUT_TABLE).map(([name, label]) => (
            <span class="pair">
              <label for={`field-${name}`}>{label}</label>
              <input type="text" id={`field-${name}`} name={name} size={12} />
            </span>
          ))}
          {Object.entries(BOUND_WORDS).map(([name, label]) => (
            <span class="pair">
              <label for={`field-${name}`}>{label}</label>
              <select id={`field-${name}`} name={name}>
                <option value="">按表中所写</option>
                <option value="includes">含本数</option>
                <option value="excludes">不含本数</option>
              </select>
            </span>
          ))}
          <span class="pair">
            <label for="field-tableBoundSource">“以上”“以下”的出处</label>
            <input type="text" id="field-tableBoundSource" name="tableBoundSource" size={12} />
          </span>
        </div>
      </details>
      <p class="small soft">
        法规的 Word、PDF、网页或文本，裁量基准的表格（.xlsx）或 YAML，案例的决定书或案件文件，JSON
        行。读不了的文件逐一说明原因，其余照常导入；导入期间原有内容照常可查。
      </p>
      <p>
        <button class="primary" type="submit">
          开始导入
        </button>
      </p>
    </form>
  );
}

function RunTable({ runs, names }: Pick<ImportsProps, 'runs' | 'names'>) {
  return (
    <div class="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">开始</th>
            <th scope="col">导入人</th>
            <th scope="col">结果</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr>
              <td class="nowrap">
                <a href={`/library/imports/${run.id}`}>{chineseMoment(run.startedAt)}</a>
              </td>
              <td>{whoRan(run, names)}</td>
              <td>{runResult(run)}</td>
              <td class="nowrap">
                <RunState run={run} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function whoRan({ by }: ImportRun, names: ReadonlyMap<string, string>): string {
  return by === null ? '命令行' : (names.get(by) ?? by);
}

export function runResult({ report }: ImportRun): string {
  if (!report) return '没有报告';
  const skipped = report.skipped.length ? `，跳过 ${report.skipped.length} 处` : '';
  const noticed = report.notices?.length ? `，须注意 ${report.notices.length} 处` : '';
  return `读入 ${report.sources} 个文件、${report.versions} 个版本、${report.articles} 条，新存 ${report.added} 条${skipped}${noticed}`;
}

export function RunState({ run }: { run: ImportRun }) {
  if (run.undoneAt) return <span class="tag tag-amber">已撤销</span>;
  return run.endedAt ? <span class="tag tag-green">已完成</span> : <span class="tag">进行中或已中断</span>;
}
