import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { intArray } from '../write-segment.ts';
import { type CaseDigest, digestCase } from './case-digest.ts';

/** Digests kept in memory, some 2 kB each; the oldest leave first. An entry's number is never given to another. */
const KEPT = 20_000;
const keptOf = new WeakMap<Db, Map<number, CaseDigest>>();

/** The digests of entries, read once. */
export async function keptDigests(db: Db, seqs: readonly number[]): Promise<Map<number, CaseDigest>> {
  const kept = keptOf.get(db) ?? new Map<number, CaseDigest>();
  keptOf.set(db, kept);
  const found = new Map<number, CaseDigest>();
  const missing: number[] = [];
  for (const seq of seqs) {
    const digest = kept.get(seq);
    if (digest) found.set(seq, digest);
    else missing.push(seq);
  }
  if (missing.length > 0) {
    const { rows } = await sql<{ seq: number; title: string; text: string }>`
      select seq, title, text from entries where seq = any(${intArray(missing)}::int[])`.execute(db);
    for (const { seq, title, text } of rows) {
      const digest = digestCase(title, text);
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
