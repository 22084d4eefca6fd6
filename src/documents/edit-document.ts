import { getCase } from '../cases/get-case.ts';
import { penaltyFile } from '../cases/penalty-file.ts';
import { requireHandler } from '../cases/save-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { today } from '../law/dates.ts';
import { visibleText } from '../law/visible-text.ts';
import { appendRecord } from '../records/append-record.ts';
import { checkText } from './check-text.ts';
import type { Draft } from './draft.ts';
import { getDocument, getDocumentVersion, lockDocument } from './get-document.ts';
import { keepVersion, renderDraft } from './keep-version.ts';
import { paragraphsOfText } from './paragraphs-of-text.ts';
import type { StoredDocument } from './stored-document.ts';

/**
 * Keeps the edited text as the next version, checked against the library and the case as it stands now.
 * Any edit sends the document back to draft and withdraws an open or passed review: a review covers one version only.
 * Refuses with `not-allowed` for anyone but a handler of the case, `conflict` when somebody edited in between,
 * `wrong-stage` once signed.
 */
export async function editDocument(
  db: Db,
  input: { id: string; text: string; expectedVersion: number; by: Actor; book: ReferenceBook; note?: string },
): Promise<StoredDocument> {
  const document = await getDocument(db, input.id);
  const former = await getDocumentVersion(db, input.id, document.version);
  const stored = await getCase(db, document.caseId);
  requireHandler(stored, input.by);
  const file = penaltyFile(stored);
  const draft = redraft(input.text, former.draft, {
    form: document.form,
    file,
    book: input.book,
    on: file.decision?.date ?? today(),
  });
  const rendered = await renderDraft(draft);
  const note = visibleText(input.note ?? '').trim() || '修改';
  return transact(db, async (trx) => {
    const current = await lockDocument(trx, input.id);
    if (current.state === 'signed') {
      throw new AppError('wrong-stage', '文书已经签署，不能再改；确需更正的，请另行制作文书。');
    }
    const revision = (await getCase(trx, document.caseId)).revision;
    if (current.version !== input.expectedVersion || revision !== stored.revision) {
      throw new AppError(
        'conflict',
        `文书已有第 ${current.version} 版，或者案件刚有改动；请重新打开文书，在新版上修改。`,
      );
    }
    const version = current.version + 1;
    await keepVersion(trx, {
      documentId: input.id,
      version,
      caseRevision: revision,
      rendered,
      by: input.by.id,
      note,
    });
    await trx
      .updateTable('documents')
      .set({ state: 'draft', current_version: version })
      .where('id', '=', input.id)
      .execute();
    const withdrawn = await trx
      .updateTable('review_rounds')
      .set({ withdrawn_at: new Date() })
      .where('document_id', '=', input.id)
      .where('withdrawn_at', 'is', null)
      .where((where) => where.or([where('opinion_at', 'is', null), where.lit(current.state === 'passed')]))
      .returning('id')
      .execute();
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: '修改文书',
      object: `document:${input.id}`,
      digest: rendered.digest,
      detail: {
        name: input.by.name,
        case: document.caseId,
        version,
        caseRevision: revision,
        note,
        withdrawnRounds: withdrawn.map((round) => round.id),
      },
    });
    return getDocument(trx, input.id);
  });
}

/** The draft that an edited text makes. */
export function redraft(text: string, former: Draft, options: Parameters<typeof checkText>[1]): Draft {
  const paragraphs = paragraphsOfText(visibleText(text), former);
  const clean = paragraphs.map((paragraph) => paragraph.text).join('\n');
  if (clean === '') throw new AppError('invalid-input', '文书不能为空，请填写正文后再保存。');
  return { form: former.form, title: former.title, paragraphs, text: clean, ...checkText(clean, options) };
}
