import type { DiffLine } from '../../../documents/line-diff.ts';
import { CaseHead } from '../desk/case-head.tsx';
import { LeftColumn } from '../desk/left-column.tsx';
import { Page } from '../page.tsx';
import type { DocumentData } from './document-data.ts';
import { DocumentSide, type Refused } from './document-side.tsx';
import { DocumentText, SentenceSources } from './document-text.tsx';

export type DocumentView = 'text' | 'sources' | 'changes' | 'edit';

interface DocumentPageProps {
  data: DocumentData;
  view: DocumentView;
  changes?: DiffLine[];
  refused?: Refused | undefined;
}

/** One document: the paper in the middle, its state and what follows on the right. */
export function DocumentPage({ data, view, changes, refused }: DocumentPageProps) {
  const { desk, document, version } = data;
  const base = `/documents/${document.id}`;
  const tabs: [DocumentView, string, string][] = [
    ['text', '正文', `${base}?version=${version.version}`],
    ['sources', '逐句来源', `${base}?version=${version.version}&view=sources`],
    ...(version.version > 1
      ? [
          ['changes', '与上一版比较', `${base}?version=${version.version}&view=changes`] as [
            DocumentView,
            string,
            string,
          ],
        ]
      : []),
  ];
  return (
    <Page title={`${document.title} ${desk.stored.title}`} person={desk.person} active="/cases" desk>
      <CaseHead desk={desk} />
      <div class="tabs no-print" data-tabs>
        <a href="#middle">文书</a>
        <a href="#right">办理</a>
      </div>
      <div class="desk">
        <div class="column column-left" tabindex={-1}>
          <LeftColumn desk={desk} view="documents" />
        </div>
        <button class="grip no-print" type="button" data-grip="left" aria-label="调整左栏宽度" />
        <section class="column column-middle" id="middle" tabindex={0} aria-label="文书内容">
          <nav class="paper-bar no-print" aria-label="文书视图">
            {tabs.map(([id, name, href]) => (
              <a href={href} class="tab" aria-current={id === view ? 'page' : undefined}>
                {name}
              </a>
            ))}
            {!data.is.latest && (
              <a class="row-end" href={base}>
                这是旧版，看最新版
              </a>
            )}
          </nav>
          <DocumentMiddle data={data} view={view} changes={changes ?? []} refused={refused} />
        </section>
        <button class="grip no-print" type="button" data-grip="right" aria-label="调整右栏宽度" />
        <section class="column column-right" id="right" tabindex={0} aria-label="办理">
          <DocumentSide data={data} refused={view === 'edit' ? undefined : refused} />
        </section>
      </div>
    </Page>
  );
}

function DocumentMiddle({ data, view, changes, refused }: DocumentPageProps & { changes: DiffLine[] }) {
  const { version, document } = data;
  if (view === 'sources') return <SentenceSources draft={version.draft} file={data.desk.stored.file} />;
  if (view === 'changes') {
    return (
      <div class="paper">
        {changes.map((line) => (
          <p class="line">
            {line.change === 'added' ? (
              <ins>{line.text}</ins>
            ) : line.change === 'removed' ? (
              <del>{line.text}</del>
            ) : (
              line.text
            )}
          </p>
        ))}
      </div>
    );
  }
  if (view === 'edit') {
    return (
      <form method="post" action={`/documents/${document.id}/edit`} class="paper-form">
        {refused && (
          <div class="fault-summary" role="alert">
            <h2>没有保存</h2>
            <p>{refused.error.message}您的改动保留在下面。</p>
          </div>
        )}
        <input type="hidden" name="version" value={refused?.kept.version ?? String(version.version)} />
        <label for="field-text">
          正文 <span class="hint">每行一段；【】中是待补内容，须逐一填写。保存后成为新的一版。</span>
        </label>
        <textarea id="field-text" name="text" rows={32} class="document-edit">
          {refused?.kept.text ?? version.text}
        </textarea>
        <div class="field">
          <label for="field-note">改动说明</label>
          <input type="text" id="field-note" name="note" value={refused?.kept.note ?? ''} />
        </div>
        <p class="field row">
          <button class="primary" type="submit">
            保存为新版
          </button>
          <a href={`/documents/${document.id}`}>不保存，返回</a>
        </p>
      </form>
    );
  }
  return <DocumentText draft={version.draft} />;
}
