import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { getCase } from '../cases/get-case.ts';
import { requireHandler } from '../cases/save-case.ts';
import type { Actor } from '../cases/stored-case.ts';
import type { Db } from '../db/database.ts';
import { makeFolder } from '../db/make-folder.ts';
import { syncPath } from '../db/sync-folder.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../errors.ts';
import { appendRecord } from '../records/append-record.ts';
import { HEAD, mediaTypeOf } from './media-type-of.ts';
import { getRecording, RECORDING_KINDS, type Recording } from './recording.ts';
import { incomingPlace, recordingPlace } from './recording-place.ts';
import { digestUpTo, forgetDigest, keepDigest } from './running-digest.ts';
import { tellDisk } from './tell-disk.ts';
import { getUpload, requireOwn } from './upload.ts';

/**
 * Keeps an upload that has come whole under its SHA-256, unchanged, as a recording of its case. Refuses with
 * `wrong-stage` while bytes lack, `conflict` where the case has the same recording already (the upload then goes), and
 * `invalid-input` for what is no recording.
 */
export async function keepRecording(
  db: Db,
  input: { dataFolder: string; id: string; by: Actor },
): Promise<Recording> {
  const upload = await getUpload(db, input.id);
  requireOwn(upload, input.by);
  requireHandler(await getCase(db, upload.caseId), input.by);
  if (upload.received !== upload.bytes) {
    throw new AppError(
      'wrong-stage',
      `录音录像还没有传完（${upload.received} / ${upload.bytes} 字节），请继续上传。`,
    );
  }
  const { path } = incomingPlace(input.dataFolder, upload.id);
  const { sha256, mediaType } = await tellDisk(async () => {
    const hash = await digestUpTo(path, upload.bytes);
    keepDigest(path, upload.bytes, hash.copy());
    const mediaType = await typeAt(path);
    if (mediaType === undefined) throw new AppError('invalid-input', '文件的内容不是录音录像，没有存入。');
    return { sha256: hash.digest('hex'), mediaType };
  });
  const same = await db
    .selectFrom('recordings')
    .select('name')
    .where('case_id', '=', upload.caseId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (same) {
    await forget(db, upload.id, path);
    throw new AppError('conflict', `本案已经存有内容相同的录音录像“${same.name}”，不再重复存入。`);
  }
  await tellDisk(() => place(path, recordingPlace(input.dataFolder, sha256)));
  const recording = await transact(db, async (trx) => {
    const id = randomUUID();
    const { kind, name, bytes } = upload;
    const [began, ended] = [upload.began ?? null, upload.ended ?? null];
    await trx
      .insertInto('recordings')
      .values({
        id,
        case_id: upload.caseId,
        kind,
        name,
        media_type: mediaType,
        bytes,
        sha256,
        began,
        ended,
        kept_by: input.by.id,
      })
      .execute();
    await trx.deleteFrom('recording_uploads').where('id', '=', upload.id).execute();
    await appendRecord(trx, {
      actor: input.by.id,
      actorRole: input.by.role,
      action: `存入${RECORDING_KINDS[kind]}录音录像`,
      object: `case:${upload.caseId}`,
      digest: sha256,
      detail: { name: input.by.name, recording: id, file: name, bytes, began, ended },
    });
    return getRecording(trx, id);
  });
  forgetDigest(path);
  await rm(path, { force: true });
  return recording;
}

async function typeAt(path: string): Promise<string | undefined> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return mediaTypeOf(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** A second name for the same bytes, so that until the row stands the upload can still be taken up again. */
async function place(from: string, to: { folder: string; path: string }): Promise<void> {
  await makeFolder(to.folder, 0o700);
  const there = await stat(to.path).catch(() => undefined);
  if (there?.size === (await stat(from)).size) return;
  if (there) await rm(to.path);
  await link(from, to.path).catch(() => rename(from, to.path));
  await syncPath(to.folder);
}

async function forget(db: Db, uploadId: string, path: string): Promise<void> {
  await db.deleteFrom('recording_uploads').where('id', '=', uploadId).execute();
  forgetDigest(path);
  await rm(path, { force: true });
}
