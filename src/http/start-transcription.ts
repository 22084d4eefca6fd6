import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import { type JobProgress, listProgress, startProgress } from '../db/job-progress.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { getRecording } from '../hearings/recording.ts';
import { openSpeech, withoutSpeech } from '../models/speech/open-speech.ts';
import type { Person } from '../staff/person.ts';
import type { AppOptions } from './app-options.ts';

const KIND = 'transcribe-recording';

/** The transcription of a recording that is waiting or at work, where there is one. */
export async function runningTranscription(
  options: AppOptions,
  recordingId: string,
): Promise<JobProgress | undefined> {
  const { db } = options.database;
  const [latest] = await listProgress(db, { kind: KIND, subject: `recording:${recordingId}`, limit: 1 });
  return latest;
}

export function isAtWork(job: JobProgress | undefined): job is JobProgress {
  return job?.state === 'waiting' || job?.state === 'running';
}

/**
 * Begins to transcribe a recording as background work, or finds that it has begun; returns the job's id. Refuses with
 * `unavailable` where no engine is configured, `not-allowed` for anyone but a handler of the case.
 */
export async function startTranscription(
  options: AppOptions,
  recordingId: string,
  by: Person,
): Promise<string> {
  const { db } = options.database;
  const { queue } = options;
  const recording = await getRecording(db, recordingId);
  requireHandler(await getCase(db, recording.caseId), by);
  if (!(await openSpeech(options.config))) throw withoutSpeech();
  if (!queue) throw new AppError('unavailable', '后台任务没有启动，请稍后重试。');
  const begun = await runningTranscription(options, recordingId);
  if (isAtWork(begun)) return begun.id;
  return transact(db, async (trx) => {
    const id = await startProgress(trx, {
      kind: KIND,
      subject: `recording:${recordingId}`,
      startedBy: by.id,
      message: '等待转写……',
    });
    return queue.send(trx, KIND, { recordingId, by: by.id }, { id, long: true });
  });
}
