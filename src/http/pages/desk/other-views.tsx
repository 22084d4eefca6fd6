import type { AppError } from '../../../errors.ts';
import type { RecordEntry } from '../../../records/record-entry.ts';
import { type Person, ROLES, type Role } from '../../../staff/person.ts';
import { chineseMoment } from '../../chinese-moment.ts';
import { StateTag } from '../document/state-tag.tsx';
import { FileInput } from '../file-input.tsx';
import { FaultSummary } from '../page.tsx';
import type { DeskData } from './desk-data.ts';

/** The documents of the case. */
export function DocumentsView({ desk }: { desk: DeskData }) {
  const create = desk.may.edit && (
    <form method="post" action={`/cases/${encodeURIComponent(desk.stored.id)}/documents`}>
      <button type="submit" class={desk.documents.length === 0 ? 'primary' : ''}>
        起草处罚决定书
      </button>
    </form>
  );
  if (desk.documents.length === 0) {
    return (
      <div class="empty">
        <h2>还没有文书</h2>
        <p>决定书由案件事实生成草稿，缺少的事实留空并标明，由承办人补全。</p>
        {create}
      </div>
    );
  }
  return (
    <div class="stack">
      <div class="row">
        <h2>文书</h2>
        <span class="row-end">{create}</span>
      </div>
      <section class="table-wrap" tabindex={0} aria-label="文书">
        <table>
          <caption class="visually-hidden">文书</caption>
          <thead>
            <tr>
              <th scope="col">文书</th>
              <th scope="col">状态</th>
              <th scope="col" class="num">
                版本
              </th>
            </tr>
          </thead>
          <tbody>
            {desk.documents.map((document) => (
              <tr>
                <td>
                  <a href={`/documents/${document.id}`}>{document.title}</a>
                </td>
                <td>
                  <StateTag state={document.state} />
                </td>
                <td class="num">{document.version}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** The process record of the case, newest first. */
export function RecordsTable({ entries, people }: { entries: RecordEntry[]; people: Map<string, string> }) {
  return (
    <section class="table-wrap" tabindex={0} aria-label="过程记录">
      <table>
        <caption class="visually-hidden">过程记录</caption>
        <thead>
          <tr>
            <th scope="col" class="num">
              序号
            </th>
            <th scope="col">时间</th>
            <th scope="col">人员</th>
            <th scope="col">事项</th>
            <th scope="col">对象</th>
            <th scope="col">摘要</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr>
              <td class="num">{entry.seq}</td>
              <td class="nowrap">{chineseMoment(new Date(entry.at))}</td>
              <td class="nowrap">
                {people.get(entry.actor) ?? entry.actor}
                <span class="soft small">（{ROLES[entry.actorRole as Role] ?? entry.actorRole}）</span>
              </td>
              <td>{entry.action}</td>
              <td class="small">
                <ObjectLink object={entry.object} people={people} />
              </td>
              <td class="small">
                <code title={entry.digest ?? ''}>{entry.digest?.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What an entry is about: a case, a document or a person, with a link where there is a page. */
function ObjectLink({ object, people }: { object: string; people: Map<string, string> }) {
  const [kind, id = ''] = object.split(/:(.*)/);
  if (kind === 'case') return <a href={`/cases/${encodeURIComponent(id)}`}>案件 {id}</a>;
  if (kind === 'document') return <a href={`/documents/${id}`}>文书 {id.slice(0, 8)}</a>;
  if (kind === 'person') return <>人员 {people.get(id) ?? id}</>;
  return <>{object}</>;
}

/** Who handles the case, and the form to bring in another. */
export function PeopleView({ desk, handlers }: { desk: DeskData; handlers: Person[] }) {
  const others = handlers.filter((person) => !desk.stored.handlers.includes(person.id));
  return (
    <div class="stack">
      <h2>承办人</h2>
      <ul class="card">
        {desk.stored.handlers.map((id) => (
          <li>{desk.people.get(id) ?? id}</li>
        ))}
      </ul>
      <p class="soft small">执法人员不得少于两人。承办过本案的人不能审核、签署本案。</p>
      {desk.may.edit && others.length > 0 && (
        <form
          method="post"
          action={`/cases/${encodeURIComponent(desk.stored.id)}/handlers`}
          class="card row inline"
        >
          <label for="field-handler">增加承办人</label>
          <select name="handler" id="field-handler">
            {others.map((person) => (
              <option value={person.id}>{person.name}</option>
            ))}
          </select>
          <button type="submit">增加</button>
        </form>
      )}
    </div>
  );
}

/** A full new case file in place of the present one. */
export function UploadView({
  desk,
  error,
  kept,
}: {
  desk: DeskData;
  error?: AppError | undefined;
  kept?: string;
}) {
  return (
    <div class="stack">
      <h2>上传案件文件的新版</h2>
      <FaultSummary error={error} />
      <form
        method="post"
        action={`/cases/${encodeURIComponent(desk.stored.id)}/file`}
        enctype="multipart/form-data"
        class="card"
      >
        <input type="hidden" name="revision" value={String(desk.stored.revision)} />
        <div class="field">
          <FileInput name="upload" label="选择案件文件（JSON）" accept=".json,application/json" />
        </div>
        <div class="field">
          <label for="field-text">或者粘贴</label>
          <textarea name="text" id="field-text" rows={12}>
            {kept ?? ''}
          </textarea>
        </div>
        <p class="field">
          <button class="primary" type="submit">
            保存为新版
          </button>
        </p>
      </form>
    </div>
  );
}
