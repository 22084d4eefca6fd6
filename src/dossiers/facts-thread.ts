import { Worker } from 'node:worker_threads';
import type { FileText, SkippedFile } from '../files/file-text.ts';
import type { FactsTask, FromFactsWorker } from './facts-worker.ts';
import type { KnownPaper, ReadFacts } from './read-facts.ts';

/** The rules may look at one file so long; honest papers take some hundredths of a second. */
const FILE_MS = 15_000;
/** As much memory as the texts of a large dossier and what is read of them need. */
const MEMORY_MB = 1024;
const UNREAD = '文字过长或者结构异常，规则在限定的时间和内存内读不完，没有采用，请人工阅读并录入其中的事实。';

/**
 * Reads facts in a thread, so that no text can stop the process: a file that keeps the rules busy too long, or makes them
 * take too much memory, is left out, named with the reason, and the others are read without it.
 */
export class FactsThread {
  readonly #limits: { fileMs: number; memoryMb: number };
  #worker: Worker | undefined;
  #before: Promise<void> = Promise.resolve();

  /** Begins the thread, which loads meanwhile. */
  constructor(limits: { fileMs?: number; memoryMb?: number } = {}) {
    this.#limits = { fileMs: limits.fileMs ?? FILE_MS, memoryMb: limits.memoryMb ?? MEMORY_MB };
    this.#worker = this.#begin();
  }

  /** One dossier after the other, in the order in which they come. */
  read(
    files: readonly FileText[],
    known: readonly KnownPaper[] = [],
    signal?: AbortSignal,
  ): Promise<ReadFacts & { skipped: SkippedFile[] }> {
    const read = this.#before.then(() => this.#read(files, known, signal));
    this.#before = read.then(
      () => undefined,
      () => undefined,
    );
    return read;
  }

  async #read(
    files: readonly FileText[],
    known: readonly KnownPaper[],
    signal: AbortSignal | undefined,
  ): Promise<ReadFacts & { skipped: SkippedFile[] }> {
    const skipped: SkippedFile[] = [];
    let rest = files;
    for (;;) {
      signal?.throwIfAborted();
      const outcome = await this.#try({ files: rest, known }, signal);
      if ('read' in outcome) return { ...outcome.read, skipped };
      skipped.push({ file: outcome.stuckAt, reason: UNREAD });
      rest = rest.filter(({ file }) => file !== outcome.stuckAt);
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./facts-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb },
    });
    worker.unref();
    // Between two tasks nobody listens; whoever asks next finds the thread gone.
    worker.on('error', () => {});
    return worker;
  }

  /** One attempt; where it does not end by itself, the file that it was at. The thread is then done with. */
  async #try(
    task: FactsTask,
    signal: AbortSignal | undefined,
  ): Promise<{ read: ReadFacts } | { stuckAt: string }> {
    this.#worker ??= this.#begin();
    const worker = this.#worker;
    worker.ref();
    let at = task.files[0]?.file ?? '';
    let since = Date.now();
    let begun = false;
    const ended = Promise.withResolvers<{ read: ReadFacts } | { stuckAt: string }>();
    const hear = (message: FromFactsWorker) => {
      begun = true;
      since = Date.now();
      if (message.say === 'file') at = message.file;
      else ended.resolve({ read: message.read });
    };
    const gone = (cause: unknown) => {
      this.#worker = undefined;
      const memory = (cause as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (cause instanceof Error && !memory) ended.reject(cause);
      else ended.resolve({ stuckAt: at });
    };
    const watch = setInterval(() => {
      // The time that the thread takes to load is not the file's.
      if (signal?.aborted || (begun && Date.now() - since > this.#limits.fileMs)) void worker.terminate();
    }, 100);
    worker.on('message', hear);
    worker.on('error', gone);
    worker.on('exit', gone);
    worker.postMessage(task);
    try {
      return await ended.promise;
    } finally {
      clearInterval(watch);
      worker.off('message', hear);
      worker.off('error', gone);
      worker.off('exit', gone);
      worker.unref();
      signal?.throwIfAborted();
    }
  }
}
