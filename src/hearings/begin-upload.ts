import { randomUUID } from 'node:crypto';
import { open, rm, statfs } from 'node:fs/promises';
import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import type { RecordingKind } from '../db/hearing-tables.ts';
import { makeFolder } from '../db/make-folder.ts';
import { AppError } from '../errors.ts';
import { isDay } from '../law/dates.ts';
import { visibleText } from '../law/visible-text.ts';
import { incomingPlace } from './recording-place.ts';
import { tellDisk } from './tell-disk.ts';
import { type RecordingUpload, uploadFromRow } from './upload.ts';

const GB = 1024 ** 3;
/** Bytes that one recording may have. */
export const MOST_OF_RECORDING = 4 * GB;
/** Room that stays on the disk for everything else. */
const LEFT_FREE = 256 * 1024 ** 2;

/** What is going to be handed in. */
interface NewRecording {
  caseId: string;
  kind: RecordingKind;
  name: string;
  bytes: number;
  /** When the file was last changed, in milliseconds. */
  modified: number;
  began?: string | undefined;
  ended?: string | undefined;
}

/**
 * Begins to take a recording in, or finds the one that this person began with the same file, which goes on where it
 * stopped. Refuses with `not-allowed` for anyone but a handler of the case, `invalid-input` and `limit` for what cannot
 * be taken, `unavailable` where the disk has no room.
 */
export async function beginUpload(
  db: Db,
  input: NewRecording & { dataFolder: string; by: Actor },
): Promise<RecordingUpload> {
  const { dataFolder, by, caseId, kind, bytes, modified } = input;
  requireHandler(await getCase(db, caseId), by);
  const name = checkedName(input.name);
  checkSize(bytes);
  checkTimes(input.began, input.ended);
  const same = await db
    .selectFrom('recording_uploads')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('by_user', '=', by.id)
    .where('name', '=', name)
    .where('bytes', '=', bytes)
    .where('modified', '=', modified)
    .executeTakeFirst();
  const told = { kind, began: input.began ?? null, ended: input.ended ?? null };
  if (same) {
    await db.updateTable('recording_uploads').set(told).where('id', '=', same.id).execute();
    return { ...uploadFromRow(same), kind };
  }
  const id = randomUUID();
  const { folder, path } = incomingPlace(dataFolder, id);
  await tellDisk(async () => {
    await makeFolder(folder, 0o700);
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize < bytes + LEFT_FREE) {
      throw new AppError(
        'unavailable',
        '服务器的磁盘空间放不下这段录音录像，没有开始接收；请管理员腾出空间后重试。',
      );
    }
    await (await open(path, 'wx', 0o600)).close();
  });
  try {
    const row = await db
      .insertInto('recording_uploads')
      .values({ id, case_id: caseId, name, bytes, modified, by_user: by.id, ...told })
      .returningAll()
      .executeTakeFirstOrThrow();
    return uploadFromRow(row);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function checkedName(given: string): string {
  const name = visibleText(given).split(/[/\\]/).at(-1)?.trim().slice(-200) ?? '';
  if (name === '' || name === '.' || name === '..') {
    throw new AppError('invalid-input', '没有收到文件名，请重新选择录音录像文件。', {
      faults: [{ path: 'name', expected: '非空的文件名' }],
    });
  }
  return name;
}

function checkSize(bytes: number): void {
  if (bytes === 0) {
    throw new AppError('invalid-input', '录音录像是空文件，没有接收；请检查设备中的文件后重新选择。', {
      faults: [{ path: 'bytes', expected: '大于 0 的字节数' }],
    });
  }
  if (bytes > MOST_OF_RECORDING) {
    throw new AppError(
      'limit',
      '录音录像超过 4 GB，没有接收；请用设备分段导出（不要转码），分段存入，每段都是原件。',
      { faults: [{ path: 'bytes', expected: `不大于 ${MOST_OF_RECORDING}` }] },
    );
  }
}

function checkTimes(began: string | undefined, ended: string | undefined): void {
  const faults = Object.entries({ began, ended }).filter(([, at]) => at !== undefined && !isMoment(at));
  if (faults.length > 0) {
    throw new AppError('invalid-input', '录制时间有误，应为存在的日期和时刻，请改正后重试。', {
      faults: faults.map(([path]) => ({ path, expected: '北京时间，写作 YYYY-MM-DDTHH:MM' })),
    });
  }
  if (began && ended && ended < began) {
    throw new AppError('invalid-input', '录制的结束时间早于开始时间，请改正后重试。', {
      faults: [{ path: 'ended', expected: '不早于开始时间' }],
    });
  }
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10));
}
