import { CompiledQuery } from 'kysely';
import type { Db } from '../database.ts';

/** Rows of SQL written out. On a server any number of statements where there are no parameters. */
export async function rawQuery<Row = Record<string, unknown>>(
  db: Db,
  text: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(text, parameters))).rows;
}

/** A name as an identifier of SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
