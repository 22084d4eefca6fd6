import type { Db } from '../../db/database.ts';
import type { EntryDraft } from '../source-draft.ts';
import { readAmendments } from './read-amendments.ts';

/** Keeps which norms a decision of amendment changes, as its title and some of its sections say. */
export async function insertAmendments(
  db: Db,
  source: number,
  title: string,
  entries: EntryDraft[],
): Promise<void> {
  const targets = readAmendments(
    title,
    entries.map(({ text }) => text),
  );
  if (targets.length === 0) return;
  await db
    .insertInto('law_amendments')
    .values(targets.map((target) => ({ source, target })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
