import type { Selectable } from 'kysely';
import type { DocumentRow, DocumentVersionRow } from '../db/tables.ts';
import type { DocumentForm, Draft } from './draft.ts';

export type DocumentState = DocumentRow['state'];

/** 文书状态, as shown. */
export const DOCUMENT_STATES: Record<DocumentState, string> = {
  draft: '草稿',
  'in-review': '审核中',
  returned: '已退回',
  passed: '审核通过',
  signed: '已签署',
};

/** 文书 with its current version. `digest` is the SHA-256 (hex) of exactly `docx`. */
export interface StoredDocument {
  id: string;
  caseId: string;
  form: DocumentForm;
  title: string;
  state: DocumentState;
  version: number;
  createdAt: Date;
}

export interface DocumentVersion {
  documentId: string;
  version: number;
  caseRevision: number;
  text: string;
  docx: Uint8Array;
  digest: string;
  draft: Draft;
  by: string;
  at: Date;
  note: string;
}

export function documentFromRow(row: Selectable<DocumentRow>): StoredDocument {
  return {
    id: row.id,
    caseId: row.case_id,
    form: row.form as DocumentForm,
    title: row.title,
    state: row.state,
    version: row.current_version,
    createdAt: row.created_at,
  };
}

export function versionFromRow(row: Selectable<DocumentVersionRow>): DocumentVersion {
  return {
    documentId: row.document_id,
    version: row.version,
    caseRevision: row.case_revision,
    text: row.body,
    docx: new Uint8Array(row.docx),
    digest: row.digest,
    draft: row.draft as Draft,
    by: row.by_user,
    at: row.at,
    note: row.note,
  };
}
