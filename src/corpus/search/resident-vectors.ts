import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { LibraryView } from '../library-view.ts';
import { DotProducts } from './dot-products.ts';
import { EntryRows } from './entry-rows.ts';
import { readHalves } from './vector-text.ts';

/** Vectors held in memory at most, two bytes a number: 200,000 of 512 numbers are 200 MB. */
const MOST = 200_000;
/** Rows read at a time: nobody else can use an embedded database meanwhile. */
const PAGE = 1000;

/** The vectors of one model in memory, as the library stood at a revision. */
export interface ResidentVectors {
  /** The cosine of the query with each row. */
  cosines(query: Int16Array): Float64Array;
  /** Those of some entries; one without a vector is absent. */
  of(query: Int16Array, seqs: readonly number[]): Map<number, number>;
  /** The row of an entry; -1 where it has no vector. */
  row(seq: number): number;
}

interface Kept extends ResidentVectors {
  model: string;
  revision: number;
  rows: EntryRows;
  products: DotProducts;
  lengths: number[];
}

const kept = new WeakMap<Db, { loading: Promise<Kept | undefined> } | 'wanted'>();

/** From now on searches of this database hold the vectors in memory: for a process that answers many of them. */
export function keepVectors(db: Db): void {
  if (!kept.has(db)) kept.set(db, 'wanted');
}

/**
 * The model's vectors in memory, brought up to the view's revision; `undefined` where nobody asked for that, or there are
 * too many.
 */
export async function residentVectors(
  db: Db,
  view: LibraryView,
  model: string,
  dimensions: number,
): Promise<ResidentVectors | undefined> {
  const now = kept.get(db);
  if (now === undefined || view.size > MOST) return undefined;
  const before = now === 'wanted' ? undefined : await now.loading;
  const fits = before?.model === model && before.products.width === dimensions;
  if (fits && before.revision === view.revision) return before;
  // Whoever else asks meanwhile waits for the same reading.
  if (kept.get(db) !== now) return residentVectors(db, view, model, dimensions);
  const loading = load(
    db,
    view,
    model,
    fits && !isWasteful(before, view) ? before : empty(model, dimensions),
  );
  kept.set(db, { loading });
  try {
    return await loading;
  } catch (error) {
    kept.set(db, 'wanted');
    throw error;
  }
}

/** Rows of entries that are gone are never read; when they are the greater part, all is read anew. */
function isWasteful({ products }: Kept, view: LibraryView): boolean {
  return products.count > 2 * view.size + PAGE;
}

function empty(model: string, dimensions: number): Kept {
  const products = new DotProducts(dimensions);
  const rows = new EntryRows();
  const lengths: number[] = [];
  return {
    model,
    revision: -1,
    rows,
    products,
    lengths,
    row: (seq) => rows.of(seq),
    cosines(query) {
      const length = lengthOf(query);
      const found = products.with(query);
      const cosines = new Float64Array(found.length);
      for (let row = 0; row < found.length; row++) {
        cosines[row] = cosine(found[row]!, length * lengths[row]!);
      }
      return cosines;
    },
    of(query, seqs) {
      const length = lengthOf(query);
      const known = seqs.filter((seq) => rows.of(seq) >= 0);
      const places = known.map((seq) => rows.of(seq));
      const found = products.of(query, places);
      return new Map(
        known.map((seq, index) => [seq, cosine(found[index]!, length * lengths[places[index]!]!)]),
      );
    },
  };
}

function cosine(product: number, lengths: number): number {
  return product === 0 ? 0 : product / lengths;
}

async function load(db: Db, view: LibraryView, model: string, into: Kept): Promise<Kept> {
  const lacking = into.rows.lacking(view);
  for (let at = 0; at < lacking.length; at += PAGE) {
    const { rows } = await sql<{ entry: number; vector: string }>`
      select entry, encode(halfvec_send(vector), 'base64') as vector from entry_vectors
      where model = ${model} and entry = any(${`{${lacking.slice(at, at + PAGE).join(',')}}`}::int[])`.execute(
      db,
    );
    const read = rows.map(({ entry, vector }) => ({
      entry,
      numbers: readHalves(Buffer.from(vector, 'base64')),
    }));
    const right = read.filter(({ numbers }) => numbers.length === into.products.width);
    for (const { entry, numbers } of right) {
      into.rows.set(entry, into.lengths.push(lengthOf(numbers)) - 1);
    }
    into.products.append(right.map(({ numbers }) => numbers));
    await nextTurn();
  }
  into.revision = view.revision;
  return into;
}

function lengthOf(numbers: Int16Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]! ** 2;
  return Math.sqrt(sum);
}
