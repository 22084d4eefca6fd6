import { randomUUID } from 'node:crypto';
import { fromKysely, fromPglite, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { AppError } from '../errors.ts';
import type { Database, Db } from './database.ts';
import { cancel as cancelProgress, fail, finish, putBack, report } from './job-progress.ts';

/**
 * Jobs stand in a line of pg-boss and are told apart by name: one worker, one job at a time, and a sender needs
 * no queue of its own, which it could not make inside a transaction. What takes hours stands in a second line, one at a
 * time as well, so that everything else need not wait for it.
 */
const LINE = 'mingcai';
const LONG_LINE = 'mingcai-long';
const LINES = [LINE, LONG_LINE];
const TIMES = { retryLimit: 5, retryDelay: 2, retryBackoff: true, retryDelayMax: 300 };
/** pg-boss's longest. A killed worker is noticed sooner: at the next start, or on a server by its silence. */
const LONGEST_SECONDS = 24 * 60 * 60 - 1;
const SILENT_SECONDS = 60;

/** One job as its handler sees it. `signal` is aborted when the job is called off or the process stops. */
export interface QueuedJob<T> {
  id: string;
  name: string;
  data: T;
  signal: AbortSignal;
}

export type JobHandler<T> = (job: QueuedJob<T>) => Promise<unknown>;

export interface Queue {
  /**
   * Queues a job and returns its id. Given a transaction, the job exists when that commits. Under the id of a
   * progress row the queue keeps that row's state, result and error. Of equal age, higher `priority` goes first.
   * `long`: work of hours, which keeps only its like waiting.
   */
  send(
    db: Db,
    name: string,
    data: object,
    options?: { id?: string; priority?: number; long?: boolean },
  ): Promise<string>;
  /** Names the function that does the jobs of this name. Work begins once the present turn has named them all. */
  work<T extends object>(name: string, handler: JobHandler<T>): Promise<void>;
  /** Calls a job off, waiting or running. Outside any transaction. */
  cancel(id: string): Promise<void>;
  /** Lets the running job stop (it is done again later) and ends the worker. Close the database after it. */
  stop(): Promise<void>;
}

/** Opens the job queue of this database. Only `unavailable` is tried again, up to five times, ever more slowly. */
export async function openQueue(
  database: Database,
  options: { onError?: (error: Error) => void; pollSeconds?: number } = {},
): Promise<Queue> {
  const embedded = database.kind === 'embedded';
  const boss = new PgBoss({
    ...(embedded
      ? { db: fromPglite(database.engine), backend: 'pglite' as const }
      : { connectionString: database.url, max: 3, application_name: 'mingcai-queue' }),
    schedule: false,
    useListenNotify: true,
  });
  boss.on('error', options.onError ?? (() => {}));
  await boss.start();
  const settings = {
    ...TIMES,
    expireInSeconds: LONGEST_SECONDS,
    notify: true,
    ...(embedded ? {} : { heartbeatSeconds: SILENT_SECONDS }),
  };
  for (const line of LINES) {
    await boss.createQueue(line, settings);
    // The first use of a name asks the database for its settings: inside a sender's transaction, embedded, that would
    // wait for itself.
    await boss.getQueueStats(line);
  }
  if (embedded) await putBackOrphans(database, boss);
  return new PgBossQueue(database, boss, options.pollSeconds ?? 2);
}

/** Embedded, nobody else can be at work when we start: what is marked as running was cut off with its process. */
async function putBackOrphans(database: Database, boss: PgBoss): Promise<void> {
  for (const line of LINES) await putBackOrphansOf(line, database, boss);
}

async function putBackOrphansOf(line: string, database: Database, boss: PgBoss): Promise<void> {
  const jobs = await boss.findJobs<Envelope>(line, { queued: false });
  for (const job of jobs.filter((found) => found.state === 'active')) {
    await boss.fail(line, job.id, { message: 'process ended while at work' });
    const last = job.retryCount >= job.retryLimit;
    if (last)
      await fail(database.db, job.id, '程序多次在处理此任务时中断，已不再重试；请联系管理员查看日志。');
    else await putBack(database.db, job.id, '程序曾中断，将重新开始。');
  }
}

interface Envelope {
  name: string;
  data: object;
}

class PgBossQueue implements Queue {
  #database: Database;
  #boss: PgBoss;
  #pollSeconds: number;
  #handlers = new Map<string, JobHandler<never>>();
  #running = new Map<string, AbortController>();
  #starting?: Promise<unknown>;
  #stopping = false;

  constructor(database: Database, boss: PgBoss, pollSeconds: number) {
    this.#database = database;
    this.#boss = boss;
    this.#pollSeconds = pollSeconds;
  }

  async send(
    db: Db,
    name: string,
    data: object,
    options: { id?: string; priority?: number; long?: boolean } = {},
  ): Promise<string> {
    const id = options.id ?? randomUUID();
    const sent = await this.#boss.send(options.long ? LONG_LINE : LINE, { name, data } satisfies Envelope, {
      id,
      ...(options.priority === undefined ? {} : { priority: options.priority }),
      db: fromKysely(db),
    });
    if (!sent) throw new AppError('conflict', `编号为 ${id} 的任务已在队列中，请勿重复提交。`);
    return id;
  }

  async work<T extends object>(name: string, handler: JobHandler<T>): Promise<void> {
    if (this.#handlers.has(name)) throw new Error(`two handlers for jobs named ${name}`);
    this.#handlers.set(name, handler as JobHandler<never>);
    this.#starting ??= new Promise((resolve) => setImmediate(resolve)).then(() => this.#start());
  }

  async cancel(id: string): Promise<void> {
    for (const line of LINES) await this.#boss.cancel(line, id);
    await cancelProgress(this.#database.db, id);
    this.#running.get(id)?.abort(new Error('cancelled'));
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#starting;
    for (const controller of this.#running.values()) controller.abort(new Error('stopping'));
    await this.#boss.stop({ graceful: true, timeout: 30_000 });
  }

  async #start(): Promise<void> {
    if (this.#stopping) return;
    for (const line of LINES) await this.#workOn(line);
  }

  async #workOn(line: string): Promise<void> {
    await this.#boss.work(
      line,
      {
        pollingIntervalSeconds: this.#pollSeconds,
        notifyPollingIntervalSeconds: this.#pollSeconds,
        batchSize: 1,
        includeMetadata: true,
        perJobResults: true,
      },
      async (jobs: JobWithMetadata<Envelope>[]) =>
        Promise.all(jobs.map((job) => this.#run(job, job.retryCount >= job.retryLimit))),
    );
  }

  async #run(job: JobWithMetadata<Envelope>, lastTime: boolean): Promise<JobResult> {
    const { name, data } = job.data;
    const db = this.#database.db;
    const controller = new AbortController();
    this.#running.set(job.id, controller);
    try {
      if (this.#stopping) throw new AppError('unavailable', '明裁正在停止，任务将在下次启动后继续。');
      const handler = this.#handlers.get(name) as JobHandler<object> | undefined;
      if (!handler) {
        throw new AppError('unavailable', `本程序不会处理名为 ${name} 的任务；请由相应版本的明裁处理。`);
      }
      await report(db, job.id, {});
      const signal = AbortSignal.any([job.signal, controller.signal]);
      const result = await handler({ id: job.id, name, data, signal });
      await finish(db, job.id, result);
      return { id: job.id, status: 'completed' };
    } catch (error) {
      return this.#settle(job.id, error, lastTime);
    } finally {
      this.#running.delete(job.id);
    }
  }

  /** 'failed' goes back in line while tries are left; 'deadletter' does not. */
  async #settle(id: string, error: unknown, lastTime: boolean): Promise<JobResult> {
    const db = this.#database.db;
    const output = { message: error instanceof Error ? error.message : String(error) };
    const again = this.#stopping || (error instanceof AppError && error.kind === 'unavailable');
    if (again && !lastTime) {
      await putBack(db, id, error instanceof AppError ? error.message : '等待继续。');
      return { id, status: 'failed', output };
    }
    await fail(db, id, error instanceof AppError ? error.message : '处理时程序出错，请联系管理员查看日志。');
    if (!(error instanceof AppError)) this.#boss.emit('error', error as Error);
    return { id, status: 'deadletter', output };
  }
}
