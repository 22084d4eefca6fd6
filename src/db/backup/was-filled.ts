import type { Db } from '../database.ts';
import { rawQuery } from './raw-query.ts';

const MARK = '由备份恢复或者迁移 ';

/** Notes in the database under which id it was filled: with the same commit as its rows. */
export async function markFilled(db: Db, id: string): Promise<void> {
  await rawQuery(db, `comment on table migrations is '${MARK}${id}'`);
}

/** Whether the database is what was filled under this id. */
export async function wasFilled(db: Db, id: string): Promise<boolean> {
  const [row] = await rawQuery<{ found: string | null }>(
    db,
    "select obj_description(to_regclass('migrations'), 'pg_class') as found",
  );
  return row?.found === `${MARK}${id}`;
}
