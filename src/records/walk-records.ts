import type { Db } from '../db/database.ts';
import { fromRow, type RecordEntry } from './record-entry.ts';

const BATCH = 1000;

/** Every entry from the first on, read in batches: the record of years does not fit in memory at once. */
export async function* walkRecords(db: Db): AsyncGenerator<RecordEntry> {
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('record_entries')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    for (const row of rows) yield fromRow(row);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.seq;
  }
}
