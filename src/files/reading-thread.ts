import { Worker } from 'node:worker_threads';
import type { FileOutcome, FileTask, FromWorker, ToWorker, WorkerSettings } from './file-task.ts';
import { convertDocument, recognisePicture } from './run-program.ts';

const MB = 2 ** 20;
const TOO_MUCH = '读取时占用内存过多，疑为损坏或恶意的文件，已停止读取，请拆分或重新导出后放入。';
/** How often a busy thread is looked at. */
const WATCH_MS = 200;

/**
 * One worker thread, which reads one file at a time. A thread that hangs, takes too much memory or dies costs its file
 * and itself, nothing else: `isDead` then, and the next file needs a new one.
 */
export class ReadingThread {
  isDead = false;
  /** Bytes that it held when it was last looked at. */
  held = 0;
  readonly #settings: WorkerSettings;
  readonly #isTooMuch: (thread: ReadingThread) => boolean;
  readonly #worker: Worker;
  readonly #programs = new AbortController();
  #current: { file: string; end(outcome: FileOutcome): void } | undefined;
  #lastSign = 0;
  #started = 0;

  /** `isTooMuch` tells whether the threads together hold too much, and this one most of it. */
  constructor(settings: WorkerSettings, isTooMuch: (thread: ReadingThread) => boolean) {
    this.#settings = settings;
    this.#isTooMuch = isTooMuch;
    this.#worker = new Worker(new URL('./file-worker.ts', import.meta.url), {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: settings.limits.workerMb },
    });
    this.#worker.unref();
    this.#worker.on('message', (message: FromWorker) => this.#hear(message));
    this.#worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#fail(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? TOO_MUCH
          : '文件内部结构有误，读取程序中断，请用原来的软件重新保存或导出后放入。',
      ),
    );
    this.#worker.on('exit', () => this.#fail('读取程序意外结束，请重试；仍然如此时请重新保存文件。'));
  }

  /** Never rejects: what went wrong stands in the outcome. */
  async work(task: FileTask): Promise<FileOutcome> {
    this.#worker.ref();
    const { promise, resolve } = Promise.withResolvers<FileOutcome>();
    this.#current = { file: task.file, end: resolve };
    this.#started = Date.now();
    this.#lastSign = Date.now();
    this.#tell({ tell: 'task', task });
    const watch = setInterval(() => void this.#watch(), WATCH_MS);
    try {
      return await promise;
    } finally {
      clearInterval(watch);
      this.#worker.unref();
    }
  }

  async end(): Promise<void> {
    this.isDead = true;
    this.#programs.abort();
    await this.#worker.terminate();
  }

  #hear(message: FromWorker): void {
    this.#lastSign = Date.now();
    if (message.say === 'done') {
      this.#current?.end(message.outcome);
      this.#current = undefined;
    } else if (message.say === 'run') void this.#run(message);
  }

  async #run({ program, bytes }: Extract<FromWorker, { say: 'run' }>): Promise<void> {
    const { ocrMs, convertMs, idleMs } = this.#settings.limits;
    const recognises = program === 'recognise';
    const began = Date.now();
    // The program has a time limit of its own: the thread that waits for it is not hung.
    this.#lastSign = Date.now() + (recognises ? ocrMs : convertMs) - idleMs + 5_000;
    try {
      const answer = await (recognises
        ? recognisePicture(bytes, ocrMs, this.#programs.signal)
        : convertDocument(bytes, convertMs, this.#programs.signal));
      this.#tell({ tell: 'answer', bytes: answer });
    } catch {
      this.#tell({
        tell: 'failed',
        reason: recognises
          ? '图片文字识别失败或超时，请换一张清楚的图片重新放入。'
          : '旧式 Word 文件转换失败（可能有密码或已损坏），请用办公软件另存为 .docx 后重新放入。',
      });
    }
    this.#lastSign = Date.now();
    // A thick scan takes long without being hostile: what programs take has a limit of its own.
    this.#started += Date.now() - began;
  }

  async #watch(): Promise<void> {
    const { idleMs, fileMs, workerMb } = this.#settings.limits;
    const now = Date.now();
    if (now - this.#lastSign > idleMs || now - this.#started > fileMs) {
      return this.#fail('读取时间过长，疑为损坏或恶意的文件，已停止读取，请重新导出或拆分后放入。');
    }
    // Buffers lie outside of what the engine limits by itself.
    const heap = await this.#worker.getHeapStatistics().catch(() => undefined);
    this.held = heap ? heap.used_heap_size + heap.external_memory : 0;
    if (this.held > workerMb * MB || this.#isTooMuch(this)) this.#fail(TOO_MUCH);
  }

  #tell(message: ToWorker): void {
    if (!this.isDead) this.#worker.postMessage(message);
  }

  #fail(reason: string): void {
    const current = this.#current;
    this.#current = undefined;
    if (!this.isDead) void this.end();
    current?.end({ skipped: [{ file: current.file, reason }] });
  }
}
