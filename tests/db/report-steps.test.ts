import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { getProgress, startProgress } from '../../src/db/job-progress.ts';
import { reportSteps } from '../../src/db/report-steps.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const begin = () => startProgress(database.db, { kind: 'count', subject: 'case:1', startedBy: 'p1' });

describe('the steps of a job', () => {
  it('ends at the last step, however fast they come', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await begin();
      const steps = reportSteps(database.db, id);
      for (let done = 1; done <= 30; done += 1) {
        steps.tell({ done, total: 30, message: `第 ${done} 步` });
        if (done % 7 === 0) await new Promise((next) => setTimeout(next, 1));
      }
      await steps.told();
      expect(await getProgress(database.db, id)).toMatchObject({ done: 30, total: 30, message: '第 30 步' });
    }
  });

  it('keeps what a newer step does not speak of', async () => {
    const id = await begin();
    const steps = reportSteps(database.db, id);
    steps.tell({ done: 1, total: 9 });
    steps.tell({ done: 2, total: 8 });
    steps.tell({ message: '收尾' });
    await steps.told();
    expect(await getProgress(database.db, id)).toMatchObject({ done: 2, total: 8, message: '收尾' });
  });

  it('tells of a step that the database refused', async () => {
    const id = await begin();
    const steps = reportSteps(database.db, id);
    steps.tell({ done: Number.NaN });
    await new Promise((next) => setTimeout(next, 50));
    steps.tell({ done: 2 });
    await expect(steps.told()).rejects.toThrow();
    expect((await getProgress(database.db, id)).done).toBe(0);
  });
});
