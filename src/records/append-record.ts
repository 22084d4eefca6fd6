import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { canonicalJson } from '../law/canonical-json.ts';
import { fromRow, hashEntry, NO_PREVIOUS, type RecordEntry } from './record-entry.ts';

/** Any number that nothing else in the same database uses as an advisory lock. */
const LOCK = 7_410_232;

/** What happened, for the process record (执法全过程记录). */
export interface NewRecord {
  /** Id of the person; 'system' when nobody asked for it. */
  actor: string;
  actorRole: string;
  /** A short name such as 'document.signed'. */
  action: string;
  /** What it happened to, such as 'document:42'. */
  object: string;
  /** SHA-256 of the bytes concerned, in hex. */
  digest?: string;
  /** Why, with which versions of library, rules, prompt or model: any JSON. */
  detail?: object;
}

/**
 * Appends one entry to the process record, bound to the one before it. Call it in the transaction of the act itself:
 * both are kept or neither. Entries are appended one after the other; the lock is held to the transaction's end.
 */
export function appendRecord(db: Db, entry: NewRecord): Promise<RecordEntry> {
  return transact(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
    const last = await trx
      .selectFrom('record_entries')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    const bare = {
      seq: (last?.seq ?? 0) + 1,
      at: new Date().toISOString(),
      actor: entry.actor,
      actorRole: entry.actorRole,
      action: entry.action,
      object: entry.object,
      digest: entry.digest ?? null,
      // Read back from its text: what is hashed is exactly what the database will hold.
      detail: JSON.parse(canonicalJson(entry.detail ?? {})) as object,
      previousHash: last?.hash ?? NO_PREVIOUS,
    };
    const row = await trx
      .insertInto('record_entries')
      .values({
        seq: bare.seq,
        at: bare.at,
        actor: bare.actor,
        actor_role: bare.actorRole,
        action: bare.action,
        object: bare.object,
        digest: bare.digest,
        detail: JSON.stringify(bare.detail),
        previous_hash: bare.previousHash,
        hash: hashEntry(bare),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return fromRow(row);
  });
}
