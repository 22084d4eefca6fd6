import { randomUUID } from 'node:crypto';
import { mkdir, open as openFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { compareNames } from './compare-names.ts';
import type { FileOutcome, FileTask, Member } from './file-task.ts';
import type { SkippedFile } from './file-text.ts';
import { isLeftOut } from './is-left-out.ts';
import type { FileLimits } from './limits.ts';
import { ARCHIVE_HEAD, mayBeArchive } from './may-be-archive.ts';
import { inflateEntry, type OpenZip, openZip, type ZipEntry } from './open-zip.ts';
import { zipKind } from './zip-kind.ts';

const MB = 2 ** 20;
/** The type bits of a Unix mode, and those of a link; the mode stands in the upper half of the attributes. */
const TYPE_BITS = 0xf000;
const LINK = 0xa000;

/**
 * Writes the files of an archive into a folder of this reading, under names of our own: what the archive calls them
 * never becomes a path. A bad member is skipped with its reason. No `members` when it is no plain archive.
 */
export async function expandArchive(
  task: Extract<FileTask, { do: 'expand' }>,
  bytes: Buffer,
  limits: FileLimits,
): Promise<FileOutcome> {
  const open = await openZip(bytes, limits);
  if (zipKind(open) !== 'archive') return { skipped: [] };
  const members: Member[] = [];
  const skipped: SkippedFile[] = [];
  const seen = new Set<string>();
  const folder = join(task.folder, randomUUID());
  await mkdir(folder, { mode: 0o700 });
  let left = Math.min(limits.archiveBytes, task.mostBytes);

  for (const entry of open.entries.sort((one, other) => compareNames(one.name, other.name))) {
    if (isLeftOut(entry.name)) continue;
    const file = `${task.file}/${entry.name.replace(/^\/+/, '')}`;
    const refusal = refusalOf(entry, seen, members.length, task.mostFiles);
    if (refusal) {
      skipped.push({ file, reason: refusal });
      continue;
    }
    const path = join(folder, String(members.length + 1));
    try {
      const { size, zipped } = await writeEntry(open, entry, path, limits, left);
      left -= size;
      members.push({ file, path, size, zipped });
    } catch (error) {
      await rm(path, { force: true });
      if (!(error instanceof AppError)) throw error;
      skipped.push({ file, reason: error.message });
      // What blew up once may do so in every member: the archive is not opened further.
      if (error.kind === 'limit') {
        skipped.push({
          file: task.file,
          reason: '压缩包解压后过大，其余文件没有读取，请解开后只放入案卷材料。',
        });
        break;
      }
    }
  }
  return { members, skipped };
}

function refusalOf(
  { name, entry }: ZipEntry,
  seen: Set<string>,
  count: number,
  most: number,
): string | undefined {
  if (
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    name.split('/').includes('..') ||
    name.includes('\0')
  ) {
    return '压缩包里的路径指向包外，疑为恶意文件，没有读取。';
  }
  if (((entry.externalFileAttributes >>> 16) & TYPE_BITS) === LINK) {
    return '是压缩包里的链接，不予跟随，请把文件本身放进来。';
  }
  if (seen.has(name)) return '压缩包里有同名文件，只读取了第一个，请改名后重新压缩。';
  seen.add(name);
  return count >= most ? '文件数量超过限制，没有读取，请分批放入。' : undefined;
}

async function writeEntry(
  open: OpenZip,
  entry: ZipEntry,
  path: string,
  limits: FileLimits,
  left: number,
): Promise<{ size: number; zipped: boolean }> {
  const most = Math.min(limits.fileBytes, left);
  const tooLarge = new AppError(
    left < limits.fileBytes ? 'limit' : 'invalid-input',
    left < limits.fileBytes
      ? '压缩包解压后过大，没有读取，请分成几个压缩包。'
      : `文件解压后超过 ${limits.fileBytes / MB} MB，没有读取，请拆分后重新放入。`,
  );
  if (entry.entry.uncompressedSize > most) throw tooLarge;
  let size = 0;
  let zipped = false;
  const out = await openFile(path, 'wx', 0o600);
  try {
    await inflateEntry(open, entry, limits, most, async (piece) => {
      if (size === 0) zipped = mayBeArchive(piece.subarray(0, ARCHIVE_HEAD));
      size += piece.length;
      await out.writeFile(piece);
    });
  } finally {
    await out.close();
  }
  return { size, zipped };
}
