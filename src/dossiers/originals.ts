import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../db/make-folder.ts';
import { syncPath } from '../db/sync-folder.ts';
import { AppError } from '../errors.ts';

/**
 * Keeps the bytes of an original under their SHA-256 in `files/` of the data folder, once however often they come, and
 * returns the digest. They are on the disk when it returns. Refuses with `unavailable` where there is no room.
 */
export async function keepOriginal(dataFolder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { folder, path } = placeOf(dataFolder, sha256);
  const part = join(folder, `.${sha256}.${randomUUID()}`);
  try {
    await tellNoRoom(async () => {
      await makeFolder(folder, 0o700);
      const handle = await open(part, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, path);
      await syncPath(folder);
    });
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return sha256;
}

/** Runs what writes into the data folder; where it has no room or lets nobody write, the refusal says so. */
export async function tellNoRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EACCES' || code === 'EROFS') {
      throw new AppError('unavailable', `材料原件存不进数据文件夹（${code}），请检查磁盘空间和权限后重试。`, {
        cause: error,
      });
    }
    throw error;
  }
}

/** The bytes as they were handed in. Refuses with `unavailable` where they are gone or no longer the same. */
export async function readOriginal(dataFolder: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(pathOfOriginal(dataFolder, sha256)).catch((error: NodeJS.ErrnoException) => {
    throw goneOriginal(sha256, error);
  });
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new AppError(
      'unavailable',
      `材料原件 ${sha256.slice(0, 12)} 与登记的摘要不符，已被改动或损坏，请从备份恢复。`,
    );
  }
  return bytes;
}

/** Where the bytes lie. */
export function pathOfOriginal(dataFolder: string, sha256: string): string {
  return placeOf(dataFolder, sha256).path;
}

/** The refusal for an original that is registered and cannot be read. */
export function goneOriginal(sha256: string, cause: NodeJS.ErrnoException): AppError {
  return new AppError(
    'unavailable',
    `材料原件 ${sha256.slice(0, 12)} 读不出来（${cause.code}），请从备份恢复数据文件夹中的 files。`,
    { cause },
  );
}

function placeOf(dataFolder: string, sha256: string): { folder: string; path: string } {
  const folder = join(dataFolder, 'files', sha256.slice(0, 2));
  return { folder, path: join(folder, sha256) };
}
