import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { intArray } from '../write-segment.ts';
import { digestStored, type StoredDigest, type StoredEntry } from './case-digest.ts';

/** What of an entry is compared, and by what it is shown. */
export interface KeptDigest extends StoredDigest {
  id: string;
  title: string;
}

/** Digests kept in memory, some 3 kB each; the oldest leave first. An entry's number is never given to another. */
const KEPT = 20_000;
const keptOf = new WeakMap<Db, Map<number, KeptDigest>>();

/** The digests of entries, read once. */
export async function keptDigests(db: Db, seqs: readonly number[]): Promise<Map<number, KeptDigest>> {
  const kept = keptOf.get(db) ?? new Map<number, KeptDigest>();
  keptOf.set(db, kept);
  const found = new Map<number, KeptDigest>();
  const missing: number[] = [];
  for (const seq of seqs) {
    const digest = kept.get(seq);
    if (digest) found.set(seq, digest);
    else missing.push(seq);
  }
  if (missing.length > 0) {
    const { rows } = await sql<StoredEntry & { seq: number; id: string }>`
      select seq, id, title, text, region, payload from entries where seq = any(${intArray(missing)}::int[])`.execute(
      db,
    );
    for (const { seq, id, ...entry } of rows) {
      const digest = { ...digestStored(entry), id, title: entry.title };
      found.set(seq, digest);
      kept.set(seq, digest);
    }
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
  }
  return found;
}
