import type { Db } from '../database.ts';
import { quoted, rawQuery } from './raw-query.ts';

/**
 * Takes off what refuses rows that come table by table: references between tables, and triggers. What it returns puts
 * them back; the database then checks every reference anew.
 */
export async function liftConstraints(db: Db, tables: readonly string[]): Promise<() => Promise<void>> {
  const references = await rawQuery<{ table: string; name: string; definition: string }>(
    db,
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and c.relname = any($1::text[])`,
    [tables],
  );
  for (const { table, name } of references)
    await rawQuery(db, `alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  for (const table of tables) await rawQuery(db, `alter table ${quoted(table)} disable trigger user`);
  return async () => {
    for (const table of tables) await rawQuery(db, `alter table ${quoted(table)} enable trigger user`);
    for (const { table, name, definition } of references)
      await rawQuery(db, `alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`);
  };
}
