import type { Db } from '../../db/database.ts';
import type { EntryDraft } from '../source-draft.ts';
import { type Repeal, readRepeals } from './read-repeals.ts';

/** Keeps what the official text of some articles of a source, and we ourselves (`known`), say of other norms' repeal. */
export async function insertRepeals(
  db: Db,
  source: number,
  entries: EntryDraft[],
  known: (Repeal & { article?: string })[] = [],
): Promise<void> {
  const rows = [
    ...known.map(({ article = '', ...repeal }) => ({ source, article, ...repeal })),
    ...entries.flatMap(({ article, text, textIs }) =>
      article === undefined || textIs !== 'official'
        ? []
        : readRepeals(text).map((repeal) => ({ source, article, ...repeal })),
    ),
  ];
  if (rows.length === 0) return;
  await db
    .insertInto('law_repeals')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
