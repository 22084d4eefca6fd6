import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { AppError } from '../errors.ts';
import type { Db } from './database.ts';
import type { JobProgressRow } from './tables.ts';

/** What a person sees of one piece of background work. `total` is null while it is not known. */
export interface JobProgress {
  id: string;
  kind: string;
  /** What it is about: a case, a document, an import. */
  subject: string;
  state: JobProgressRow['state'];
  done: number;
  total: number | null;
  message: string;
  result: unknown;
  error: string | null;
  startedBy: string;
  createdAt: Date;
  updatedAt: Date;
}

const ENDED = ['done', 'failed', 'cancelled'] as const;

/**
 * Notes work that will be done in the background, in state `waiting`, and returns its id. Queue the job in the same
 * transaction under the same id: the queue then keeps `state` up to date.
 */
export async function startProgress(
  db: Db,
  job: {
    id?: string;
    kind: string;
    subject: string;
    startedBy: string;
    total?: number;
    message?: string;
  },
): Promise<string> {
  const id = job.id ?? randomUUID();
  await db
    .insertInto('job_progress')
    .values({
      id,
      kind: job.kind,
      subject: job.subject,
      state: 'waiting',
      total: job.total ?? null,
      message: job.message ?? '',
      started_by: job.startedBy,
    })
    .execute();
  return id;
}

/**
 * Says how far the work has come. False when it has been cancelled or has ended: the worker should stop.
 */
export async function report(
  db: Db,
  id: string,
  step: { done?: number; total?: number; message?: string },
): Promise<boolean> {
  return change(db, id, { ...step, state: 'running' });
}

/** Ends the work with its result. False when it had ended before. */
export function finish(db: Db, id: string, result: unknown = null): Promise<boolean> {
  return change(db, id, { state: 'done', result: JSON.stringify(result ?? null), error: null });
}

/** Ends the work with one Chinese sentence on what went wrong. False when it had ended before. */
export function fail(db: Db, id: string, error: string): Promise<boolean> {
  return change(db, id, { state: 'failed', error });
}

/** Puts the work back in line, with the reason. False when it had ended before. */
export function putBack(db: Db, id: string, message: string): Promise<boolean> {
  return change(db, id, { state: 'waiting', message });
}

/** Calls the work off. False when it had ended before. Use the queue's `cancel` to take it out of the line as well. */
export function cancel(db: Db, id: string): Promise<boolean> {
  return change(db, id, { state: 'cancelled' });
}

/** Refuses with `not-found`. */
export async function getProgress(db: Db, id: string): Promise<JobProgress> {
  const row = await db.selectFrom('job_progress').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not-found', `没有编号为 ${id} 的后台任务；请从任务列表重新打开。`);
  return fromRow(row);
}

/** The latest first. */
export async function listProgress(
  db: Db,
  options: { subject?: string; kind?: string; limit?: number } = {},
): Promise<JobProgress[]> {
  const rows = await db
    .selectFrom('job_progress')
    .selectAll()
    .$if(options.subject !== undefined, (query) => query.where('subject', '=', options.subject!))
    .$if(options.kind !== undefined, (query) => query.where('kind', '=', options.kind!))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(options.limit ?? 50)
    .execute();
  return rows.map(fromRow);
}

/** What has ended stays as it ended, whoever comes late. */
async function change(
  db: Db,
  id: string,
  values: {
    state: JobProgressRow['state'];
    done?: number;
    total?: number;
    message?: string;
    result?: string;
    error?: string | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job_progress')
    .set({ ...values, updated_at: new Date() })
    .where('id', '=', id)
    .where('state', 'not in', ENDED)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function fromRow(row: Selectable<JobProgressRow>): JobProgress {
  const { started_by: startedBy, created_at: createdAt, updated_at: updatedAt, ...rest } = row;
  return { ...rest, startedBy, createdAt, updatedAt };
}
