import type { Db } from '../database.ts';
import { quoted, rawQuery } from './raw-query.ts';

/** Where each counter stands, so that no number is ever given twice. */
type Sequences = Record<string, { last: string; called: boolean }>;

export async function readSequences(db: Db): Promise<Sequences> {
  const names = await rawQuery<{ name: string }>(
    db,
    `select relname as name from pg_class
    where relkind = 'S' and relnamespace = current_schema()::regnamespace order by relname collate "C"`,
  );
  const found: Sequences = {};
  for (const { name } of names) {
    const [row] = await rawQuery<{ last: string; called: boolean }>(
      db,
      `select last_value::text as last, is_called as called from ${quoted(name)}`,
    );
    found[name] = { last: row!.last, called: row!.called };
  }
  return found;
}

export async function setSequences(db: Db, sequences: Sequences): Promise<void> {
  for (const [name, { last, called }] of Object.entries(sequences)) {
    await rawQuery(db, 'select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, called]);
  }
}
