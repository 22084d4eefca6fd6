import { sql } from 'kysely';
import { pastCases } from '../../corpus/past-cases.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Db } from '../../db/database.ts';
import { today } from '../../law/dates.ts';
import type { PlacedFile } from './place-case.ts';
import { placePastCase } from './place-past-case.ts';
import type { PlacedCase } from './placed-case.ts';

/** One violation with the number of its decided cases. */
export interface DecidedViolation {
  violation: string;
  field: string;
  example: boolean;
  count: number;
}

/** Decided by its file, or signed here. */
const DECIDED = sql`(p.place->>'decidedOn' is not null or exists (
  select 1 from documents d join signatures g on g.document_id = d.id where d.case_id = p.case_id))`;

/** Every violation with decided cases, kept here or known from the library; most cases first. */
export async function decidedViolations(db: Db, book: ReferenceBook): Promise<DecidedViolation[]> {
  const { rows } = await sql<DecidedViolation>`
    select p.violation, p.place->>'field' as field, (p.place->>'example')::boolean as example, count(*)::int as count
    from case_places p where p.violation is not null and ${DECIDED}
    group by 1, 2, 3`.execute(db);
  const found = new Map<string, DecidedViolation>();
  for (const { violation, field, example, count } of [
    ...rows,
    ...placedPastCases(book).map((one) => ({ ...one, count: 1 })),
  ]) {
    const key = `${violation}\n${field}\n${example}`;
    const known = found.get(key);
    if (known) known.count += count;
    else found.set(key, { violation, field, example, count });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.violation < b.violation ? -1 : 1));
}

interface Row {
  id: string;
  place: PlacedFile;
  handlers: string[] | null;
  signed_at: Date | null;
}

/** The decided cases of one violation, the oldest decision first. */
export async function placedCases(db: Db, book: ReferenceBook, violation: string): Promise<PlacedCase[]> {
  const { rows } = await sql<Row>`
    select p.case_id as id, p.place,
      (select array_agg(h.user_id order by h.user_id) from case_handlers h where h.case_id = p.case_id) as handlers,
      (select min(g.signed_at) from documents d join signatures g on g.document_id = d.id
        where d.case_id = p.case_id) as signed_at
    from case_places p where p.violation = ${violation} and ${DECIDED}`.execute(db);
  const kept = rows.flatMap(({ id, place, handlers, signed_at }): PlacedCase[] => {
    const decidedOn = place.decidedOn ?? (signed_at ? today(signed_at) : undefined);
    return decidedOn ? [{ ...place, id, kept: true, decidedOn, handlers: handlers ?? [] }] : [];
  });
  const here = new Set(kept.map(({ id }) => id));
  const past = placedPastCases(book).filter((one) => one.violation === violation && !here.has(one.id));
  return [...kept, ...past].sort((a, b) =>
    a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : a.id < b.id ? -1 : 1,
  );
}

const library = new WeakMap<ReferenceBook, PlacedCase[]>();

function placedPastCases(book: ReferenceBook): PlacedCase[] {
  const known = library.get(book);
  if (known) return known;
  const placed = pastCases().map((past) => placePastCase(past, book));
  library.set(book, placed);
  return placed;
}
