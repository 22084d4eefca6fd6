import { sql } from 'kysely';
import type { AnyCaseFile } from '../../cases/case-file.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Db } from '../../db/database.ts';
import { placeBasis } from './place-basis.ts';
import { placeCase } from './place-case.ts';

/** So many at once: a batch is read, reckoned and written in some fifty milliseconds, and others get their turn between. */
const BATCH = 100;

interface Row {
  id: string;
  revision: number;
  file: AnyCaseFile;
}

/**
 * Reckons the places of cases that are new or changed, batch by batch, until none is left or `withinMs` is over.
 * What is done stays done; `left` tells how many are still to come.
 */
export async function keepPlaces(
  db: Db,
  book: ReferenceBook,
  { withinMs = Number.POSITIVE_INFINITY }: { withinMs?: number } = {},
): Promise<{ left: number }> {
  const end = performance.now() + withinMs;
  const basis = await placeBasis(db, book);
  let after = '';
  do {
    const rows = await nextCases(db, basis, after);
    after = rows.at(-1)?.id ?? after;
    if (rows.length === 0) return { left: 0 };
    await writePlaces(db, book, basis, rows);
    if (rows.length < BATCH) return { left: 0 };
    await new Promise((resolve) => setImmediate(resolve));
  } while (performance.now() < end);
  return { left: await countLeft(db, basis) };
}

async function nextCases(db: Db, basis: string, after: string): Promise<Row[]> {
  // The papers are most of a file and tell nothing here. Both sides begin after the last batch, or each batch would read on from the first place.
  const { rows } = await sql<Row>`
    select c.id, c.revision, c.file - 'papers' - 'sources' as file
    from cases c left join case_places p on p.case_id = c.id and p.case_id > ${after}
    where c.id > ${after} and (p.case_id is null or p.revision <> c.revision or p.basis <> ${basis})
    order by c.id limit ${BATCH}::int`.execute(db);
  return rows;
}

async function countLeft(db: Db, basis: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*) as left from cases c left join case_places p on p.case_id = c.id
    where p.case_id is null or p.revision <> c.revision or p.basis <> ${basis}`.execute(db);
  return Number(rows[0]?.left ?? 0);
}

async function writePlaces(db: Db, book: ReferenceBook, basis: string, rows: readonly Row[]): Promise<void> {
  const places = rows.map(({ id, revision, file }) => {
    const place = file.action === 'penalty' ? placeCase(file, book) : undefined;
    return { case_id: id, revision, violation: place?.violation ?? null, place: place ?? null };
  });
  // A case that was removed meanwhile is passed over.
  await sql`
    insert into case_places (case_id, revision, basis, violation, place)
    select n.case_id, n.revision, ${basis}, n.violation, nullif(n.place, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as n(case_id text, revision int, violation text, place jsonb)
      join cases c on c.id = n.case_id
    on conflict (case_id) do update set revision = excluded.revision, basis = excluded.basis,
      violation = excluded.violation, place = excluded.place`.execute(db);
}
