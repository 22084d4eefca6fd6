import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { AppError } from '../../errors.ts';
import { lockFolder } from '../lock-folder.ts';
import { makeFolder } from '../make-folder.ts';
import { openDatabase } from '../open-database.ts';
import { syncFolder } from '../sync-folder.ts';
import type { CarryReport } from './back-up-store.ts';
import type { ReadLedger, RowSource } from './fill-database.ts';
import { type Filled, fillEmbedded } from './fill-embedded.ts';
import { fillServer, occupied } from './fill-server.ts';
import { decideRestore, finishRestore, isRestoring, preparedFolder } from './finish-restore.ts';
import type { OnProgress } from './read-archive.ts';
import { reportOf } from './restore-store.ts';
import { rowsOfDatabase } from './row-source.ts';
import { tellDiskFault } from './tell-disk-fault.ts';

/** What `--to` says for the embedded database in the data folder. */
export const EMBEDDED = 'embedded';

interface Options {
  to: string;
  replace: boolean;
  readLedger: ReadLedger;
  onProgress?: OnProgress;
}

/**
 * Carries every row of the store to another database, as one moment saw them, and compares both sides. The source stays
 * as it is, and so do the files beside it: the data folder serves the new database as it served the old one.
 */
export async function migrateStore(
  config: Pick<Config, 'dataFolder' | 'databaseUrl'>,
  options: Options,
): Promise<CarryReport> {
  const { dataFolder, databaseUrl } = config;
  const embedded = options.to === EMBEDDED;
  if (embedded && !databaseUrl) {
    throw new AppError('invalid-input', '现在用的就是内置数据库；要迁移的数据库由 DATABASE_URL 指定。');
  }
  if (!databaseUrl && !existsSync(join(dataFolder, 'db')) && !isRestoring(dataFolder)) {
    throw new AppError(
      'not-found',
      `数据文件夹 ${dataFolder} 里还没有数据库，没有可迁移的；请核对 MINGCAI_DATA。`,
    );
  }
  const database = await openDatabase(config);
  try {
    return await database.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        const source = await rowsOfDatabase(trx, options.readLedger);
        const filled = embedded
          ? await intoFolder(dataFolder, source, options)
          : await fillServer(options.to, source, {
              what: '来源数据库',
              replace: options.replace,
              readLedger: options.readLedger,
              onProgress: options.onProgress,
            });
        return reportOf(filled);
      });
  } finally {
    await database.close();
  }
}

/** The database alone is prepared and put in place; all other files of the folder stay. */
async function intoFolder(dataFolder: string, source: RowSource, options: Options): Promise<Filled> {
  return tellDiskFault(dataFolder, async () => {
    await makeFolder(dataFolder, 0o700);
    const lock = await lockFolder(dataFolder);
    const prepared = preparedFolder(dataFolder);
    try {
      await finishRestore(dataFolder);
      // It may hold anything, and be of any version: whether it is worth something is for a person to say.
      if (!options.replace && existsSync(join(dataFolder, 'db'))) throw occupied(`数据文件夹 ${dataFolder} `);
      await makeFolder(prepared, 0o700);
      const filled = await fillEmbedded(join(prepared, 'db'), source, {
        what: '来源数据库',
        readLedger: options.readLedger,
        onProgress: options.onProgress,
      });
      if (filled.differences.length === 0) {
        await syncFolder(prepared);
        await decideRestore(dataFolder, { remove: ['db'] });
        await finishRestore(dataFolder);
      } else await rm(join(prepared, '..'), { recursive: true, force: true });
      return filled;
    } finally {
      await lock.release();
    }
  });
}
