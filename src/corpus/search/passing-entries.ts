import type { Db } from '../../db/database.ts';
import type { LibraryView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';
import { passes } from './make-filter.ts';

/** The entries of some ids that pass the filter, in no order that counts; none for no ids. */
export async function passingEntries(
  db: Db,
  view: LibraryView,
  filter: Filter,
  ids: readonly string[],
): Promise<{ seq: number; id: string }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('entries')
    .select(['seq', 'id', 'source', 'region'])
    .where('id', 'in', [...ids])
    .execute();
  return rows.filter((row) => passes(view, filter, row));
}
