import type { AnyCaseFile } from '../cases/case-file.ts';
import type { Config } from '../config.ts';
import { loadBundledCorpus } from '../corpus/load-bundled-corpus.ts';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import { loadProfiles, type Profile } from '../corpus/profile.ts';
import { profileNamed } from '../corpus/profile-named.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { withImportedTexts } from '../corpus/with-imported-texts.ts';
import type { Database } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
import { AppError } from '../errors.ts';
import { checkProfiles } from '../review/check-profiles.ts';
import { printNote } from './print.ts';

/** Opens the database, with the bundled corpus loaded, for the time of one command. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  try {
    await loadBundledCorpus(database.db);
    return await work(database);
  } finally {
    await database.close();
  }
}

/**
 * The reference book with the texts imported into the store. When the store is in use by the running service,
 * the bundled book alone, said on standard error: commands that only read a case must not need the service stopped.
 */
export async function openBook(config: Config): Promise<ReferenceBook> {
  const bundled = loadReferenceBook();
  try {
    return await withDatabase(config, (database) => withImportedTexts(database.db, bundled));
  } catch (error) {
    if (!(error instanceof AppError) || (error.kind !== 'conflict' && error.kind !== 'unavailable'))
      throw error;
    printNote(`法规库未能打开（${error.message}）本次只用随附的法规要旨。`);
    return bundled;
  }
}

/** The profile a case names, else the configured one. */
export function profileFor(file: AnyCaseFile | undefined, config: Config): Profile {
  const profiles = loadProfiles();
  checkProfiles(profiles.values());
  return profileNamed(file?.jurisdiction ?? config.jurisdiction, profiles);
}
