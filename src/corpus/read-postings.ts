import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { DocTable } from './doc-table.ts';
import { readBlock } from './lexical-block.ts';
import { blockOf, fieldOf, hashTerm } from './lexical-terms.ts';
import { TermList } from './search/term-list.ts';
import { intArray } from './write-segment.ts';

/** Bytes of raw blocks kept in memory. */
const CACHE_BYTES = 32 * 2 ** 20;
/** Bytes of decoded lists kept besides: the frequent terms of enforcement recur in nearly every query. */
const CACHE_LISTS = 32 * 2 ** 20;
/** And so many more for each document of the library: a gigabyte at a million, where the lists that are read beforehand take four fifths of it. */
const CACHE_PER_DOC = 1024;

/** Blocks read lately; the oldest leave first. Segments are immutable, so nothing here is ever out of date. */
export class BlockCache {
  private readonly blocks = new Map<string, Uint8Array>();
  private readonly terms = new Map<string, TermList | null>();
  private bytes = 0;
  private listBytes = 0;
  private documents = 0;

  /** The decoded list of a term; `null` when the segment is known not to have it. */
  getTerm(segment: number, term: string): TermList | null | undefined {
    const key = `${segment}/${term}`;
    const found = this.terms.get(key);
    if (found === undefined) return undefined;
    this.terms.delete(key);
    this.terms.set(key, found);
    return found;
  }

  putTerm(segment: number, term: string, found: TermList | null): void {
    const key = `${segment}/${term}`;
    // Two searches may have read it at once.
    this.listBytes -= costOf(this.terms.get(key));
    this.terms.set(key, found);
    this.listBytes += costOf(found);
    for (const [oldest, old] of this.terms) {
      if (this.listBytes <= this.mostListBytes) break;
      this.terms.delete(oldest);
      this.listBytes -= costOf(old);
    }
  }

  /** No more lists can be kept without others leaving. */
  get isFull(): boolean {
    return this.listBytes > 0.9 * this.mostListBytes;
  }

  private get mostListBytes(): number {
    return CACHE_LISTS + CACHE_PER_DOC * this.documents;
  }

  get(segment: number, block: number): Uint8Array | undefined {
    const key = `${segment}/${block}`;
    const data = this.blocks.get(key);
    if (data) {
      this.blocks.delete(key);
      this.blocks.set(key, data);
    }
    return data;
  }

  put(segment: number, block: number, data: Uint8Array): void {
    const key = `${segment}/${block}`;
    if (this.blocks.has(key)) return;
    this.blocks.set(key, data);
    this.bytes += data.length;
    for (const [oldest, old] of this.blocks) {
      if (this.bytes <= CACHE_BYTES) break;
      this.blocks.delete(oldest);
      this.bytes -= old.length;
    }
  }

  /** Drops the blocks of segments that are no more; what may be kept grows with the documents of the others. */
  keepOnly(segments: Set<number>, documents: number): void {
    this.documents = documents;
    for (const [key, data] of this.blocks) {
      if (segments.has(Number(key.slice(0, key.indexOf('/'))))) continue;
      this.blocks.delete(key);
      this.bytes -= data.length;
    }
    for (const [key, found] of this.terms) {
      if (segments.has(Number(key.slice(0, key.indexOf('/'))))) continue;
      this.terms.delete(key);
      this.listBytes -= costOf(found);
    }
  }
}

/** What an entry weighs: its list, or something for the entry itself. */
function costOf(found: TermList | null | undefined): number {
  return found === undefined ? 0 : (found?.bytes ?? 100);
}

/** Thrown when a segment was merged away while it was being read: look at the library anew. */
export class SegmentGone extends Error {}

/**
 * The postings of the given terms, per segment, in the order of `segments`; a term without postings is absent.
 * Reads only the blocks of these terms that are not in memory, in one query.
 */
export async function readPostings(
  db: Db,
  cache: BlockCache,
  segments: { id: number; bits: number; table: DocTable }[],
  terms: string[],
): Promise<Map<string, TermList>[]> {
  const hashes = new Map(terms.map((term) => [term, hashTerm(term)]));
  const result = segments.map(() => new Map<string, TermList>());
  const missing: { segment: number; block: number; index: number; terms: string[] }[] = [];
  for (const [index, { id, bits }] of segments.entries()) {
    const unknown = terms.filter((term) => {
      const found = cache.getTerm(id, term);
      if (found) result[index]!.set(term, found);
      return found === undefined;
    });
    for (const [block, some] of Map.groupBy(unknown, (term) => blockOf(hashes.get(term)!, bits))) {
      missing.push({ segment: id, block, index, terms: some });
    }
  }
  const blocks = await readBlocks(db, cache, missing);
  for (const { segment, block, index, terms: some } of missing) {
    const data = blocks.get(`${segment}/${block}`);
    if (!data) throw new SegmentGone();
    const sought = new Set(some);
    readBlock(data, (term, postings) => {
      if (!sought.delete(term)) return;
      const found = new TermList(postings(), segments[index]!.table, fieldOf(term));
      cache.putTerm(segment, term, found);
      result[index]!.set(term, found);
    });
    for (const term of sought) cache.putTerm(segment, term, null);
  }
  return result;
}

async function readBlocks(
  db: Db,
  cache: BlockCache,
  missing: { segment: number; block: number }[],
): Promise<Map<string, Uint8Array>> {
  const held = new Map<string, Uint8Array>();
  const wanted = missing.filter(({ segment, block }) => {
    const data = cache.get(segment, block);
    if (data) held.set(`${segment}/${block}`, data);
    return !data;
  });
  for (let at = 0; at < wanted.length; at += 2000) {
    for (const row of await fetchBlocks(db, wanted.slice(at, at + 2000))) {
      cache.put(row.segment, row.block, row.data);
      held.set(`${row.segment}/${row.block}`, row.data);
    }
  }
  return held;
}

/** The data of blocks, read as text: embedded, binary columns take several times as long. */
export async function fetchBlocks(
  db: Db,
  wanted: { segment: number; block: number }[],
): Promise<{ segment: number; block: number; data: Uint8Array }[]> {
  const result = await sql<{ segment: number; block: number; data: string }>`
    select b.segment, b.block, encode(b.data, 'base64') as data
    from unnest(${intArray(wanted.map((w) => w.segment))}::int[], ${intArray(wanted.map((w) => w.block))}::int[])
      as w(segment, block)
    join lexical_blocks b on b.segment = w.segment and b.block = w.block`.execute(db);
  return result.rows.map((row) => ({ ...row, data: decodeBlock(row.data) }));
}

/** A copy of its own, since small buffers are slices of a larger one that would be kept alive. */
export function decodeBlock(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
