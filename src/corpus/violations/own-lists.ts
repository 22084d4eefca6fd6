import type { Db } from '../../db/database.ts';
import { today } from '../../law/dates.ts';
import type { SheetMap } from '../sources/sheets/sheet-map.ts';
import type { OwnList, OwnViolation } from './own-violation.ts';

/** The agencies' own lists in the library, in the order of their import. */
export async function ownLists(db: Db): Promise<OwnList[]> {
  const lists = await db
    .selectFrom('own_lists as l')
    .innerJoin('library_sources as s', 's.id', 'l.source')
    .select(['l.source', 'l.agency', 's.stated_from', 's.imported_at', 's.complete'])
    .where('s.state', '=', 'live')
    .orderBy('l.source')
    .execute();
  const sources = lists.map(({ source }) => source);
  if (sources.length === 0) return [];
  const rows = await db
    .selectFrom('own_violations')
    .select(['source', 'item'])
    .where('source', 'in', sources)
    .orderBy('source')
    .orderBy('place')
    .execute();
  return lists.map(({ source, agency, stated_from: stated, imported_at: at, complete }) => ({
    agency,
    from: stated ?? today(at),
    readOn: today(at),
    whole: complete,
    items: rows.flatMap((row) => (row.source === source ? [row.item as OwnViolation] : [])),
  }));
}

/** The columns that were written for lists in the library, the latest first. */
export async function savedMaps(db: Db): Promise<{ file: string; map: SheetMap }[]> {
  const rows = await db
    .selectFrom('own_lists as l')
    .innerJoin('library_sources as s', 's.id', 'l.source')
    .select(['s.file', 'l.map'])
    .where('s.state', '=', 'live')
    .where('l.map', 'is not', null)
    .orderBy('l.source', 'desc')
    .execute();
  return rows.map(({ file, map }) => ({ file, map: map as SheetMap }));
}
