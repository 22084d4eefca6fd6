import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, freemem, setPriority } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../errors.ts';
import { buildWhisper } from './build-whisper.ts';
import { endWith, killGroup } from './kill-group.ts';
import { readEngineJson } from './read-engine-json.ts';
import { type ModelFile, readModelFile } from './read-model-file.ts';
import type { HearingOrder, SpeechEngine } from './speech-engine.ts';

/** What whisper.cpp works with: a model in its own format, and a program other than the one that is built. */
export interface WhisperSettings {
  model: string;
  binary?: string;
  dataFolder: string;
  /** Without a new part for so long the engine counts as hung. */
  patienceMs?: number;
}

/** Parts per run of the program: loading a large model takes seconds. */
const BATCH = 48;
const THREADS = 4;
const MOST_LANES = 4;
const LOOK_MS = 250;
const PATIENCE_MS = 30 * 60_000;
const KEPT_WORDS = 4000;

/**
 * whisper.cpp on this machine, a program of its own with an argument for each word, at a low priority.
 * @throws AppError when the model is missing or is none that knows Chinese.
 */
export async function whisperEngine(settings: WhisperSettings): Promise<SpeechEngine> {
  const file = await readModelFile(settings.model);
  const lanes = lanesFor(file);
  let binary: Promise<string> | undefined;
  const program = (signal?: AbortSignal) => {
    binary ??= settings.binary
      ? Promise.resolve(resolve(settings.binary))
      : buildWhisper(settings.dataFolder, signal).catch((error: unknown) => {
          binary = undefined;
          throw error;
        });
    return binary;
  };
  return {
    name: 'whisper.cpp',
    model: `${basename(settings.model)}@${file.digest.slice(0, 12)}`,
    batch: BATCH,
    lanes,
    async prepare(signal) {
      await program(signal);
    },
    async hear(folder, names, order) {
      const threads = Math.max(1, Math.min(THREADS, Math.floor(availableParallelism() / lanes)));
      const words = ['-m', resolve(settings.model), '-l', 'zh', '-t', `${threads}`, '-ojf'];
      const prompt = order.prompt ? ['--prompt', order.prompt] : [];
      const left = await takeFinished(folder, names, order);
      if (left.length === 0) return;
      const files = left.flatMap((name) => ['-f', name]);
      await run(await program(order.signal), [...words, ...prompt, ...files], folder, left, {
        ...order,
        heard: (index, sentences) => order.heard(names.indexOf(left[index]!), sentences),
        patienceMs: settings.patienceMs ?? PATIENCE_MS,
      });
    },
  };
}

/** Side by side only where cores are idle and the model fits several times. */
function lanesFor({ bytes }: ModelFile): number {
  const byCores = Math.floor(availableParallelism() / THREADS);
  const byMemory = Math.floor(freemem() / 2 / Math.max(bytes * 1.5, 2 ** 28));
  return Math.max(1, Math.min(MOST_LANES, byCores, byMemory));
}

/** Parts that an engine finished while nobody took them: the process before this one was killed. */
async function takeFinished(folder: string, names: string[], order: HearingOrder): Promise<string[]> {
  const left: string[] = [];
  for (const [index, name] of names.entries()) {
    const result = join(folder, `${name}.json`);
    const sentences = readEngineJson(await readFile(result).catch(() => Buffer.alloc(0)));
    if (sentences) order.heard(index, sentences);
    else left.push(name);
    await rm(result, { force: true });
  }
  return left;
}

async function run(
  binary: string,
  words: string[],
  folder: string,
  names: string[],
  order: HearingOrder & { patienceMs: number },
): Promise<void> {
  order.signal?.throwIfAborted();
  const child = spawn(binary, words, { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  endWith(child, order.signal);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-KEPT_WORDS);
  });
  const ended = new Promise<{ code: number | null; error?: NodeJS.ErrnoException }>((done) => {
    child.once('error', (error) => done({ code: null, error }));
    child.once('close', (code) => done({ code }));
  });
  const mark = join(folder, `${names[0]}.pid`);
  if (child.pid !== undefined) {
    try {
      setPriority(child.pid, 10);
    } catch {
      // It has ended already, or the system does not allow it: then it competes with the service.
    }
    await writeFile(mark, `${child.pid}`);
  }
  const stopped = { yet: false };
  const outcome = ended.finally(() => {
    stopped.yet = true;
  });
  let next = 0;
  let lately = Date.now();
  const take = async () => {
    for (; next < names.length; next += 1) {
      const result = join(folder, `${names[next]}.json`);
      const sentences = readEngineJson(await readFile(result).catch(() => Buffer.alloc(0)));
      if (!sentences) return;
      order.heard(next, sentences);
      lately = Date.now();
      await Promise.all([rm(result), rm(join(folder, names[next]!), { force: true })]);
    }
  };
  try {
    while (!stopped.yet) {
      await Promise.race([outcome, wait(LOOK_MS)]);
      await take();
      if (Date.now() - lately > order.patienceMs) killGroup(child);
    }
    const { code, error } = await outcome;
    order.signal?.throwIfAborted();
    await take();
    if (next < names.length) throw failure(binary, code, error, said);
  } finally {
    // An error of ours must not leave the engine running.
    if (!stopped.yet) killGroup(child);
    await outcome;
    rmSync(mark, { force: true });
  }
}

function failure(binary: string, code: number | null, error: Error | undefined, said: string): AppError {
  const refused = (error as NodeJS.ErrnoException | undefined)?.code;
  if (refused) {
    const why = refused === 'ENOENT' ? '没有这个程序' : refused === 'EACCES' ? '不可执行' : refused;
    return new AppError(
      'unavailable',
      `语音识别引擎“${binary}”不能启动（${why}），请检查 MINGCAI_WHISPER_BIN。`,
      { cause: error },
    );
  }
  if (/failed to initialize whisper context/.test(said)) {
    return new AppError(
      'unavailable',
      '语音识别引擎载入不了模型，请检查 MINGCAI_WHISPER_MODEL 是否为完整的 ggml 文件，内存是否够用。',
    );
  }
  const last = said.trim().split('\n').at(-1) ?? '';
  return new AppError(
    'unavailable',
    `语音识别引擎中途停止（${code === null ? '被系统终止' : `状态 ${code}`}${last ? `：${last.slice(0, 200)}` : ''}），已完成的部分保留，重试即从断点继续。`,
  );
}
