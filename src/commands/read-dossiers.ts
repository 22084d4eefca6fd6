import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { loadProfiles } from '../corpus/profile.ts';
import { FactsThread } from '../dossiers/facts-thread.ts';
import { type DossierOnDisk, readDossier } from '../dossiers/read-dossier.ts';
import { AppError, type ErrorKind } from '../errors.ts';
import { ReadingPool } from '../files/reading-pool.ts';
import { profileOfCase } from '../review/screening/profile-of-case.ts';
import { leaveByExit } from './leave-by-exit.ts';

/** What came of one dossier of many; what cannot be read costs no other. */
export type DossierOutcome = { name: string } & (
  | { read: DossierOnDisk }
  | { refusal: { kind: ErrorKind; message: string } }
);

/** So many dossiers have their files read side by side while one is put together. */
const AT_ONCE = 3;

/** The dossiers in a folder: each folder or archive in it is one, in order of names. */
export function dossiersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || /\.zip$/i.test(entry.name)))
    .map(({ name }) => name)
    .sort();
}

/**
 * Reads dossiers with threads kept for all of them, in the order of the names, few ahead of the one asked for. Each case
 * is under the profile that it will be judged by.
 */
export async function* readDossiers(
  folder: string,
  names: readonly string[],
): AsyncGenerator<DossierOutcome> {
  const { jurisdiction } = readConfig();
  const profiles = loadProfiles();
  const pool = new ReadingPool();
  const thread = new FactsThread();
  const stay = leaveByExit();
  const ahead: Promise<DossierOutcome>[] = [];
  const rest = names[Symbol.iterator]();
  const begin = () => {
    const { value, done } = rest.next();
    if (!done) ahead.push(outcomeOf(folder, value, { pool, thread }));
  };
  try {
    for (let at = 0; at < AT_ONCE; at += 1) begin();
    for (let first = ahead.shift(); first; first = ahead.shift()) {
      const outcome = await first;
      begin();
      if ('read' in outcome) {
        const { case: file } = outcome.read;
        file.jurisdiction ??= profileOfCase(file, jurisdiction, profiles).id;
      }
      yield outcome;
    }
  } finally {
    await Promise.all([pool.close(), thread.close()]);
    stay();
  }
}

async function outcomeOf(
  folder: string,
  name: string,
  threads: { pool: ReadingPool; thread: FactsThread },
): Promise<DossierOutcome> {
  try {
    return { name, read: await readDossier([join(folder, name)], threads) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { name, refusal: { kind: error.kind, message: error.message } };
  }
}
