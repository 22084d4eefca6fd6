import type { Db } from '../db/database.ts';
import { type ChainFault, faultOf, NO_PREVIOUS, type RecordEntry } from './record-entry.ts';
import { walkRecords } from './walk-records.ts';

/**
 * Walks the whole record and recomputes each hash. `at` is the seq of the first entry that does not fit; `root` is
 * the hash of the last one. A cut at the end shows only against a root or count kept elsewhere.
 */
export async function verifyRecords(
  db: Db,
): Promise<{ ok: boolean; count: number; root: string; at?: number; fault?: ChainFault }> {
  let previous: RecordEntry | undefined;
  let count = 0;
  for await (const entry of walkRecords(db)) {
    const fault = faultOf(entry, previous);
    if (fault) return { ok: false, count, root: previous?.hash ?? NO_PREVIOUS, at: entry.seq, fault };
    previous = entry;
    count += 1;
  }
  return { ok: true, count, root: previous?.hash ?? NO_PREVIOUS };
}
