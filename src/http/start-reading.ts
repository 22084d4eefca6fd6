import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import { startProgress } from '../db/job-progress.ts';
import { transact } from '../db/transact.ts';
import { keepOriginal } from '../dossiers/originals.ts';
import type { DossierFile } from '../dossiers/stored-reading.ts';
import { AppError } from '../errors.ts';
import type { Person } from '../staff/person.ts';
import type { AppOptions } from './app-options.ts';

/** A file that came with a form, with its path inside the folder that was dropped. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

/**
 * Keeps the originals and begins to read them as background work; returns the job's id. Refuses with `not-allowed` for
 * anyone but a handler (of the case, where there is one), `invalid-input` where nothing was handed in.
 */
export async function startReading(
  options: AppOptions,
  input: { uploads: readonly Upload[]; caseId?: string; by: Person },
): Promise<string> {
  const { db } = options.database;
  const { queue } = options;
  const { uploads, caseId, by } = input;
  if (by.role !== 'handler') {
    throw new AppError('not-allowed', '只有承办人可以交入案卷材料，请由承办人登录后办理。');
  }
  if (caseId !== undefined) requireHandler(await getCase(db, caseId), by);
  // An empty file among others is read as such: it is then named with what was not read.
  if (uploads.every(({ bytes }) => bytes.byteLength === 0)) {
    throw new AppError('invalid-input', '没有收到材料，请选择案卷文件夹、压缩包或者文件后再交入。', {
      faults: [{ path: 'files', expected: '至少一个非空的文件' }],
    });
  }
  if (!queue) throw new AppError('unavailable', '后台任务没有启动，请稍后重试。');
  const files: DossierFile[] = [];
  for (const { name, bytes } of uploads) {
    const sha256 = await keepOriginal(options.config.dataFolder, bytes);
    files.push({ name, sha256, bytes: bytes.byteLength });
  }
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
