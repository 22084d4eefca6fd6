import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { LibraryView } from '../library-view.ts';
import { loadReferenceBook } from '../load-reference-book.ts';

/** What one body issued: whole sources, and entries that name their agency themselves. */
export interface IssuedBy {
  name: string;
  sources: ReadonlySet<number>;
  entries: ReadonlySet<number>;
}

/** Everything of a library that names its issuing body, by that name. */
interface Issued {
  sources: Map<string, number[]>;
  entries: Map<string, number[]>;
}

const known = new WeakMap<LibraryView, Promise<Issued>>();

/**
 * The entries whose issuing body's name contains the given one: of a case the agency that decided it, of a norm or a
 * benchmark the body that made it. Worked out once for each state of the library.
 */
export async function issuedBy(db: Db, view: LibraryView, name: string): Promise<IssuedBy> {
  let reading = known.get(view);
  if (!reading) {
    reading = readIssued(db);
    known.set(view, reading);
    reading.catch(() => known.delete(view));
  }
  const { sources, entries } = await reading;
  return { name, sources: containing(sources, name), entries: containing(entries, name) };
}

function containing(lists: Map<string, number[]>, name: string): Set<number> {
  return new Set([...lists].flatMap(([body, numbers]) => (body.includes(name) ? numbers : [])));
}

async function readIssued(db: Db): Promise<Issued> {
  const book = loadReferenceBook();
  const rows = await db
    .selectFrom('library_sources')
    .select(['id', 'key', 'kind', 'title', 'issuer'])
    .where('state', '=', 'live')
    .execute();
  const benchmarks = new Map(book.benchmarks().map(({ id, issuer }) => [`benchmark:${id}`, issuer]));
  const sources = new Map<string, number[]>();
  for (const { id, key, kind, title, issuer } of rows) {
    const bundled = kind === 'law' ? book.statuteOf(title)?.issuer : benchmarks.get(key);
    const body = issuer || bundled;
    if (body) sources.set(body, [...(sources.get(body) ?? []), id]);
  }
  const named = await sql<{ agency: string; seqs: number[] }>`
    select payload->>'agency' as agency, array_agg(seq) as seqs from entries where payload ? 'agency' group by 1`.execute(
    db,
  );
  return { sources, entries: new Map(named.rows.map(({ agency, seqs }) => [agency, seqs])) };
}
