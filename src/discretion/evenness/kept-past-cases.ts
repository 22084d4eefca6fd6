import { sql } from 'kysely';
import type { AnyCaseFile } from '../../cases/case-file.ts';
import type { PastCase } from '../../corpus/past-cases.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Db } from '../../db/database.ts';
import { chineseDay, today } from '../../law/dates.ts';
import { keepPlaces } from './keep-places.ts';

import { type PlacedFile, placeCase } from './place-case.ts';

/** The latest decisions are enough to compare with. */
const MOST = 300;
/** A desk waits no longer for places that are still to be reckoned; they come with the next look. */
const WITHIN_MS = 200;

interface Row {
  id: string;
  place: PlacedFile;
  item: string | null;
  code: string | null;
  punishing: PastCase['punishing'] | null;
  factors: PastCase['factors'] | null;
  amounts: Record<string, { yuan: number }> | null;
  signed_at: Date | null;
}

/**
 * The decisions made here on the same violation, as cases to compare with. Names, facts and titles of others are left out:
 * who handles this case need not be allowed to read those. The case itself is not among them.
 */
export async function keptPastCases(db: Db, book: ReferenceBook, file: AnyCaseFile): Promise<PastCase[]> {
  if (file.action !== 'penalty') return [];
  await keepPlaces(db, book, { withinMs: WITHIN_MS });
  const { violation } = placeCase(file, book);
  const { rows } = await sql<Row>`
    select p.case_id as id, p.place, c.file->>'benchmarkItem' as item, c.file->'violation'->>'itemCode' as code,
      c.file->'provisions'->'punishing' as punishing, c.file->'circumstances'->'factors' as factors,
      c.file->'violation'->'amounts' as amounts, s.signed_at
    from case_places p join cases c on c.id = p.case_id
      left join lateral (select min(g.signed_at) as signed_at from documents d join signatures g on g.document_id = d.id
        where d.case_id = p.case_id) s on true
    where p.violation = ${violation} and p.case_id <> ${file.id}
      and (p.place->>'decidedOn' is not null or s.signed_at is not null)
    order by p.place->>'decidedOn' desc nulls first, p.case_id limit ${MOST}::int`.execute(db);
  return rows.map(asPastCase);
}

function asPastCase(row: Row): PastCase {
  const { place, item, code, signed_at } = row;
  const decidedOn = place.decidedOn ?? today(signed_at ?? undefined);
  return {
    id: `kept:${row.id}`,
    title: `本机关${chineseDay(decidedOn)}决定的案件`,
    example: place.example,
    agency: place.agency,
    region: place.region,
    field: place.field,
    ...(code ? { itemCode: code } : {}),
    ...(item ? { benchmarkItem: item } : {}),
    violation: place.violation,
    party: { kind: place.party, name: '某当事人' },
    decidedOn,
    facts: '',
    breached: [],
    punishing: (row.punishing ?? []).map(({ law, article, paragraph, item: number }) => ({
      law,
      article,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(number === undefined ? {} : { item: number }),
    })),
    factors: row.factors ?? {},
    amounts: Object.fromEntries(Object.entries(row.amounts ?? {}).map(([name, { yuan }]) => [name, yuan])),
    grounds: [],
    ...(place.tier ? { tier: place.tier } : {}),
    ...(place.span ? { statutory: inYuan(place.span) } : {}),
    penalties: place.fine === undefined ? [] : [{ type: 'fine', amount: place.fine / 100 }],
    reasons: '',
  };
}

function inYuan({ min, max }: NonNullable<PlacedFile['span']>): NonNullable<PastCase['statutory']> {
  return {
    ...(min === undefined ? {} : { min: min / 100 }),
    ...(max === undefined ? {} : { max: max / 100 }),
  };
}
