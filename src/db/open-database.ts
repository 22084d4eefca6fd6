import type { Config } from '../config.ts';
import type { Database } from './database.ts';
import { openEmbedded } from './open-embedded.ts';
import { openServer } from './open-server.ts';

/**
 * Opens the database of these settings, embedded or on a server, with all migrations applied.
 * Refuses with `conflict` (folder in use, or a database of another version) or `unavailable` (cannot be reached).
 */
export function openDatabase(config: Pick<Config, 'dataFolder' | 'databaseUrl'>): Promise<Database> {
  return config.databaseUrl ? openServer(config.databaseUrl) : openEmbedded(config.dataFolder);
}
