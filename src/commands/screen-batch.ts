import { createReadStream, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { today } from '../law/dates.ts';
import { openBook } from './open-book.ts';
import { progressLine, writeAll } from './print.ts';
import { dossiersIn, readDossiers } from './read-dossiers.ts';
import { readTextFile, requireFile, textOfBytes } from './read-input.ts';
import type { BatchItem, WorkerSettings } from './screen-worker.ts';

const CHUNK = 20;

interface Done {
  chunk: number;
  output: string;
  refused: string[];
}

/**
 * Screens many cases in parallel threads: a file with one case per line, or a folder of case files and of dossiers (a
 * folder or an archive each). Writes JSON lines in the order of the input, each with its `place`; findings that are met or not applicable only with `all`. A case that
 * cannot be read is reported in its line and costs no other one; then the whole ends with a refusal that names them.
 */
export async function screenBatch(
  config: Config,
  path: string,
  options: { all?: boolean; workers?: string },
): Promise<void> {
  const count = options.workers === undefined ? availableParallelism() : Number(options.workers);
  if (!Number.isInteger(count) || count < 1 || count > 64) {
    throw new AppError('invalid-input', '--workers 应为 1 至 64 的整数。');
  }
  const { total, items } = casesIn(path);
  const book = await openBook(config);
  const settings: WorkerSettings = {
    statutes: book.statutes(),
    ownLists: book.ownLists(),
    jurisdiction: config.jurisdiction,
    today: today(),
    all: options.all ?? false,
  };
  const threads = Array.from({ length: count }, () => new Thread(settings));
  const refused: string[] = [];
  const progress = progressLine();
  let screened = 0;
  try {
    for await (const { output, refused: faulty, size } of inOrder(threads, items)) {
      writeAll(1, output);
      refused.push(...faulty);
      screened += size;
      progress.report('八项审查', screened, total);
    }
  } finally {
    progress.end();
    await Promise.all(threads.map((thread) => thread.end()));
  }
  if (screened === 0) throw new AppError('invalid-input', `“${path}”里没有案件。`);
  if (refused.length > 0) {
    const named = refused.slice(0, 10).join('、');
    throw new AppError(
      'invalid-input',
      `共 ${screened} 件，其中 ${refused.length} 件不是合格的案件文件，未能审查：${named}${refused.length > 10 ? ' 等' : ''}；原因见各自的结果行，其余已完成。`,
    );
  }
}

/** The results chunk by chunk, in the order of the input, with no more read ahead than the threads can hold. */
async function* inOrder(
  threads: Thread[],
  items: AsyncIterable<BatchItem>,
): AsyncGenerator<Done & { size: number }> {
  const waiting: Promise<Done & { size: number }>[] = [];
  let next = 0;
  for await (const chunk of chunks(items)) {
    const thread = threads[next % threads.length]!;
    const size = chunk.length;
    waiting.push(thread.screen(next, chunk).then((done) => ({ ...done, size })));
    next += 1;
    if (waiting.length >= threads.length * 3) yield await waiting.shift()!;
  }
  for (const done of waiting) yield await done;
}

async function* chunks(items: AsyncIterable<BatchItem>): AsyncGenerator<BatchItem[]> {
  let chunk: BatchItem[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

function casesIn(path: string): { total?: number; items: AsyncIterable<BatchItem> } {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    const names = [
      ...readdirSync(path).filter(isCaseFile),
      ...dossiersIn(path).filter((name) => !isCaseFile(name)),
    ].sort();
    return { total: names.length, items: filesOf(path, names) };
  }
  requireFile(path);
  return { items: linesOf(path) };
}

const isCaseFile = (name: string) => name.endsWith('.json');

async function* filesOf(folder: string, names: string[]): AsyncGenerator<BatchItem> {
  const dossiers = readDossiers(
    folder,
    names.filter((name) => !isCaseFile(name)),
  );
  for (const name of names) {
    if (isCaseFile(name)) yield itemOf(name, () => readTextFile(join(folder, name)));
    else {
      const { value } = await dossiers.next();
      yield !value || 'refusal' in value
        ? { place: name, refusal: value?.refusal ?? { kind: 'invalid-input', message: '没有读出材料。' } }
        : { place: name, text: JSON.stringify(value.read.case) };
    }
  }
}

async function* linesOf(path: string): AsyncGenerator<BatchItem> {
  let line = 0;
  // By bytes: a line may be in any encoding, and may hold characters that a reader of text takes for line ends.
  const lines = createInterface({ input: createReadStream(path, 'latin1'), crlfDelay: Infinity });
  for await (const bytes of lines) {
    line += 1;
    const place = `第 ${line} 行`;
    if (bytes.trim()) yield itemOf(place, () => textOfBytes(Buffer.from(bytes, 'latin1'), place));
  }
}

/** What cannot be read costs no other case: the refusal stands in its place. */
function itemOf(place: string, read: () => string): BatchItem {
  try {
    return { place, text: read() };
  } catch (error) {
    if (error instanceof AppError) return { place, refusal: { kind: error.kind, message: error.message } };
    throw error;
  }
}

/** One worker thread and the chunks that it owes. */
class Thread {
  readonly #worker: Worker;
  readonly #owed = new Map<number, PromiseWithResolvers<Done>>();

  constructor(settings: WorkerSettings) {
    this.#worker = new Worker(new URL('./screen-worker.ts', import.meta.url), {
      workerData: settings,
    });
    this.#worker.on('message', (done: Done) => {
      this.#owed.get(done.chunk)?.resolve(done);
      this.#owed.delete(done.chunk);
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('审查线程意外结束')));
  }

  screen(chunk: number, items: BatchItem[]): Promise<Done> {
    const owed = Promise.withResolvers<Done>();
    this.#owed.set(chunk, owed);
    // Whoever awaits it comes to it in order; until then a failure is no unhandled one.
    owed.promise.catch(() => {});
    this.#worker.postMessage({ chunk, items });
    return owed.promise;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    for (const owed of this.#owed.values()) owed.reject(error);
    this.#owed.clear();
  }
}
