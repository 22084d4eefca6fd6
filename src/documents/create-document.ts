import { randomUUID } from 'node:crypto';
import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { appendRecord } from '../records/append-record.ts';
import type { Draft } from './draft.ts';
import { getDocument } from './get-document.ts';
import { keepVersion, renderDraft } from './keep-version.ts';
import type { StoredDocument } from './stored-document.ts';

/**
 * Keeps a draft as version 1 of a new document of the case. `caseRevision` is the revision it was drafted from.
 * Refuses with `not-allowed` for anyone but a handler of the case, `conflict` when the case has moved on.
 */
export async function createDocument(
  db: Db,
  input: { caseId: string; caseRevision: number; draft: Draft; by: Actor; note?: string },
): Promise<StoredDocument> {
  const rendered = await renderDraft(input.draft);
  return transact(db, async (trx) => {
    const stored = await getCase(trx, input.caseId);
    requireHandler(stored, input.by);
    if (stored.revision !== input.caseRevision) {
      throw new AppError('conflict', '起草期间案件有改动，请按新的案件内容重新起草。');
    }
    const id = randomUUID();
    await trx
      .insertInto('documents')
      .values({
        id,
        case_id: input.caseId,
        form: input.draft.form,
        title: input.draft.title,
        state: 'draft',
        current_version: 1,
      })
      .execute();
    await keepVersion(trx, {
      documentId: id,
      version: 1,
      caseRevision: input.caseRevision,
      rendered,
      by: input.by.id,
      note: input.note ?? '起草',
    });
    const models = input.draft.paragraphs
      .flatMap((paragraph) => paragraph.sentences)
      .flatMap((sentence) => (sentence.model ? [sentence.model] : []));
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: '起草文书',
      object: `document:${id}`,
      digest: rendered.digest,
      detail: {
        name: input.by.name,
        case: input.caseId,
        title: input.draft.title,
        version: 1,
        caseRevision: input.caseRevision,
        models: [...new Set(models)],
      },
    });
    return getDocument(trx, id);
  });
}
