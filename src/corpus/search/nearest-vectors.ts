import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { LibraryView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';
import { intArray } from '../write-segment.ts';
import type { AllowedDocuments } from './allowed-documents.ts';
import { residentSignatures } from './resident-signatures.ts';
import { vectorText } from './vector-text.ts';

/** What is looked for: the nearest to a vector among what passes the filter. */
export interface Near {
  view: LibraryView;
  filter: Filter;
  allowed: AllowedDocuments;
  model: string;
  vector: Int16Array;
  limit: number;
  /** Default: BREADTH. */
  breadth?: number;
}

interface Found {
  entry: number;
  cosine: number;
}

/** So many that are likely the nearest are measured exactly: with so many the first ten are the true ones nearly always. */
const BREADTH = 300;
/** More than so many are told by their sources and regions, not one by one. */
const FEW = 12_000;

/**
 * The nearest vectors, best first: those whose signs are most like the query's, where the signs are held in memory, are
 * measured by the database, else all that pass the filter.
 */
export async function nearestVectors(db: Db, near: Near): Promise<Found[]> {
  if (near.allowed.count === 0) return [];
  const likely = await likelyNearest(db, near);
  return likely ? measure(db, near, among(likely)) : measureAll(db, near);
}

/** Those whose signs are most like the query's; `undefined` where the signs are not held, or few pass the filter. */
export async function likelyNearest(
  db: Db,
  { view, allowed, model, vector, limit, breadth = BREADTH }: Omit<Near, 'filter'>,
): Promise<number[] | undefined> {
  const most = Math.max(breadth, 2 * limit);
  if (allowed.count <= most) return undefined;
  const signatures = await residentSignatures(db, view, model, vector.length);
  return signatures?.shortlist(vector, view, allowed, most);
}

/** Exact: every entry that passes the filter is looked at. */
export function measureAll(db: Db, near: Near): Promise<Found[]> {
  const { view, allowed } = near;
  const which =
    allowed.count <= FEW || near.filter.issued
      ? among(listAllowed(view, allowed))
      : sql`v.entry in (select e.seq from entries e where ${passes(near)})`;
  return measure(db, near, which);
}

function among(entries: number[]) {
  return sql`v.entry = any(${intArray(entries)}::int[])`;
}

async function measure(
  db: Db,
  { model, vector, limit }: Near,
  which: ReturnType<typeof among>,
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select entry, (1 - distance)::float8 as cosine
    from (
      select v.entry, v.vector <=> ${vectorText(vector)}::halfvec as distance from entry_vectors v
      where v.model = ${model} and ${which}
    ) as measured
    order by distance, entry
    limit ${limit}`.execute(db);
  return rows;
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
