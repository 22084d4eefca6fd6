import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import { startProgress } from '../db/job-progress.ts';
import { transact } from '../db/transact.ts';
import { keepIncoming } from '../dossiers/incoming-originals.ts';
import type { DossierFile } from '../dossiers/stored-reading.ts';
import { AppError } from '../errors.ts';
import { type AppContext, type AppOptions, signedIn } from './app-options.ts';
import { receiveUploads } from './receive-uploads.ts';

/**
 * Takes the papers of a form and begins to read them as background work; returns the job's id. Refuses with
 * `not-allowed` for anyone but a handler (of the case, where there is one) before it takes any byte, with
 * `invalid-input` where nothing was handed in, and like `receiveUploads`. What is refused is not kept.
 */
export async function startReading(c: AppContext, options: AppOptions, caseId?: string): Promise<string> {
  const { db } = options.database;
  const { queue } = options;
  const { dataFolder } = options.config;
  const by = signedIn(c);
  if (by.role !== 'handler') {
    throw new AppError('not-allowed', '只有承办人可以交入案卷材料，请由承办人登录后办理。');
  }
  if (caseId !== undefined) requireHandler(await getCase(db, caseId), by);
  if (!queue) throw new AppError('unavailable', '后台任务没有启动，请稍后重试。');
  const { uploads, discard } = await receiveUploads(c, dataFolder);
  try {
    // An empty file among others is read as such: it is then named with what was not read.
    if (uploads.every(({ bytes }) => bytes === 0)) {
      throw new AppError('invalid-input', '没有收到材料，请选择案卷文件夹、压缩包或者文件后再交入。', {
        faults: [{ path: 'files', expected: '至少一个非空的文件' }],
      });
    }
    for (const upload of uploads) await keepIncoming(dataFolder, upload);
  } finally {
    await discard();
  }
  const files = uploads.map(({ name, sha256, bytes }): DossierFile => ({ name, sha256, bytes }));
  return transact(db, async (trx) => {
    const kind = 'read-dossier';
    const id = await startProgress(trx, {
      kind,
      subject: caseId === undefined ? 'dossier:new' : `case:${caseId}`,
      startedBy: by.id,
      total: files.length,
      message: '等待阅卷……',
    });
    return queue.send(trx, kind, { files, by: by.id, ...(caseId === undefined ? {} : { caseId }) }, { id });
  });
}
