import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Embedder } from '../../models/embed.ts';
import { currentView, type LibraryView } from '../library-view.ts';
import { intArray } from '../write-segment.ts';
import type { AllowedDocuments } from './allowed-documents.ts';
import { EntryRows } from './entry-rows.ts';
import { SignatureScan } from './signature-scan.ts';
import { readHalves, vectorText } from './vector-text.ts';

/** Rows read at a time, 64 bytes each with 512 numbers. */
const PAGE = 5000;
/** Vectors whose mean is the centre. */
const SAMPLE = 2000;
/** The signs of fewer numbers tell too little. */
const LEAST_WIDTH = 128;

/** The signs of one model's vectors in memory, as the library stood at a revision. */
export interface ResidentSignatures {
  /** So many of the allowed entries that are likely the nearest, in no order that counts. */
  shortlist(query: Int16Array, view: LibraryView, allowed: AllowedDocuments, limit: number): number[];
}

interface Kept extends ResidentSignatures {
  model: string;
  revision: number;
  rows: EntryRows;
  scan: SignatureScan;
  /** Taken off each vector before its signs are read: a number that hardly ever changes its sign would tell nothing. */
  centre: Int16Array;
  /** The entry of each row. */
  entries: number[];
}

interface State {
  ready?: Kept;
  loading?: Promise<Kept>;
}

const states = new WeakMap<Db, State>();

/**
 * From now on searches of this database hold the signs of the vectors in memory: for a process that answers many of them.
 * With what leads to them they take 80 MB for a million of 512 numbers.
 */
export function keepSignatures(db: Db): void {
  if (!states.has(db)) states.set(db, {});
}

/** Reads them into memory, where that is asked for. */
export async function warmSignatures(db: Db, { model, dimensions }: Embedder): Promise<void> {
  const view = await currentView(db);
  await residentSignatures(db, view, model, dimensions);
  await states.get(db)?.loading;
}

/**
 * The signs of the model's vectors, brought up to the view's revision; `undefined` where nobody asked for them, while they
 * are read for the first time, and for vectors of so few numbers that their signs tell little.
 */
export async function residentSignatures(
  db: Db,
  view: LibraryView,
  model: string,
  dimensions: number,
): Promise<ResidentSignatures | undefined> {
  const state = states.get(db);
  if (!state || dimensions < LEAST_WIDTH) return undefined;
  const { ready } = state;
  const fits = ready?.model === model && ready.scan.width === dimensions;
  if (fits && ready.revision === view.revision) return ready;
  if (!state.loading) {
    const into = fits && !isWasteful(ready, view) ? ready : empty(model, dimensions);
    state.loading = load(db, view, into);
    state.loading
      .then((kept) => {
        state.ready = kept;
      })
      // Whoever waits for it is told; else the next search tries again, and meanwhile the database answers.
      .catch(() => undefined)
      .finally(() => {
        delete state.loading;
      });
  }
  // The first reading takes seconds, one after a change of the library hardly any time.
  if (!fits) return undefined;
  await state.loading;
  return residentSignatures(db, view, model, dimensions);
}

/** Rows of entries that are gone are passed over; when they are the greater part, all is read anew. */
function isWasteful({ scan }: Kept, view: LibraryView): boolean {
  return scan.count > 2 * view.size + PAGE;
}

function empty(model: string, dimensions: number): Kept {
  const scan = new SignatureScan(dimensions);
  const rows = new EntryRows();
  const centre = new Int16Array(dimensions);
  const entries: number[] = [];
  const marks = new WeakMap<AllowedDocuments, Uint8Array>();
  return {
    model,
    revision: -1,
    rows,
    scan,
    centre,
    entries,
    shortlist(query, view, allowed, limit) {
      let marked = marks.get(allowed);
      if (marked?.length !== scan.count) {
        marked = markRows(view, allowed, rows, scan.count);
        marks.set(allowed, marked);
      }
      return scan.nearest(query, centre, marked, limit).map((row) => entries[row]!);
    },
  };
}

function markRows(
  { segments }: LibraryView,
  { flags, few }: AllowedDocuments,
  rows: EntryRows,
  count: number,
): Uint8Array {
  const marks = new Uint8Array(count);
  for (const [index, { table }] of segments.entries()) {
    const allowed = flags[index]!;
    const mark = (doc: number): void => {
      const row = rows.of(table.seq[doc]!);
      if (row >= 0) marks[row] = 1;
    };
    if (few[index]) few[index].forEach(mark);
    else for (let doc = 0; doc < table.size; doc++) if (allowed[doc]) mark(doc);
  }
  return marks;
}

async function load(db: Db, view: LibraryView, into: Kept): Promise<Kept> {
  const { model, scan, rows, centre, entries } = into;
  if (scan.count === 0) centre.set(await readCentre(db, model, scan.width));
  const lacking = rows.lacking(view);
  const size = 4 + scan.bytes;
  for (let at = 0; at < lacking.length; at += PAGE) {
    const page = intArray(lacking.slice(at, at + PAGE));
    // `bit_send` writes how many bits there are before the bits.
    const read = await sql<{ packed: string | null }>`
      select encode(string_agg(int4send(entry) || substr(bit_send(
        case vector_dims(vector) when ${scan.width}::int
          then binary_quantize(vector - ${vectorText(centre)}::halfvec) end), 5), ''), 'base64') as packed
      from entry_vectors where model = ${model} and entry = any(${page}::int[])`.execute(db);
    const bytes = Buffer.from(read.rows[0]?.packed ?? '', 'base64');
    for (let from = 0; from < bytes.length; from += size) {
      const entry = bytes.readInt32BE(from);
      rows.set(entry, entries.push(entry) - 1);
      scan.append(bytes.subarray(from + 4, from + size));
    }
  }
  into.revision = view.revision;
  return into;
}

async function readCentre(db: Db, model: string, width: number): Promise<Int16Array> {
  const { rows } = await sql<{ mean: string | null }>`
    select encode(halfvec_send(avg(vector)::halfvec), 'base64') as mean
    from (
      select vector from entry_vectors
      where model = ${model} and vector_dims(vector) = ${width}::int order by entry limit ${SAMPLE}
    ) as sample`.execute(db);
  const mean = rows[0]?.mean;
  return mean ? readHalves(Buffer.from(mean, 'base64')) : new Int16Array(width);
}
