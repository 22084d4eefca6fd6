import type { Db } from '../db/database.ts';
import { fromRow, type RecordEntry } from './record-entry.ts';

const MOST = 500;

/** The latest entries first; `object` narrows them to one object, `before` (a seq) pages back. At most 500 at once. */
export async function listRecords(
  db: Db,
  options: { object?: string; limit: number; before?: number },
): Promise<RecordEntry[]> {
  const rows = await db
    .selectFrom('record_entries')
    .selectAll()
    .$if(options.object !== undefined, (query) => query.where('object', '=', options.object!))
    .$if(options.before !== undefined, (query) => query.where('seq', '<', options.before!))
    .orderBy('seq', 'desc')
    .limit(Math.min(options.limit, MOST))
    .execute();
  return rows.map(fromRow);
}
