import type { JobProgress } from '../db/job-progress.ts';
import { AppError } from '../errors.ts';
import type { Person } from '../staff/person.ts';

/** Progress may name a case: only the one who started the work, the head and the administrator see it. */
export function requireStarter(job: JobProgress, person: Person): JobProgress {
  if (job.startedBy !== person.id && person.role !== 'head' && person.role !== 'administrator') {
    throw new AppError('not-allowed', '这个后台任务由他人启动，您不能查看。');
  }
  return job;
}
