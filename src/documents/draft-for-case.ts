import { getCase } from '../cases/get-case.ts';
import { penaltyFile } from '../cases/penalty-file.ts';
import { requireHandler } from '../cases/save-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Profile } from '../corpus/profile.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { Db } from '../db/database.ts';
import { findTier } from '../discretion/find-tier.ts';
import { today } from '../law/dates.ts';
import type { Chat } from '../models/open-chat.ts';
import { appendRecord } from '../records/append-record.ts';
import { createDocument } from './create-document.ts';
import { draftDecision } from './draft-decision.ts';
import type { StoredDocument } from './stored-document.ts';
import { writeReasons } from './write-reasons.ts';

/** A new document of a case. `note` says what became of the model's paragraph, when a model was asked. */
export interface DraftedDocument {
  document: StoredDocument;
  note?: string;
}

/**
 * Drafts the decision of a case as it stands and keeps it as version 1 of a new document. A configured chat model is
 * asked for the reasons paragraph first, outside any transaction; its use is recorded whether or not it is kept.
 * Refuses with `not-allowed` for anyone but the case's handlers, `conflict` when the case changed meanwhile.
 */
export async function draftForCase(
  db: Db,
  input: {
    caseId: string;
    by: Actor;
    book: ReferenceBook;
    profile: Profile;
    chat?: Chat;
    signal?: AbortSignal;
  },
): Promise<DraftedDocument> {
  const { book, profile, by, chat } = input;
  const stored = await getCase(db, input.caseId);
  requireHandler(stored, by);
  const file = penaltyFile(stored);
  const tier = findTier({ file, book });
  const on = file.decision?.date ?? today();
  const outcome =
    chat && (await writeReasons(chat, file, tier, book, on, input.signal ? { signal: input.signal } : {}));
  input.signal?.throwIfAborted();
  const written = outcome && 'written' in outcome ? outcome.written : undefined;
  const draft = draftDecision(file, {
    book,
    profile,
    tier,
    ...(written ? { aiReasons: written } : {}),
  });
  if (outcome) {
    await appendRecord(db, {
      actor: by.id,
      actorRole: by.role,
      action: '模型起草裁量理由',
      object: `case:${stored.id}`,
      detail: written
        ? { ...written, kept: true, caseRevision: stored.revision }
        : { kept: false, ...('dropped' in outcome ? { model: outcome.model, why: outcome.dropped } : {}) },
    });
  }
  const document = await createDocument(db, {
    caseId: stored.id,
    caseRevision: stored.revision,
    draft,
    by,
    note: written ? `起草，裁量理由由模型 ${written.model} 起草` : '起草',
  });
  const note = written
    ? `“裁量理由”一段由模型 ${written.model} 起草，已核对引用和数字，请逐句审阅。`
    : outcome && 'dropped' in outcome
      ? outcome.dropped
      : undefined;
  return { document, ...(note ? { note } : {}) };
}
