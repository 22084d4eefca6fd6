import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SqlBool, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { type DocRow, encodeDocTable, makeDocTable } from './doc-table.ts';
import { encodeBlock, type PostingList } from './lexical-block.ts';
import { blockOf, hashTerm, type TermCounts } from './lexical-terms.ts';

/** Aim for blocks of about this many bytes: small enough to read for one term, large enough to be few. */
export const BLOCK_BYTES = 1800;
const ROWS_PER_INSERT = 1000;

/** A document to be indexed. */
export interface IndexedDoc {
  seq: number;
  source: number;
  region: string;
  terms: TermCounts;
}

/**
 * Writes one live segment for the given documents, inside the caller's transaction.
 * Small segments have few, larger blocks: they are merged soon.
 */
export async function writeSegment(db: Db, docs: IndexedDoc[]): Promise<void> {
  if (docs.length === 0) return;
  const rows: DocRow[] = docs.map(({ seq, source, region, terms }) => ({
    seq,
    source,
    region,
    lengths: terms.lengths,
  }));
  const lists = new Map<string, PostingList>();
  for (const [number, doc] of docs.entries()) {
    for (const [term, count] of doc.terms.counts) addPosting(lists, term, number, count);
  }
  const postings = docs.reduce((sum, doc) => sum + doc.terms.counts.size, 0);
  const bits = Math.max(0, Math.ceil(Math.log2((postings * 4) / (BLOCK_BYTES * 8))));
  const segment = await insertSegment(db, 'live', bits, docs.length, encodeDocTable(makeDocTable(rows)));
  await insertBlocks(db, segment, cutIntoBlocks(lists, bits, 0, 2 ** bits));
  await raiseRevision(db);
}

export function addPosting(lists: Map<string, PostingList>, term: string, doc: number, count: number): void {
  const list = lists.get(term);
  if (list) {
    list.docs.push(doc);
    list.counts.push(count);
  } else lists.set(term, { docs: [doc], counts: [count] });
}

export async function insertSegment(
  db: Db,
  state: 'building' | 'live',
  bits: number,
  docs: number,
  table: Uint8Array,
): Promise<number> {
  const row = await db
    .insertInto('lexical_segments')
    .values({ state, bits, docs, doc_table: table })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Blocks `from`..`to` (exclusive) of a segment of 2^bits; an empty block is a block too, so that a missing one shows. */
export function cutIntoBlocks(
  lists: Map<string, PostingList>,
  bits: number,
  from: number,
  to: number,
): { block: number; data: Uint8Array }[] {
  const parts: [string, PostingList][][] = Array.from({ length: to - from }, () => []);
  for (const pair of lists) parts[blockOf(hashTerm(pair[0]), bits) - from]!.push(pair);
  return parts.map((part, index) => ({ block: from + index, data: encodeBlock(part) }));
}

export async function insertBlocks(
  db: Db,
  segment: number,
  blocks: { block: number; data: Uint8Array }[],
): Promise<void> {
  for (let at = 0; at < blocks.length; at += ROWS_PER_INSERT) {
    const rows = blocks.slice(at, at + ROWS_PER_INSERT);
    // Two text parameters instead of thousands of binary ones: embedded, that is several times as fast.
    const data = rows.map((row) => Buffer.from(row.data).toString('base64')).join(',');
    await sql`
      insert into lexical_blocks (segment, block, data)
      select ${segment}::int, w.block, decode(w.data, 'base64')
      from unnest(${intArray(rows.map((row) => row.block))}::int[], string_to_array(${data}::text, ',')) as w(block, data)`.execute(
      db,
    );
    await nextTurn();
  }
}

/** An array of integers as Postgres writes it. */
export function intArray(numbers: number[]): string {
  return `{${numbers.join(',')}}`;
}

/** Tells every process that what a search sees has changed; also serialises those who change it. */
export async function raiseRevision(db: Db): Promise<void> {
  await db
    .updateTable('library_state')
    .set({ revision: sql<number>`revision + 1` })
    .where(sql<SqlBool>`only_row`)
    .execute();
}
