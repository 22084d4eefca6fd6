import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  appendFile,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';

/** Where the parts of one recording lie while it is transcribed, with the results of those that are done. */
export interface WorkFolder {
  path: string;
  /** What was kept under a name, or `undefined`. */
  read<T>(name: string): Promise<T | undefined>;
  keep(name: string, value: unknown): Promise<void>;
  /** Lines of a file that only grows; a line that was cut off by a crash is left out. */
  lines<T>(name: string): Promise<T[]>;
  add(name: string, line: unknown): Promise<void>;
  /** Lets go of it, for the next try to go on. */
  leave(): Promise<void>;
  remove(): Promise<void>;
}

const LOCK = 'lock';
const BEAT_MS = 5000;
/** Without a beat for so long, whoever held it is gone, even if another process has its number now. */
const SILENT_MS = 30_000;
/** What nobody came back for in so long is taken away. */
const STALE_MS = 7 * 24 * 3_600_000;

/**
 * Opens the folder of one piece of work, named by what makes its results: the same work goes on where it stopped.
 * @throws AppError conflict when it is being done already.
 */
export async function openWorkFolder(parent: string, made: readonly string[]): Promise<WorkFolder> {
  await takeStaleAway(parent);
  const name = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 24);
  await mkdir(join(parent, name), { recursive: true, mode: 0o700 });
  const path = await realpath(join(parent, name));
  await lock(path);
  await endOrphans(path);
  const beat = setInterval(
    () => void utimes(join(path, LOCK), new Date(), new Date()).catch(() => {}),
    BEAT_MS,
  );
  beat.unref();
  const leave = async () => {
    clearInterval(beat);
    held.delete(path);
    await rm(join(path, LOCK), { force: true });
  };
  return {
    path,
    async read<T>(file: string) {
      const text = await readFile(join(path, file), 'utf8').catch(() => undefined);
      return text === undefined ? undefined : (parsed(text) as T | undefined);
    },
    async keep(file, value) {
      await writeFile(join(path, file), JSON.stringify(value));
    },
    async lines<T>(file: string) {
      const text = await readFile(join(path, file), 'utf8').catch(() => '');
      return text.split('\n').flatMap((line) => {
        const value = parsed(line);
        return value === undefined ? [] : [value as T];
      });
    },
    async add(file, line) {
      // The line end comes first: after a line that was cut off, this one is whole.
      await appendFile(join(path, file), `\n${JSON.stringify(line)}`);
    },
    leave,
    async remove() {
      await leave();
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** What this process works in. After a crash in a container the next process has the same number. */
const held = new Set<string>();

async function lock(path: string): Promise<void> {
  const file = join(path, LOCK);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = await open(file, 'wx');
      held.add(path);
      await handle.writeFile(`${process.pid} ${beginOf(process.pid) ?? ''}`);
      await handle.close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (await isHeld(path, file)) break;
      await rm(file, { force: true });
    }
  }
  throw new AppError('conflict', '这段录音正在转写，请等它完成，或者先取消。');
}

async function isHeld(path: string, file: string): Promise<boolean> {
  if (held.has(path)) return true;
  const found = await stat(file).catch(() => undefined);
  if (!found || Date.now() - found.mtimeMs > SILENT_MS) return false;
  const [pid = '', begin = ''] = (await readFile(file, 'utf8').catch(() => '')).split(' ');
  // Cut off between the making and the writing: young, so somebody is about to write.
  if (pid === '') return true;
  return Number(pid) !== process.pid && isAlive(Number(pid)) && (beginOf(Number(pid)) ?? begin) === begin;
}

/** When a process began, in the system's own counting: another one with its number began at another time. */
function beginOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Engines of a process that was killed go on by themselves; only those that work in this very folder are ended. */
async function endOrphans(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    if (!name.endsWith('.pid')) continue;
    const pid = Number(await readFile(join(path, name), 'utf8').catch(() => ''));
    const place = pid > 1 ? await readlink(`/proc/${pid}/cwd`).catch(() => undefined) : undefined;
    if (place === path) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
    }
    await rm(join(path, name), { force: true });
  }
}

async function takeStaleAway(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const path = join(parent, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
