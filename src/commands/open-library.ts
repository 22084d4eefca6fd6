import type { Config } from '../config.ts';
import { loadBundledCorpus } from '../corpus/load-bundled-corpus.ts';
import type { Database } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';

/**
 * Opens the database, with the bundled corpus loaded, for the time of one command. `sealed` is given the result as
 * `Database.close` calls it, unless the work failed.
 */
export async function withDatabase<T>(
  config: Config,
  work: (database: Database) => Promise<T>,
  sealed?: (result: T) => void,
): Promise<T> {
  const database = await openDatabase(config);
  let seal: (() => void) | undefined;
  try {
    await loadBundledCorpus(database.db);
    const result = await work(database);
    seal = () => sealed?.(result);
    return result;
  } finally {
    await database.close(seal);
  }
}
