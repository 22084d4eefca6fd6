import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { getProgress, report, startProgress } from '../../src/db/job-progress.ts';
import { openQueue, type Queue } from '../../src/db/queue.ts';
import { transact } from '../../src/db/transact.ts';
import { AppError } from '../../src/errors.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;
let queue: Queue;
let errors: Error[];

beforeEach(async () => {
  database = await openTestDatabase();
  errors = [];
  queue = await openQueue(database, { pollSeconds: 0.5, onError: (error) => errors.push(error) });
});
afterEach(async () => {
  await queue.stop();
  await database.close();
});

/** Queues a job with its progress row, as the pages do. */
function start(name: string, data: object = {}): Promise<string> {
  return transact(database.db, async (trx) => {
    const id = await startProgress(trx, { kind: name, subject: 'case:1', startedBy: 'p1' });
    return queue.send(trx, name, data, { id });
  });
}

async function reaches(id: string, state: string) {
  return vi.waitFor(
    async () => {
      const progress = await getProgress(database.db, id);
      expect(progress.state).toBe(state);
      return progress;
    },
    { timeout: 20_000, interval: 50 },
  );
}

const jobState = async (id: string) =>
  (await sql<{ state: string }>`select state from pgboss.job where id = ${id}::uuid`.execute(database.db))
    .rows[0]?.state;

describe('the job queue', () => {
  it('does a job and keeps its result', async () => {
    await queue.work<{ n: number }>('double', async (job) => ({ twice: job.data.n * 2 }));
    const id = await start('double', { n: 21 });
    expect(await reaches(id, 'done')).toMatchObject({ result: { twice: 42 }, error: null });
    await vi.waitFor(async () => expect(await jobState(id)).toBe('completed'));
  });

  it('queues nothing when the transaction is undone', async () => {
    const done: string[] = [];
    await queue.work('note', async (job) => void done.push(job.id));
    const lost = randomUUID();
    await expect(
      transact(database.db, async (trx) => {
        await queue.send(trx, 'note', {}, { id: lost });
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await jobState(lost)).toBeUndefined();
    const kept = await start('note');
    await reaches(kept, 'done');
    expect(done).toEqual([kept]);
  });

  it('lets work of hours keep only its like waiting', async () => {
    const held: (() => void)[] = [];
    await queue.work('hours', () => new Promise<void>((done) => held.push(done)));
    await queue.work('note', async () => {});
    const startLong = () =>
      transact(database.db, async (trx) => {
        const id = await startProgress(trx, { kind: 'hours', subject: 'case:1', startedBy: 'p1' });
        return queue.send(trx, 'hours', {}, { id, long: true });
      });
    const [first, second] = [await startLong(), await startLong()];
    await reaches(first, 'running');
    await reaches(await start('note'), 'done');
    expect((await getProgress(database.db, second)).state).toBe('waiting');
    await queue.cancel(second);
    held[0]!();
    await reaches(first, 'done');
    await reaches(second, 'cancelled');
    expect(held).toHaveLength(1);
  });

  it('refuses a second job under the same id', async () => {
    const id = await start('later');
    await expect(queue.send(database.db, 'later', {}, { id })).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('does one job at a time, in order', async () => {
    const events: string[] = [];
    const handler = async (job: { name: string }) => {
      events.push(`${job.name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      events.push(`${job.name} ends`);
    };
    await queue.work('one', handler);
    await queue.work('two', handler);
    const ids = [await start('one'), await start('two'), await start('one')];
    for (const id of ids) await reaches(id, 'done');
    expect(events).toEqual(['one', 'two', 'one'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('tries again only what was unavailable', async () => {
    let tries = 0;
    await queue.work('flaky', async () => {
      tries += 1;
      if (tries === 1) throw new AppError('unavailable', '模型暂时没有应答，请稍后。');
      return tries;
    });
    const id = await start('flaky');
    expect((await reaches(id, 'waiting')).state).toBe('waiting');
    expect(await reaches(id, 'done')).toMatchObject({ result: 2 });
  });

  it('does not try a refusal again, and says why', async () => {
    let tries = 0;
    await queue.work('refused', async () => {
      tries += 1;
      throw new AppError('invalid-input', '案件缺少当事人名称，请补充。');
    });
    const id = await start('refused');
    expect(await reaches(id, 'failed')).toMatchObject({ error: '案件缺少当事人名称，请补充。' });
    await vi.waitFor(async () => expect(await jobState(id)).toBe('failed'));
    expect(tries).toBe(1);
    expect(errors).toEqual([]);
  });

  it('does not try a bug again, keeps its text from people and reports it', async () => {
    await queue.work('bug', async () => {
      throw new TypeError('x is undefined');
    });
    const id = await start('bug');
    expect((await reaches(id, 'failed')).error).toBe('处理时程序出错，请联系管理员查看日志。');
    expect(errors.map((error) => error.message)).toEqual(['x is undefined']);
  });

  it('calls off a waiting job', async () => {
    const done: string[] = [];
    const id = await start('called-off');
    await queue.cancel(id);
    await queue.work('called-off', async (job) => void done.push(job.id));
    await queue.work('after', async (job) => void done.push(job.id));
    const after = await start('after');
    await reaches(after, 'done');
    expect(done).toEqual([after]);
    expect((await getProgress(database.db, id)).state).toBe('cancelled');
  });

  it('calls off a running job, whose handler is told and whose late result is not kept', async () => {
    let begun = () => {};
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let goesOn: boolean | undefined;
    await queue.work('long', async (job) => {
      begun();
      await new Promise((resolve) => job.signal.addEventListener('abort', resolve));
      goesOn = await report(database.db, job.id, { done: 1 });
      return 'too late';
    });
    const id = await start('long');
    await running;
    await queue.cancel(id);
    await vi.waitFor(() => expect(goesOn).toBe(false));
    expect(await getProgress(database.db, id)).toMatchObject({ state: 'cancelled', result: null });
    expect(await jobState(id)).toBe('cancelled');
  });

  it('stops while a job is running and does it again after the next start', async () => {
    let begun = () => {};
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    await queue.work('cut', async (job) => {
      begun();
      await new Promise((_, reject) => job.signal.addEventListener('abort', () => reject(new Error('cut'))));
    });
    const id = await start('cut');
    await running;
    await queue.stop();
    expect(await jobState(id)).toBe('retry');
    expect((await getProgress(database.db, id)).state).toBe('waiting');
    queue = await openQueue(database, { pollSeconds: 0.5 });
    await queue.work('cut', async () => 'whole');
    expect(await reaches(id, 'done')).toMatchObject({ result: 'whole' });
  });
});
