import type { StoredCase } from '../../../cases/stored-case.ts';
import type { AppError } from '../../../errors.ts';
import type { Person } from '../../../staff/person.ts';
import { FaultSummary, Page } from '../page.tsx';
import { DossierForm } from './dossier-form.tsx';

interface NewDossierProps {
  person: Person;
  /** Absent: a new case is made of the papers. */
  stored?: StoredCase | undefined;
  error?: AppError | undefined;
}

/** Papers are handed in: for a new case, or to join those of one. */
export function NewDossierPage({ person, stored, error }: NewDossierProps) {
  const title = stored ? '加入材料' : '交入案卷';
  return (
    <Page title={title} person={person} active="/cases">
      <div class="sheet narrow stack">
        <h1>{title}</h1>
        {stored ? (
          <p>
            加入“<a href={`/cases/${encodeURIComponent(stored.id)}`}>{stored.title}</a>
            ”。全部材料重新读一遍；已经核对、更正和剔除的事实保持不变。
          </p>
        ) : (
          <p>案件由材料建立：读出的每项事实都带有出处，由您逐项核对。</p>
        )}
        <FaultSummary error={error} />
        {person.role === 'handler' ? (
          <DossierForm
            action={stored ? `/cases/${encodeURIComponent(stored.id)}/dossier` : '/dossiers'}
            label={stored ? '加入并重新阅卷' : '交入并阅卷'}
          />
        ) : (
          <p class="note note-amber">只有承办人可以交入案卷材料，请由承办人登录后办理。</p>
        )}
        {!stored && (
          <p class="small">
            已有案件文件（JSON）的，<a href="/cases/new">从案件文件建立</a>。
          </p>
        )}
      </div>
    </Page>
  );
}
