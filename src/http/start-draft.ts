import { getCase } from '../cases/get-case.ts';
import { penaltyFile } from '../cases/penalty-file.ts';
import { requireHandler } from '../cases/save-case.ts';
import { startProgress } from '../db/job-progress.ts';
import { transact } from '../db/transact.ts';
import { draftForCase } from '../documents/draft-for-case.ts';
import type { StoredDocument } from '../documents/stored-document.ts';
import type { Person } from '../staff/person.ts';
import type { AppOptions } from './app-options.ts';
import { profileOf } from './pages/desk/desk-data.ts';

/**
 * Drafts the decision of a case: at once without a model; as background work where a model is asked for the reasons,
 * since it may take minutes. Refuses with `not-allowed` for anyone but the case's handlers.
 */
export async function startDraft(
  options: AppOptions,
  caseId: string,
  by: Person,
): Promise<{ document: StoredDocument } | { job: string }> {
  const { db } = options.database;
  const { queue } = options;
  const stored = await getCase(db, caseId);
  requireHandler(stored, by);
  const { jurisdiction } = penaltyFile(stored);
  if (options.chat && queue) {
    const job = await transact(db, async (trx) => {
      const kind = 'draft-document';
      const message = '等待起草……';
      const id = await startProgress(trx, { kind, subject: `case:${caseId}`, startedBy: by.id, message });
      return queue.send(trx, kind, { caseId, by: by.id }, { id });
    });
    return { job };
  }
  return draftForCase(db, { caseId, by, book: options.book, profile: profileOf(options, jurisdiction) });
}
