import { getCase } from '../cases/get-case.ts';
import { startProgress } from '../db/job-progress.ts';
import { transact } from '../db/transact.ts';
import { today } from '../law/dates.ts';
import { requireScreener, runScreening } from '../review/screening/run-screening.ts';
import type { Screening } from '../review/screening/screening.ts';
import type { Person } from '../staff/person.ts';
import type { AppOptions } from './app-options.ts';
import { profileOf } from './pages/desk/desk-data.ts';

/**
 * Screens a case and keeps the findings: at once without a model; as background work where a model is asked the questions
 * of judgement, since it may take minutes. Refuses with `not-allowed` for whoever may not screen the case.
 */
export async function startScreening(
  options: AppOptions,
  caseId: string,
  by: Person,
): Promise<{ screening: Screening } | { job: string }> {
  const { db } = options.database;
  const { queue } = options;
  const stored = await getCase(db, caseId);
  requireScreener(stored, by);
  if (options.chat && queue) {
    const job = await transact(db, async (trx) => {
      const kind = 'screen-case';
      const message = '等待八项审查……';
      const id = await startProgress(trx, { kind, subject: `case:${caseId}`, startedBy: by.id, message });
      return queue.send(trx, kind, { caseId, by: by.id }, { id });
    });
    return { job };
  }
  const profile = profileOf(options, stored.file.jurisdiction);
  return {
    screening: await runScreening(db, { caseId, by, profile, book: options.book, today: today() }),
  };
}
