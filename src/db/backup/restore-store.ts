import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Kysely, PGliteDialect } from 'kysely';
import type { Config } from '../../config.ts';
import { EmbeddedEngine } from '../embedded-engine.ts';
import { lockFolder } from '../lock-folder.ts';
import { makeFolder } from '../make-folder.ts';
import { openPglite } from '../open-pglite.ts';
import { openServer } from '../open-server.ts';
import { syncFolder } from '../sync-folder.ts';
import type { Tables } from '../tables.ts';
import type { CarryReport } from './back-up-store.ts';
import { extractFiles, filesOf } from './extract-files.ts';
import type { ReadLedger } from './fill-database.ts';
import { type Filled, fillEmbedded } from './fill-embedded.ts';
import { fillServer, occupied } from './fill-server.ts';
import { decideRestore, finishRestore, preparedFolder } from './finish-restore.ts';
import { isOccupied } from './is-occupied.ts';
import { isCarried, keptFiles } from './kept-files.ts';
import { ArchiveReader, type OnProgress } from './read-archive.ts';
import { migrationsOf, rowsOfArchive } from './row-source.ts';
import { tellDiskFault } from './tell-disk-fault.ts';
import { wasFilled } from './was-filled.ts';

interface RestoreReport extends CarryReport {
  /** Of the backup. */
  at: string;
  program: string;
  files: { count: number; bytes: number };
}

interface Options {
  file: string;
  replace: boolean;
  readLedger: ReadLedger;
  onProgress?: OnProgress;
}

/**
 * Puts the store of a backup in place of an empty one, or of any where `replace` says so. Every byte of the backup is
 * checked first; the new store is prepared beside the old one, compared with the backup, and takes its place in one step
 * that is finished by whoever opens the folder next when this process is killed. Where something differs the old store
 * stays.
 */
export async function restoreStore(
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  options: Options,
): Promise<RestoreReport> {
  const archive = await ArchiveReader.open(options.file);
  try {
    migrationsOf(archive.list, '备份');
    filesOf(archive);
    await archive.verify(options.onProgress);
    return await tellDiskFault(config.dataFolder, async () => {
      await makeFolder(config.dataFolder, 0o700);
      const lock = await lockFolder(config.dataFolder);
      try {
        return await restoreLocked(config, archive, options);
      } finally {
        await lock.release();
      }
    });
  } finally {
    await archive.close();
  }
}

async function restoreLocked(
  { dataFolder, databaseUrl }: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  archive: ArchiveReader,
  options: Options,
): Promise<RestoreReport> {
  await finishRestore(
    dataFolder,
    databaseUrl === undefined ? undefined : (id) => wasCommitted(databaseUrl, id),
  );
  if (!options.replace) await checkEmpty(dataFolder, databaseUrl === undefined, archive);
  const prepared = preparedFolder(dataFolder);
  const source = rowsOfArchive({ list: archive.list, rows: archive.rows() });
  let decided = false;
  try {
    await makeFolder(prepared, 0o700);
    const files = await extractFiles(archive, prepared, options.onProgress);
    const decide = async (id?: string) => {
      await syncFolder(prepared);
      // A server's store has no use for an embedded database, and leaves one that lies there alone.
      const there = (await readdir(dataFolder)).filter((name) => isReplaced(name, databaseUrl === undefined));
      await decideRestore(dataFolder, { remove: there, ...(id === undefined ? {} : { id }) });
      decided = true;
    };
    const filling = { what: '备份', readLedger: options.readLedger, onProgress: options.onProgress };
    let filled: Filled;
    if (databaseUrl === undefined) {
      filled = await fillEmbedded(join(prepared, 'db'), source, filling);
      if (filled.differences.length === 0) await decide();
    } else {
      filled = await fillServer(databaseUrl, source, {
        ...filling,
        replace: options.replace,
        beforeCommit: decide,
      });
    }
    if (decided) await finishRestore(dataFolder, async () => true);
    return { ...reportOf(filled), at: archive.list.at, program: archive.list.program, files };
  } finally {
    // What was decided and has not come to its end is finished or taken back at the next opening.
    if (!decided) await rm(join(prepared, '..'), { recursive: true, force: true });
  }
}

async function wasCommitted(url: string, id: string): Promise<boolean> {
  const database = await openServer(url, { asItIs: true });
  try {
    return await wasFilled(database.db, id);
  } finally {
    await database.close();
  }
}

/** What a filled database says of itself. */
export function reportOf({ sums, ledger, differences }: Filled): CarryReport {
  return {
    tables: Object.fromEntries(Object.entries(sums).map(([name, { rows }]) => [name, rows])),
    ledgerRoot: ledger.root,
    equal: differences.length === 0,
    ledger,
    differences,
  };
}

const isReplaced = (name: string, embedded: boolean): boolean =>
  isCarried(name) ||
  name.startsWith('library-laws.kept') ||
  (embedded && (name === 'db' || name === 'db.new'));

/** Files that are the backup's own do not make a folder occupied: they may lie there already. */
async function checkEmpty(dataFolder: string, embedded: boolean, archive: ArchiveReader): Promise<void> {
  const database = join(dataFolder, 'db');
  if (embedded && existsSync(database)) {
    const engine = await EmbeddedEngine.over(await openPglite({ dataDir: database }), database);
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: engine }) });
    try {
      if (await isOccupied(db)) throw occupied(`数据文件夹 ${dataFolder} `);
    } finally {
      await db.destroy();
      await engine.close();
    }
  }
  const given = new Map(filesOf(archive).map((part) => [part.path, part]));
  for (const { path, bytes } of await keptFiles(dataFolder)) {
    const part = given.get(path);
    const same = part?.bytes === bytes && part.sha256 === (await digestOf(join(dataFolder, path)));
    if (!same) throw occupied(`数据文件夹 ${dataFolder} 里有备份中没有的文件 ${path}，其`);
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
