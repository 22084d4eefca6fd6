import type { Db } from '../database.ts';

/** The queue stays behind with the service that it belonged to: what waited in it is not done by itself. */
export async function settleJobs(db: Db): Promise<void> {
  await db
    .updateTable('job_progress')
    .set({ state: 'failed', error: '备份或者迁移时这项任务还没有做完，没有随库带来；请重新提交。' })
    .where('state', 'in', ['waiting', 'running'])
    .execute();
}
