import type { Db } from '../db/database.ts';
import { type Person, personFromRow } from './person.ts';

/** The person with this id, disabled ones included; `undefined` when there is none. */
export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? personFromRow(row) : undefined;
}

/** Everyone with an account, by role and name. */
export async function listPeople(db: Db): Promise<Person[]> {
  const rows = await db.selectFrom('people').selectAll().orderBy('created_at').orderBy('username').execute();
  return rows.map(personFromRow);
}
