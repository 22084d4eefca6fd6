import type { Config } from '../config.ts';
import { finishRestore, isRestoring } from './backup/finish-restore.ts';
import { wasFilled } from './backup/was-filled.ts';
import type { Database } from './database.ts';
import { lockFolder } from './lock-folder.ts';
import { openEmbedded } from './open-embedded.ts';
import { openServer } from './open-server.ts';

/**
 * Opens the database of these settings, embedded or on a server, with all migrations applied.
 * Refuses with `conflict` (folder in use, or a database of another version) or `unavailable` (cannot be reached).
 */
export async function openDatabase(config: Pick<Config, 'dataFolder' | 'databaseUrl'>): Promise<Database> {
  if (!config.databaseUrl) return openEmbedded(config.dataFolder);
  const database = await openServer(config.databaseUrl);
  try {
    if (config.dataFolder && isRestoring(config.dataFolder)) await settle(config.dataFolder, database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A restore that was killed: the files beside the database follow what the database says. */
async function settle(dataFolder: string, database: Database): Promise<void> {
  const lock = await lockFolder(dataFolder);
  try {
    await finishRestore(dataFolder, (id) => wasFilled(database.db, id));
  } finally {
    await lock.release();
  }
}
