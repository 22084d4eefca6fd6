import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '../../src/db/open-database.ts';
import { openQueue } from '../../src/db/queue.ts';
import { transact } from '../../src/db/transact.ts';

/**
 * A process to be killed: `write` inserts rows and tells each number once it is acknowledged, in turn by a transaction
 * and by a statement alone; `work` queues a job that never ends and tells its id when it runs.
 */
const [mode, dataFolder] = process.argv.slice(2) as ['write' | 'work', string];
const database = await openDatabase({ dataFolder });
const { db } = database;
const tell = (line: string | number) => writeSync(1, `${line}\n`);

if (mode === 'write') {
  await sql`create table if not exists acknowledged (n bigint primary key, filler text not null)`.execute(db);
  const last = await sql<{ n: number }>`select coalesce(max(n), 0) as n from acknowledged`.execute(db);
  for (let n = last.rows[0]!.n + 1; ; n++) {
    const insert = sql`insert into acknowledged values (${n}, ${'x'.repeat(n % 3000)})`;
    if (n % 2 === 0) await insert.execute(db);
    else await transact(db, (trx) => insert.execute(trx));
    tell(n);
  }
} else {
  const queue = await openQueue(database);
  await queue.work('endless', async (job) => {
    tell(job.id);
    await new Promise(() => setInterval(() => {}, 1000));
  });
  await queue.send(db, 'endless', {});
}
