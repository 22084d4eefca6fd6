import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import type { LibraryView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';
import { intArray } from '../write-segment.ts';
import type { AllowedDocuments } from './allowed-documents.ts';
import { hasVectorIndex } from './vector-index.ts';

/** What is looked for: the nearest to a vector, as pgvector reads it, among what passes the filter. */
interface Near {
  view: LibraryView;
  filter: Filter;
  allowed: AllowedDocuments;
  model: string;
  dimensions: number;
  text: string;
  limit: number;
  /** Default: FEW. */
  few?: number;
  /** Default: BREADTH. */
  breadth?: number;
}

interface Found {
  entry: number;
  cosine: number;
}

/** So few are looked at one by one, exactly: as quick as leaping through the graph past all the others. */
const FEW = 12_000;
/** The graph's scan is given up after so many; what would need more is looked at one by one. */
const MOST_SCANNED = 40_000;
/** Neighbours kept at a time while the graph is walked: with so many the first ten are the true ones nearly always. */
const BREADTH = 200;

const indexed = new WeakMap<LibraryView, Map<string, Promise<boolean>>>();

/** The nearest vectors, best first: through the index where there is one, else by looking at each. */
export async function nearestVectors(db: Db, near: Near): Promise<Found[]> {
  const { view, allowed, limit, few = FEW } = near;
  if (allowed.count === 0) return [];
  const hasIndex = await isIndexed(db, near);
  const scanned = (limit * view.size) / allowed.count;
  if (hasIndex && allowed.count > few && scanned < MOST_SCANNED / 2) {
    const found = await throughIndex(db, near);
    // The scan was given up before enough had passed the filter, which lies far from the query.
    if (found.length >= Math.min(limit, allowed.count)) return found;
  }
  return oneByOne(db, near);
}

/** Asked once for a view: whoever makes the index raises the revision. */
function isIndexed(db: Db, { view, model, dimensions }: Near): Promise<boolean> {
  let known = indexed.get(view);
  if (!known) {
    known = new Map();
    indexed.set(view, known);
  }
  let found = known.get(model);
  if (!found) {
    found = hasVectorIndex(db, model, dimensions);
    known.set(model, found);
    found.catch(() => known.delete(model));
  }
  return found;
}

async function oneByOne(db: Db, near: Near): Promise<Found[]> {
  const { allowed, view, model, text, limit } = near;
  const among =
    allowed.count <= FEW
      ? sql`v.entry = any(${intArray(listAllowed(view, allowed))}::int[])`
      : sql`v.entry in (select e.seq from entries e where ${passes(near)})`;
  const { rows } = await sql<Found>`
    select entry, (1 - distance)::float8 as cosine
    from (
      select v.entry, v.vector <=> ${text}::halfvec as distance from entry_vectors v
      where v.model = ${model} and ${among}
    ) as measured
    order by distance, entry
    limit ${limit}`.execute(db);
  return rows;
}

/** The filter stands inside: the scan goes on until enough have passed it (pgvector 0.8, iterative scan). */
function throughIndex(db: Db, near: Near): Promise<Found[]> {
  const { model, dimensions, text, limit, breadth = BREADTH } = near;
  const type = sql`halfvec(${sql.raw(String(dimensions))})`;
  const distance = sql`v.vector::${type} <=> ${text}::${type}`;
  return transact(db, async (trx) => {
    await sql`
      select set_config('hnsw.iterative_scan', 'strict_order', true),
        set_config('hnsw.ef_search', ${String(Math.min(1000, Math.max(breadth, limit)))}, true),
        set_config('hnsw.max_scan_tuples', ${String(MOST_SCANNED)}, true),
        set_config('hnsw.scan_mem_multiplier', '8', true),
        set_config('enable_sort', 'off', true),
        set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true)`.execute(trx);
    const { rows } = await sql<Found>`
      select v.entry, (1 - (${distance}))::float8 as cosine
      from entry_vectors v join entries e on e.seq = v.entry
      where v.model = ${sql.lit(model)} and ${passes(near)}
      order by ${distance}
      limit ${limit}`.execute(trx);
    // The index measures vectors that it has rounded once more: neighbours can have changed places.
    return rows.sort((a, b) => b.cosine - a.cosine || a.entry - b.entry);
  });
}

/** The filter's condition on an entry `e`. */
function passes({ view, filter }: Near) {
  const sources = [...view.sources.values()].filter((source) => filter.source(source)).map(({ id }) => id);
  const regions = filter.region && regionsOf(view).filter((one) => filter.region?.(one));
  const bySource = sql`e.source = any(${intArray(sources)}::int[])`;
  if (!regions) return bySource;
  return sql`${bySource} and coalesce(e.region, '') = any(
    array(select jsonb_array_elements_text(${JSON.stringify(regions)}::text::jsonb)))`;
}

function regionsOf(view: LibraryView): string[] {
  return [...new Set(view.segments.flatMap(({ table }) => table.regions))];
}

function listAllowed({ segments }: LibraryView, { flags }: AllowedDocuments): number[] {
  return segments.flatMap(({ table }, index) => {
    const marks = flags[index]!;
    const seqs: number[] = [];
    for (let doc = 0; doc < table.size; doc++) if (marks[doc]) seqs.push(table.seq[doc]!);
    return seqs;
  });
}
