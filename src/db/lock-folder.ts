import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.ts';

const FILE = 'mingcai.lock';
/** An owner on another machine cannot be asked; it shows that it lives by touching its lock. */
const TOUCH_EVERY_MS = 5_000;
const SILENT_AFTER_MS = 30_000;

interface Owner {
  pid: number;
  /** Clock ticks since boot at which the process began: tells a recycled process number from the owner. */
  started: string | null;
  host: string;
  nonce: string;
}

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process, or refuses with `conflict` naming the process that has it. The embedded
 * database has no such lock and two openers would lose each other's rows. A dead owner's lock is taken over.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, FILE);
  const mine = await take(path, folder);
  const timer = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, TOUCH_EVERY_MS);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      await drop(path, mine);
    },
  };
}

async function take(path: string, folder: string): Promise<string> {
  const mine = JSON.stringify({
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    nonce: randomUUID(),
  } satisfies Owner);
  for (;;) {
    if (await place(path, mine)) return mine;
    const found = await read(path);
    if (found === undefined) continue;
    const owner = parse(found);
    if (owner && (await lives(owner, path))) throw inUse(folder, owner);
    // Only who holds the claim on this very lock may remove it: two that find the same dead owner cannot both win,
    // and a late one finds that the lock has changed. A claim is itself a lock and can be taken over alike.
    const claim = `${path}.${createHash('sha256').update(found).digest('hex').slice(0, 16)}`;
    const claimed = await take(claim, folder);
    try {
      if ((await read(path)) === found) await unlink(path);
    } finally {
      await drop(claim, claimed);
    }
  }
}

/** Creates `path` with its whole content in one step; false when it is there already. */
async function place(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function drop(path: string, content: string): Promise<void> {
  if ((await read(path)) === content) await unlink(path);
}

function parse(content: string): Owner | undefined {
  try {
    const owner = JSON.parse(content) as Owner;
    return Number.isInteger(owner.pid) && owner.pid > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

async function lives(owner: Owner, path: string): Promise<boolean> {
  if (owner.host !== hostname()) {
    const touched = await stat(path).catch(() => undefined);
    return touched !== undefined && Date.now() - touched.mtimeMs < SILENT_AFTER_MS;
  }
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const fields = statOf(owner.pid);
  if (fields === null) return true;
  // Killed but not yet reaped by its parent: it still has its number, and will never write again.
  if (fields[0] === 'Z' || fields[0] === 'X') return false;
  return owner.started === null || fields[19] === owner.started;
}

/** The process's start in clock ticks since boot (field 22 of /proc/PID/stat); null where there is no /proc. */
function startOf(pid: number): string | null {
  return statOf(pid)?.[19] ?? null;
}

/** The fields of /proc/PID/stat from the third, the state, on; null where there is no /proc or no such process. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function inUse(folder: string, owner: Owner): AppError {
  const where = owner.host === hostname() ? '' : `，在主机 ${owner.host} 上`;
  return new AppError(
    'conflict',
    `数据文件夹 ${folder} 正被另一个明裁进程（进程号 ${owner.pid}${where}）使用；请先停止它，或用 MINGCAI_DATA 指定别的文件夹。`,
  );
}
