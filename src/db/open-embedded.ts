import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGliteOptions } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { AppError } from '../errors.ts';
import { finishRestore } from './backup/finish-restore.ts';
import { type Database, describeDatabase } from './database.ts';
import { EmbeddedEngine } from './embedded-engine.ts';
import { lockFolder } from './lock-folder.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';
import { syncFolder, syncPath } from './sync-folder.ts';
import type { Tables } from './tables.ts';

const FAULTS: Record<string, string> = {
  EACCES: '没有读写权限',
  EPERM: '没有读写权限',
  EROFS: '所在磁盘只读',
  ENOSPC: '所在磁盘已满',
  EDQUOT: '超出磁盘配额',
  ENOTDIR: '它或其上级不是文件夹',
  EEXIST: '它或其上级不是文件夹',
  EIO: '磁盘读写出错',
  ENOENT: '上级文件夹不允许在其中新建文件夹',
};

/**
 * Opens the embedded database in `dataFolder`/db, making it on first use, and locks the folder for this process.
 * Refuses with `conflict` when another process has it, with `unavailable` when it cannot be read or written.
 */
export async function openEmbedded(dataFolder: string): Promise<Database> {
  return refusing(dataFolder, async () => {
    await makeFolder(dataFolder, 0o700);
    const lock = await lockFolder(dataFolder);
    try {
      await finishRestore(dataFolder);
      const folder = join(dataFolder, 'db');
      if (!existsSync(folder)) await create(dataFolder, folder);
      const engine = await EmbeddedEngine.over(await openPglite({ dataDir: folder }), folder);
      return await overEngine(engine, () => lock.release());
    } catch (error) {
      await lock.release();
      throw error;
    }
  });
}

/** An embedded database in memory, gone when closed; `loadDataDir` starts it from a dumped one. */
export async function openInMemory(options: Pick<PGliteOptions, 'loadDataDir'> = {}): Promise<Database> {
  return overEngine(await EmbeddedEngine.over(await openPglite(options)));
}

/** Made aside and then renamed, so that an interrupted first start leaves nothing half made behind. */
async function create(dataFolder: string, folder: string): Promise<void> {
  const aside = join(dataFolder, 'db.new');
  await rm(aside, { recursive: true, force: true });
  const raw = await openPglite({ dataDir: aside });
  await raw.exec('checkpoint');
  await raw.close();
  await syncFolder(aside);
  await rename(aside, folder);
  await syncPath(dataFolder);
}

async function overEngine(engine: EmbeddedEngine, release?: () => Promise<void>): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: engine }) });
  const close = async (sealed?: () => void) => {
    try {
      await db.destroy();
      await engine.close();
      if (release) sealed?.();
    } finally {
      await release?.();
    }
  };
  try {
    await migrate(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return { kind: 'embedded', db, engine, describe: () => describeDatabase(db), close };
}

async function refusing<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const fault = FAULTS[(error as NodeJS.ErrnoException).code ?? ''];
    if (!fault) throw error;
    throw new AppError(
      'unavailable',
      `无法使用数据文件夹 ${dataFolder}：${fault}；请处理后重试，或用 MINGCAI_DATA 指定别的文件夹。`,
      { cause: error },
    );
  }
}
