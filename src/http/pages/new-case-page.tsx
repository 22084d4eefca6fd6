import type { AppError } from '../../errors.ts';
import type { Person } from '../../staff/person.ts';
import { FaultSummary, Page } from './page.tsx';

/** The form that takes a new case file, of any kind of act. */
export function NewCasePage({ person, text, error }: { person: Person; text?: string; error?: AppError }) {
  return (
    <Page title="新建案件" person={person} active="/cases">
      <div class="sheet narrow stack">
        <h1>新建案件</h1>
        <p class="note">
          有案卷材料的，请<a href="/dossiers/new">交入案卷</a>，案件由材料建立，不用录入。
        </p>
        <FaultSummary error={error} />
        <form method="post" action="/cases" enctype="multipart/form-data" class="card">
          <div class="field">
            <label for="field-upload">
              案件文件 <span class="hint">JSON，各种执法行为，格式见 mingcai schema case-file</span>
            </label>
            <input type="file" name="upload" id="field-upload" accept=".json,application/json" />
          </div>
          <div class="field">
            <label for="field-text">或者粘贴案件文件的内容</label>
            <textarea name="text" id="field-text" rows={16} spellcheck={false}>
              {text ?? ''}
            </textarea>
          </div>
          <p class="field">
            <button class="primary" type="submit">
              建立案件
            </button>
          </p>
        </form>
        <form method="post" action="/cases/examples">
          <button type="submit">载入示例案件</button>
        </form>
      </div>
    </Page>
  );
}
