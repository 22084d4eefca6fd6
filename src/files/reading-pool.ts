import { availableParallelism } from 'node:os';
import type { FileOutcome, FileTask, WorkerSettings } from './file-task.ts';
import { FILE_LIMITS, type FileLimits } from './limits.ts';
import { ReadingThread } from './reading-thread.ts';
import { findPrograms, type Programs } from './run-program.ts';

const MB = 2 ** 20;

/** Threads that read files. They begin with the first file, and keep no process running while they wait. */
export class ReadingPool {
  readonly limits: FileLimits;
  readonly size: number;
  readonly #programs: Promise<Programs>;
  readonly #free: ReadingThread[] = [];
  readonly #busy = new Set<ReadingThread>();
  readonly #waiting: (() => void)[] = [];
  #settings: WorkerSettings | undefined;
  #started = 0;

  constructor(options: { limits?: Partial<FileLimits>; threads?: number; programs?: Programs } = {}) {
    this.limits = { ...FILE_LIMITS, ...options.limits };
    this.size = Math.max(1, options.threads ?? availableParallelism());
    this.#programs = options.programs ? Promise.resolve(options.programs) : findPrograms();
  }

  /** Waits for a thread that is free. Never rejects: what went wrong stands in the outcome. */
  async work(task: FileTask): Promise<FileOutcome> {
    const settings = await this.#set();
    if (this.#started >= this.size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#started++;
    const thread = this.#alive() ?? this.#begin(settings);
    this.#busy.add(thread);
    try {
      return await thread.work(task);
    } finally {
      this.#busy.delete(thread);
      if (!thread.isDead) this.#free.push(thread);
      const next = this.#waiting.shift();
      if (next) next();
      else this.#started--;
    }
  }

  /** Begins as many threads as `files` will keep busy, so that they are ready when the first one is. */
  async prepare(files: number): Promise<void> {
    const settings = await this.#set();
    const count = Math.min(this.size, files);
    while (this.#free.length + this.#busy.size < count) this.#free.push(this.#begin(settings));
  }

  async #set(): Promise<WorkerSettings> {
    this.#settings ??= { limits: this.limits, ...(await this.#programs) };
    return this.#settings;
  }

  /** A thread may have died while it waited. */
  #alive(): ReadingThread | undefined {
    for (let thread = this.#free.pop(); thread; thread = this.#free.pop()) if (!thread.isDead) return thread;
    return undefined;
  }

  #begin(settings: WorkerSettings): ReadingThread {
    return new ReadingThread(settings, (thread) => {
      const held = [...this.#busy].map((one) => one.held);
      const sum = held.reduce((total, one) => total + one, 0);
      return sum > this.limits.poolMb * MB && thread.held >= Math.max(...held);
    });
  }

  /** Ends all threads; files being read are refused as interrupted. */
  async close(): Promise<void> {
    await Promise.all([...this.#free.splice(0), ...this.#busy].map((thread) => thread.end()));
  }
}
