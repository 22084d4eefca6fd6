import { pipeline, Writable } from 'node:stream';
import { promisify } from 'node:util';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { AppError } from '../errors.ts';
import type { FileLimits } from './limits.ts';
import { zipEntryName } from './zip-entry-name.ts';

const piped = promisify(pipeline);

/** An entry with its name as people read it, folders left out. */
export interface ZipEntry {
  name: string;
  entry: Entry;
}

/** An opened archive; nothing is inflated yet. */
export interface OpenZip {
  zip: ZipFile;
  entries: ZipEntry[];
}

/** Reads the directory of an archive. AppError 'invalid-input' for a broken one, 'limit' for one with too many entries. */
export async function openZip(bytes: Buffer, limits: FileLimits): Promise<OpenZip> {
  const entries: ZipEntry[] = [];
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
    // The count is what the file says of itself: it ends the reading early, the entries themselves end it in any case.
    if (zip.entryCount > limits.archiveEntries) throw tooMany(limits);
    for await (const entry of zip.eachEntry()) {
      const name = zipEntryName(entry);
      if (!name.endsWith('/')) entries.push({ name, entry });
      if (entries.length > limits.archiveEntries) throw tooMany(limits);
    }
    return { zip, entries };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('invalid-input', '压缩包已损坏或不完整，请重新压缩后再放入。', { cause: error });
  }
}

/**
 * Inflates one entry into `take`, in pieces. AppError 'limit' when it grows beyond `limits.archiveBytes` (or `most`) or
 * by more than the ratio, whatever the directory says of its size.
 */
export async function inflateEntry(
  { zip }: OpenZip,
  { name, entry }: ZipEntry,
  limits: FileLimits,
  most: number,
  take: (piece: Buffer) => void | Promise<void>,
): Promise<void> {
  if (entry.isEncrypted()) {
    throw new AppError('invalid-input', '压缩包里的这个文件有密码，不能读取，请去掉密码后重新压缩。');
  }
  if (!entry.canDecodeFileData()) {
    throw new AppError('invalid-input', '这个文件的压缩方法不受支持，请用普通的 zip 方式重新压缩。');
  }
  let size = 0;
  const stop = () => {
    if (size > most)
      return new AppError('limit', `“${name}”解压后超过 ${mb(most)}，疑为损坏或恶意的压缩包。`);
    if (size > limits.archiveRatioFrom && size > entry.compressedSize * limits.archiveRatio) {
      return new AppError(
        'limit',
        `“${name}”解压后是压缩前的 ${limits.archiveRatio} 倍以上，疑为损坏或恶意的压缩包。`,
      );
    }
    return undefined;
  };
  const sink = new Writable({
    write(piece: Buffer, _encoding, done) {
      size += piece.length;
      const refusal = stop();
      if (refusal) done(refusal);
      else Promise.resolve(take(piece)).then(() => done(), done);
    },
  });
  try {
    await piped(await zip.openReadStreamPromise(entry), sink);
  } catch (error) {
    if (error instanceof AppError || isSystemError(error)) throw error;
    throw new AppError('invalid-input', '压缩包里的这个文件已损坏，请重新压缩后再放入。', { cause: error });
  }
}

/** A whole entry, for the parts of a Word file. */
export async function inflatedEntry(open: OpenZip, entry: ZipEntry, limits: FileLimits): Promise<Buffer> {
  const pieces: Buffer[] = [];
  await inflateEntry(open, entry, limits, limits.partBytes, (piece) => {
    pieces.push(piece);
  });
  return Buffer.concat(pieces);
}

const tooMany = (limits: FileLimits) =>
  new AppError('limit', `压缩包里的文件超过 ${limits.archiveEntries} 个，请分成几个压缩包。`);

const mb = (bytes: number) => `${Math.floor(bytes / 2 ** 20)} MB`;

const isSystemError = (error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return ['ENOSPC', 'EACCES', 'EIO', 'EDQUOT'].includes(code);
};
