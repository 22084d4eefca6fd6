import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Db } from '../db/database.ts';
import { AppError } from '../errors.ts';
import { HEAD, mediaTypeOf } from './media-type-of.ts';
import { incomingPlace } from './recording-place.ts';
import { digestUpTo, keepDigest } from './running-digest.ts';
import { tellDisk } from './tell-disk.ts';
import { getUpload, type RecordingUpload, requireOwn } from './upload.ts';

/** Files that are being written: two senders of one upload would write over one another. */
const busy = new Set<string>();

/**
 * Takes the next bytes of an upload, which begin at `offset`, to the disk as they come, and returns the upload as it
 * then stands. What came before the line broke stays, unless `sha256` (of these bytes, hex) is given: then all of them
 * count or none. Refuses with `conflict` where `offset` is not what was received, `invalid-input` for bytes that are too
 * many, differ from `sha256` or are no recording, `unavailable` where the disk is full.
 */
export async function takeChunk(
  db: Db,
  input: {
    dataFolder: string;
    id: string;
    offset: number;
    body: AsyncIterable<Uint8Array>;
    sha256?: string | undefined;
    by: { id: string };
  },
): Promise<RecordingUpload> {
  const upload = await getUpload(db, input.id);
  requireOwn(upload, input.by);
  if (input.offset !== upload.received) {
    throw new AppError('conflict', `服务器已收到 ${upload.received} 字节，请从那里继续上传。`, {
      faults: [{ path: 'offset', expected: String(upload.received) }],
    });
  }
  const { path } = incomingPlace(input.dataFolder, upload.id);
  if (busy.has(path)) throw new AppError('conflict', '这段录音录像正在另一处上传，请关闭那一处后继续。');
  busy.add(path);
  try {
    return await tellDisk(async () => {
      const handle = await open(path, 'r+');
      try {
        return await write(db, upload, handle, { ...input, path });
      } finally {
        await handle.close();
      }
    });
  } finally {
    busy.delete(path);
  }
}

async function write(
  db: Db,
  upload: RecordingUpload,
  handle: FileHandle,
  input: { path: string; body: AsyncIterable<Uint8Array>; sha256?: string | undefined },
): Promise<RecordingUpload> {
  const hash = await digestUpTo(input.path, upload.received);
  const own = createHash('sha256');
  let at = upload.received;
  let refusal: AppError | undefined;
  const body = input.body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await body.next().catch((cause: unknown) => {
        refusal = new AppError('invalid-input', '这一段没有传完；已收到的部分保留，请检查网络后继续上传。', {
          cause,
        });
      });
      if (!next || next.done) break;
      const bytes = next.value;
      if (at + bytes.byteLength > upload.bytes) {
        throw new AppError(
          'invalid-input',
          `收到的内容超过文件的 ${upload.bytes} 字节，文件可能已经改动；请放弃这次上传后重新选择。`,
        );
      }
      await writeAll(handle, bytes, at);
      hash.update(bytes);
      own.update(bytes);
      at += bytes.byteLength;
    }
    if (input.sha256 !== undefined && (refusal || own.digest('hex') !== input.sha256)) {
      throw (
        refusal ??
        new AppError('invalid-input', '这一段在传输中变了样（摘要不符），没有保留，请重新上传这一段。')
      );
    }
    if (upload.received === 0) await requireRecording(handle, at, upload.bytes);
    await handle.datasync();
  } catch (error) {
    await handle.truncate(upload.received);
    throw error;
  }
  const { numUpdatedRows } = await db
    .updateTable('recording_uploads')
    .set({ received: at })
    .where('id', '=', upload.id)
    .where('received', '=', upload.received)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    throw new AppError('conflict', '这段录音录像正在另一处上传，或者已被放弃；请刷新页面后继续。');
  }
  keepDigest(input.path, at, hash);
  if (refusal) throw refusal;
  return { ...upload, received: at };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, position + done);
    done += bytesWritten;
  }
}

/** The first bytes tell early what would otherwise be told after four gigabytes. */
async function requireRecording(handle: FileHandle, received: number, bytes: number): Promise<void> {
  if (received < Math.min(HEAD, bytes)) return;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  if (mediaTypeOf(buffer.subarray(0, bytesRead)) === undefined) {
    throw new AppError(
      'invalid-input',
      '文件的内容不是录音录像（与扩展名无关），没有接收；可以存入 wav、mp3、m4a、mp4、amr、ogg、flac、aac、wma、avi、webm 等。',
      { faults: [{ path: 'file', expected: '录音或者录像的文件' }] },
    );
  }
}
