import { AppError } from '../../errors.ts';
import type { Db } from '../database.ts';
import { readMigrations } from '../migrate.ts';
import { quoted, rawQuery } from './raw-query.ts';
import { migrationsOf } from './row-source.ts';

/** The tables and functions that our migrations make. */
export function ownNames(): { tables: string[]; functions: string[] } {
  const sql = readMigrations()
    .map((migration) => migration.sql)
    .join('\n');
  const named = (kind: string) => [
    ...new Set(
      [...sql.matchAll(new RegExp(`^\\s*create ${kind} (?:if not exists )?(\\w+)`, 'gim'))].map((m) => m[1]!),
    ),
  ];
  return {
    tables: ['migrations', ...named('(?:or replace )?table')],
    functions: named('(?:or replace )?function'),
  };
}

/**
 * Takes away the store that a server's database holds, its queue with it, and nothing else. Refuses with `conflict` a
 * store of a newer version, and tables of another program under our names.
 */
export async function dropStore(db: Db): Promise<void> {
  const { tables, functions } = ownNames();
  const present = await rawQuery<{ name: string }>(
    db,
    `select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname = any($1::text[])`,
    [tables],
  );
  if (present.length === 0) return;
  if (!present.some(({ name }) => name === 'migrations')) {
    throw new AppError(
      'conflict',
      `目标数据库里已有别的程序的表（${present.map(({ name }) => name).join('、')}）；请另建一个空的数据库。`,
    );
  }
  migrationsOf({ migrations: await rawQuery(db, 'select name, sha256 from migrations') }, '目标数据库');
  await rawQuery(db, `drop table ${present.map(({ name }) => quoted(name)).join(', ')} cascade`);
  for (const name of functions) await rawQuery(db, `drop function if exists ${quoted(name)} cascade`);
  await rawQuery(db, 'drop schema if exists pgboss cascade');
}
