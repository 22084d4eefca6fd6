import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SqlBool, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { type DocRow, type DocTable, decodeDocTable, encodeDocTable, makeDocTable } from './doc-table.ts';
import { type PostingList, readBlock } from './lexical-block.ts';
import { blockOf, hashTerm } from './lexical-terms.ts';
import { decodeBlock } from './read-postings.ts';
import {
  addPosting,
  BLOCK_BYTES,
  cutIntoBlocks,
  insertBlocks,
  insertSegment,
  raiseRevision,
} from './write-segment.ts';

/** Blocks are rewritten in parts of about this many bytes, so that memory and waiting stay small. */
const PART_BYTES = 2 ** 20;
/** Segments of one size class that trigger a merge. */
const FAN_IN = 16;
/** A class reaches to so many times its least size: what sixteen make is in a higher one, and not soon merged again. */
const CLASS_WIDTH = 4;
/** Postings of blocks are about this large on average; only used to choose how many blocks there should be. */
const BYTES_PER_DOC = 700;

interface Input {
  id: number;
  bits: number;
  table: DocTable;
  /** Number of each document in the merged segment, −1 for those whose source is gone. */
  renumbered: Int32Array;
}

/**
 * Merges small segments: whenever sixteen of a size class have gathered, or, with `settle`, all but the large ones.
 * The new segment is built aside in small steps and put in place in one transaction; searches never wait for it.
 */
export async function mergeSegments(db: Db, options: { settle?: boolean } = {}): Promise<void> {
  await db
    .deleteFrom('lexical_segments')
    .where('state', '=', 'building')
    .where(sql<SqlBool>`created_at < now() - interval '1 hour'`)
    .execute();
  for (;;) {
    const live = await db
      .selectFrom('lexical_segments')
      .select(['id', 'docs'])
      .where('state', '=', 'live')
      .orderBy('id')
      .execute();
    const chosen = options.settle ? chooseToSettle(live) : chooseByClass(live);
    if (chosen.length < 2 || !(await mergeInto(db, chosen)) || options.settle) return;
  }
}

function chooseByClass(live: { id: number; docs: number }[]): number[] {
  const classes = Map.groupBy(live, ({ docs }) =>
    Math.floor(Math.log(Math.max(docs, 128) / 128) / Math.log(CLASS_WIDTH)),
  );
  const full = [...classes].sort((a, b) => a[0] - b[0]).find(([, some]) => some.length >= FAN_IN);
  return full ? full[1].map(({ id }) => id) : [];
}

function chooseToSettle(live: { id: number; docs: number }[]): number[] {
  const total = live.reduce((sum, { docs }) => sum + docs, 0);
  return live.filter(({ docs }) => docs < Math.max(20_000, total / 3)).map(({ id }) => id);
}

async function mergeInto(db: Db, ids: number[]): Promise<boolean> {
  const { inputs, rows } = await readInputs(db, ids);
  const bits = Math.min(20, Math.max(0, Math.ceil(Math.log2((rows.length * BYTES_PER_DOC) / BLOCK_BYTES))));
  const segment = await insertSegment(db, 'building', bits, rows.length, encodeDocTable(makeDocTable(rows)));
  const parts = Math.min(
    2 ** bits,
    Math.max(1, 2 ** Math.ceil(Math.log2((rows.length * BYTES_PER_DOC) / PART_BYTES))),
  );
  const perPart = 2 ** bits / parts;
  for (let part = 0; part < parts; part++) {
    const lists = await gather(db, inputs, part, parts);
    await insertBlocks(db, segment, cutIntoBlocks(lists, bits, part * perPart, (part + 1) * perPart));
    await nextTurn();
  }
  return transact(db, async (trx) => {
    await raiseRevision(trx);
    const gone = await trx
      .deleteFrom('lexical_segments')
      .where('id', 'in', ids)
      .where('state', '=', 'live')
      .returning('id')
      .execute();
    // Another process merged some of them meanwhile: its work stands, ours is dropped.
    if (gone.length < ids.length) throw new MergeOvertaken();
    await trx.updateTable('lexical_segments').set({ state: 'live' }).where('id', '=', segment).execute();
    return true;
  }).catch(async (error: unknown) => {
    await db.deleteFrom('lexical_segments').where('id', '=', segment).execute();
    if (error instanceof MergeOvertaken) return false;
    throw error;
  });
}

class MergeOvertaken extends Error {}

async function readInputs(db: Db, ids: number[]): Promise<{ inputs: Input[]; rows: DocRow[] }> {
  const sources = await db.selectFrom('library_sources').select('id').execute();
  // Loading sources count: their documents become visible later, in the merged segment.
  const present = new Set(sources.map(({ id }) => id));
  const segments = await db
    .selectFrom('lexical_segments')
    .select(['id', 'bits', 'doc_table'])
    .where('id', 'in', ids)
    .execute();
  const inputs: Input[] = [];
  const all: { row: DocRow; input: number; doc: number }[] = [];
  for (const [index, segment] of segments.entries()) {
    const table = decodeDocTable(segment.doc_table);
    inputs.push({
      id: segment.id,
      bits: segment.bits,
      table,
      renumbered: new Int32Array(table.size).fill(-1),
    });
    for (let doc = 0; doc < table.size; doc++) {
      if (!present.has(table.source[doc]!)) continue;
      const row: DocRow = {
        seq: table.seq[doc]!,
        source: table.source[doc]!,
        lengths: [table.lengths[0][doc]!, table.lengths[1][doc]!, table.lengths[2][doc]!],
        region: table.regions[table.region[doc]!]!,
      };
      all.push({ row, input: index, doc });
    }
  }
  all.sort((a, b) => a.row.seq - b.row.seq);
  for (const [number, { input, doc }] of all.entries()) inputs[input]!.renumbered[doc] = number;
  return { inputs, rows: all.map(({ row }) => row) };
}

/** The postings of all terms in one of `parts` equal ranges of the hash, renumbered. */
async function gather(
  db: Db,
  inputs: Input[],
  part: number,
  parts: number,
): Promise<Map<string, PostingList>> {
  const lists = new Map<string, PostingList>();
  const unordered = new Set<string>();
  const partBits = Math.log2(parts);
  for (const input of inputs) {
    const size = 2 ** input.bits;
    const from = Math.floor((part * size) / parts);
    const to = Math.max(from + 1, Math.ceil(((part + 1) * size) / parts));
    const blocks = await db
      .selectFrom('lexical_blocks')
      .select(sql<string>`encode(data, 'base64')`.as('data'))
      .where('segment', '=', input.id)
      .where('block', '>=', from)
      .where('block', '<', to)
      .execute();
    for (const { data } of blocks) {
      readBlock(decodeBlock(data), (term, postings) => {
        // A small segment's block spans several parts: take what belongs to this one.
        if (size < parts && blockOf(hashTerm(term), partBits) !== part) return;
        const { docs, counts } = postings();
        const last = lists.get(term)?.docs.at(-1) ?? -1;
        for (let i = 0; i < docs.length; i++) {
          const doc = input.renumbered[docs[i]!]!;
          if (doc < 0) continue;
          if (doc < last) unordered.add(term);
          addPosting(lists, term, doc, counts[i]!);
        }
      });
    }
  }
  for (const term of unordered) sortPostings(lists.get(term)!);
  return lists;
}

function sortPostings(list: PostingList): void {
  const pairs = list.docs
    .map((doc, index) => [doc, list.counts[index]!] as const)
    .sort((a, b) => a[0] - b[0]);
  list.docs = pairs.map(([doc]) => doc);
  list.counts = pairs.map(([, count]) => count);
}
