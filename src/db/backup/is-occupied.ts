import type { Db } from '../database.ts';
import { quoted, rawQuery } from './raw-query.ts';

/**
 * Whether a store holds anything of anybody's: people, cases, entries of the process record, imports. Without these all
 * that it holds is what the program itself brings.
 */
export async function isOccupied(db: Db): Promise<boolean> {
  for (const name of ['record_entries', 'people', 'cases', 'library_imports']) {
    const [table] = await rawQuery<{ found: boolean }>(db, 'select to_regclass($1) is not null as found', [
      name,
    ]);
    if (!table!.found) continue;
    const [row] = await rawQuery<{ any: boolean }>(db, `select exists (select from ${quoted(name)}) as any`);
    if (row!.any) return true;
  }
  return false;
}
