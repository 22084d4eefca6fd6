import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startProgress } from '../db/job-progress.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import type { Person } from '../staff/person.ts';
import { type AppContext, type AppOptions, signedIn } from './app-options.ts';
import { receiveUploads } from './receive-uploads.ts';
import { sheetMapOf } from './sheet-map-of.ts';

const KINDS = ['law', 'benchmark', 'case', 'items'];

/** Importing changes what everybody's work rests on: it is the administrator's. */
export function requireAdministrator(person: Person): Person {
  if (person.role !== 'administrator')
    throw new AppError('not-allowed', '只有系统管理员可以导入或撤销导入，请由系统管理员登录后办理。');
  return person;
}

/**
 * Takes the files of a form and begins to import them as background work; returns the job's id, which is also the run's.
 * Refuses with `not-allowed` for anyone but an administrator before it takes any byte, `invalid-input` where nothing came.
 */
export async function startImport(c: AppContext, options: AppOptions): Promise<string> {
  const by = requireAdministrator(signedIn(c));
  const { queue, config } = options;
  if (!queue) throw new AppError('unavailable', '后台任务没有启动，请稍后重试。');
  const { uploads, fields, discard } = await receiveUploads(c, config.dataFolder);
  const id = randomUUID();
  const folder = join(config.dataFolder, 'imports', id);
  try {
    const map = sheetMapOf(fields);
    if (uploads.every(({ bytes }) => bytes === 0)) {
      throw new AppError('invalid-input', '没有收到文件，请选择要导入的文件或文件夹。', {
        faults: [{ path: 'files', expected: '至少一个非空的文件' }],
      });
    }
    for (const { name, path } of uploads) {
      const place = join(folder, name);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await rename(path, place);
    }
    await transact(options.database.db, async (trx) => {
      const kind = 'import-library';
      await startProgress(trx, {
        id,
        kind,
        subject: 'library',
        startedBy: by.id,
        total: uploads.length,
        message: '等待导入……',
      });
      const data = {
        folder,
        by: by.id,
        ...(fields.kind && KINDS.includes(fields.kind) ? { kind: fields.kind } : {}),
        ...(fields.replace === 'yes' ? { replace: true } : {}),
        ...(fields.keepNames === 'yes' ? { keepNames: true } : {}),
        ...(map ? { map } : {}),
      };
      return queue.send(trx, kind, data, { id });
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await discard();
  }
  return id;
}
