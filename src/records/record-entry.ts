import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { RecordEntryRow } from '../db/tables.ts';
import { canonicalJson } from '../law/canonical-json.ts';

/** One entry of the process record (执法全过程记录). */
export interface RecordEntry {
  /** From 1, without gaps. */
  seq: number;
  /** ISO 8601 in UTC, to the millisecond. */
  at: string;
  actor: string;
  actorRole: string;
  action: string;
  object: string;
  digest: string | null;
  detail: object;
  previousHash: string;
  hash: string;
}

/** Stands where the first entry names the one before it. */
export const NO_PREVIOUS = '0'.repeat(64);

/** SHA-256, in hex, of the canonical JSON of everything in the entry but its own hash. */
export function hashEntry(entry: Omit<RecordEntry, 'hash'>): string {
  const { seq, at, actor, actorRole, action, object, digest, detail, previousHash } = entry;
  const text = canonicalJson({ seq, at, actor, actorRole, action, object, digest, detail, previousHash });
  return createHash('sha256').update(text).digest('hex');
}

/** The first thing wrong with `entry` as the successor of `previous` (absent: it should be the first entry). */
export function faultOf(
  entry: RecordEntry,
  previous?: Pick<RecordEntry, 'seq' | 'hash'>,
): ChainFault | undefined {
  const seq = (previous?.seq ?? 0) + 1;
  if (entry.seq !== seq) return { check: 'seq', expected: String(seq), found: String(entry.seq) };
  const previousHash = previous?.hash ?? NO_PREVIOUS;
  if (entry.previousHash !== previousHash) {
    return { check: 'previousHash', expected: previousHash, found: entry.previousHash };
  }
  const hash = hashEntry(entry);
  if (entry.hash !== hash) return { check: 'hash', expected: hash, found: entry.hash };
  return undefined;
}

export interface ChainFault {
  check: 'seq' | 'previousHash' | 'hash';
  expected: string;
  found: string;
}

export function fromRow(row: Selectable<RecordEntryRow>): RecordEntry {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actor,
    actorRole: row.actor_role,
    action: row.action,
    object: row.object,
    digest: row.digest,
    detail: row.detail as object,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
