import { createHash } from 'node:crypto';
import type { Db } from '../db/database.ts';
import type { Draft } from './draft.ts';
import { renderDocx } from './render-docx.ts';

/** A draft with its exact bytes; made before the transaction that keeps it. */
export interface RenderedDraft {
  draft: Draft;
  docx: Uint8Array;
  digest: string;
}

/** Lays the draft out; citations that do not resolve are red. */
export async function renderDraft(draft: Draft): Promise<RenderedDraft> {
  const docx = await renderDocx(draft);
  return { draft, docx, digest: createHash('sha256').update(docx).digest('hex') };
}

export async function keepVersion(
  trx: Db,
  kept: {
    documentId: string;
    version: number;
    caseRevision: number;
    rendered: RenderedDraft;
    by: string;
    note: string;
  },
): Promise<void> {
  const { draft, docx, digest } = kept.rendered;
  await trx
    .insertInto('document_versions')
    .values({
      document_id: kept.documentId,
      version: kept.version,
      case_revision: kept.caseRevision,
      body: draft.text,
      docx,
      digest,
      draft: JSON.stringify(draft),
      by_user: kept.by,
      note: kept.note,
    })
    .execute();
}
