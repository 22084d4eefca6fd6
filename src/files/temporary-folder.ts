import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { atExit } from './at-exit.ts';

/** A folder that holds papers for a while. */
export interface TemporaryFolder {
  path: string;
  remove(): Promise<void>;
}

const PREFIX = 'mingcai-reading-';
/** What a process that was killed left behind goes after a day: no reading takes as long. */
const STALE_MS = 24 * 3_600_000;

/**
 * A folder for the members of archives; it goes with the process at the latest. AppError 'unavailable' where none can be
 * made.
 */
export async function openTemporaryFolder(): Promise<TemporaryFolder> {
  await takeStaleAway();
  // At once: a signal that came between the making and what takes it away would leave the folder behind.
  const path = make();
  const takeBack = atExit(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      takeBack();
    },
  };
}

function make(): string {
  try {
    return mkdtempSync(join(tmpdir(), PREFIX));
  } catch (error) {
    throw new AppError(
      'unavailable',
      `临时文件夹“${tmpdir()}”不能使用（${(error as NodeJS.ErrnoException).code}），压缩包无处解开，请检查磁盘空间和权限（TMPDIR 可另行指定）后重试。`,
      { cause: error },
    );
  }
}

async function takeStaleAway(): Promise<void> {
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(tmpdir(), name);
    const found = await stat(path).catch(() => undefined);
    // Another user's is none of ours.
    if (found && Date.now() - found.mtimeMs > STALE_MS) {
      await rm(path, { recursive: true, force: true }).catch(() => {});
    }
  }
}
