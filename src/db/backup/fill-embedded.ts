import { Kysely, PGliteDialect } from 'kysely';
import { EmbeddedEngine } from '../embedded-engine.ts';
import { migrate } from '../migrate.ts';
import { openPglite } from '../open-pglite.ts';
import { syncFolder } from '../sync-folder.ts';
import type { Tables } from '../tables.ts';
import {
  differences,
  fillDatabase,
  type Ledger,
  type ReadLedger,
  type RowSource,
  type TableSums,
} from './fill-database.ts';
import type { OnProgress } from './read-archive.ts';
import { migrationsOf } from './row-source.ts';
import { settleJobs } from './settle-jobs.ts';

/** What came of filling a database. Where something differs, it must not be used. */
export interface Filled {
  sums: TableSums;
  ledger: Ledger;
  differences: string[];
}

/** Makes an embedded database in `folder`, which is not there yet, out of these rows; on the disk when it returns. */
export async function fillEmbedded(
  folder: string,
  source: RowSource,
  options: { what: string; readLedger: ReadLedger; onProgress?: OnProgress | undefined },
): Promise<Filled> {
  const { level, later } = migrationsOf(source, options.what);
  const engine = await EmbeddedEngine.over(await openPglite({ dataDir: folder }), folder);
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: engine }) });
  try {
    await migrate(engine, level);
    const end = await fillDatabase(db, source, options.onProgress);
    const { found, sums, ledger } = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((trx) => differences(trx, end, options.readLedger, options.onProgress));
    await settleJobs(db);
    if (later.length > 0) await migrate(engine);
    return { sums, ledger, differences: found };
  } finally {
    await db.destroy();
    await engine.close();
    await syncFolder(folder);
  }
}
