import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Sanction } from '../../law/sanction.ts';
import { type Benchmark, benchmarkSchema } from '../benchmark.ts';
import { storedItem } from './stored-item.ts';
import type { StoredReading } from './stored-reading.ts';

/** A discretion table of the library, with the spans that it prints itself. */
export interface ImportedTable {
  benchmark: Benchmark;
  sanctions: Sanction[];
}

/**
 * The discretion tables that were imported, in the order of their import. An item that was stored in a form that cannot be
 * reckoned with says so and gives no amount; a table whose head cannot be read is left out until it is read again.
 */
export async function importedTables(db: Db): Promise<ImportedTable[]> {
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('library_sources as s', 's.id', 'e.source')
    .select(['s.id as source', sql<StoredReading>`e.payload->'reading'`.as('reading')])
    .where('s.state', '=', 'live')
    .where('s.kind', '=', 'benchmark')
    .where('s.origin', '=', 'imported')
    .where(sql<boolean>`e.payload->'reading' is not null`)
    .orderBy('e.seq')
    .execute();
  return [...Map.groupBy(rows, ({ source }) => source).values()].flatMap((own) => {
    const items = own.map(({ reading }) => storedItem(reading.item));
    const read = benchmarkSchema.safeParse({ ...own[0]!.reading.head, items });
    const sanctions = own.flatMap(({ reading }) => reading.sanction ?? []);
    return read.success ? [{ benchmark: read.data, sanctions }] : [];
  });
}
