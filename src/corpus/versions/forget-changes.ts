import type { Db } from '../../db/database.ts';
import type { Day } from '../../law/dates.ts';

/** The comparisons with a version whose content goes: they are made anew when there is something to compare again. */
export async function forgetChanges(db: Db, title: string, version: Day): Promise<void> {
  await db
    .deleteFrom('law_changes')
    .where('title', '=', title)
    .where(({ eb, or }) => or([eb('old_version', '=', version), eb('new_version', '=', version)]))
    .execute();
}
