import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { databaseMark } from '../db/database-mark.ts';
import { bundledDigest } from './bundled-digest.ts';
import type { LibraryLaws } from './imported-laws.ts';
import type { OwnList } from './violations/own-violation.ts';
import type { PastChoice } from './violations/past-choice.ts';

/** Rises when `KeptLibrary` or the way of reading it changes. */
const FORMAT = 10;
const FILE = 'library-laws.kept';

/** What commands that only look things up need of the store: its laws, the agencies' own lists of items, and past choices. */
export interface KeptLibrary {
  laws: LibraryLaws;
  lists: OwnList[];
  /** What people took recent cases for. */
  choices: PastChoice[];
}

interface Kept extends KeptLibrary {
  format: number;
  database: string;
  bundled: string;
}

/**
 * The laws and lists of the library as they were kept when it was last closed. `undefined` unless nobody has opened the embedded
 * database since and the folder corpus/ is still the one that was loaded into it.
 */
export function keptLaws(dataFolder: string): KeptLibrary | undefined {
  const database = databaseMark(dataFolder);
  if (database === undefined) return undefined;
  const kept = read(join(dataFolder, FILE));
  const current = kept?.format === FORMAT && kept.database === database && kept.bundled === bundledDigest();
  return current ? { laws: kept.laws, lists: kept.lists, choices: kept.choices } : undefined;
}

/**
 * Keeps the laws and lists beside the embedded database for commands that only need to look them up: opening it takes longer than
 * all that they do. Only for who has just closed the database and still holds the lock on its folder.
 */
export function keepLaws(dataFolder: string, { laws, lists, choices }: KeptLibrary): void {
  const database = databaseMark(dataFolder);
  if (database === undefined) return;
  const path = join(dataFolder, FILE);
  const draft = `${path}.${randomUUID()}`;
  try {
    const kept: Kept = { format: FORMAT, database, bundled: bundledDigest(), laws, lists, choices };
    writeFileSync(draft, serialize(kept), { mode: 0o600 });
    renameSync(draft, path);
  } catch {
    // A full disk costs the next command time, not this one its answer.
    rmSync(draft, { force: true });
  }
}

function read(path: string): Kept | undefined {
  try {
    return deserialize(readFileSync(path)) as Kept;
  } catch {
    return undefined;
  }
}
