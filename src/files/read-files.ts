import { compareNames } from './compare-names.ts';
import type { FileSource } from './file-task.ts';
import type { FileText, SkippedFile } from './file-text.ts';
import type { FileLimits } from './limits.ts';
import { ReadingPool } from './reading-pool.ts';
import { openTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const MB = 2 ** 20;
/** As many characters as ten thousand dense pages: no dossier has them, and all of them are held at once. */
const MOST_SIGNS = 10_000_000;
const TOO_LONG = '材料的文字合计超过一千万字，这个文件没有采用，请分批放入。';

/** A file that was given: its name, its bytes or where they are, its size, and whether it may be an archive. */
export interface GivenFile {
  file: string;
  source: FileSource;
  size: number;
  zipped: boolean;
}

/** What was read of a folder or an upload, in natural order of names. */
export interface FolderReading {
  files: FileText[];
  skipped: SkippedFile[];
}

/** One more file is finished: how many are, of how many. */
export interface ReadProgress {
  file: string;
  done: number;
  total: number;
  /** Absent when the file was read. */
  reason?: string;
}

export interface ReadOptions {
  onProgress?: (progress: ReadProgress) => void;
  limits?: Partial<FileLimits>;
  /** Threads kept for several readings; without it they begin and end with this one. Its limits then hold. */
  pool?: ReadingPool;
}

/** Reads files in threads: archives are opened first, one after the other, then everything is read side by side. */
export async function readFiles(
  given: readonly GivenFile[],
  options: ReadOptions = {},
): Promise<FolderReading> {
  const pool = options.pool ?? new ReadingPool({ ...(options.limits && { limits: options.limits }) });
  const { limits } = pool;
  /** For the members of archives; most readings have none. */
  let folder: TemporaryFolder | undefined;
  const files: FileText[] = [];
  const skipped: SkippedFile[] = [];
  try {
    const plain: GivenFile[] = [];
    let bytes = 0;
    await pool.prepare(given.length);
    for (const one of given) await take(one, 1);
    let done = 0;
    let signs = 0;
    await Promise.all(
      plain.map(async ({ file, source }) => {
        const outcome = await pool.work({ do: 'read', file, source });
        skipped.push(...outcome.skipped);
        if (outcome.text) signs += outcome.text.text.length;
        if (outcome.text && signs > MOST_SIGNS) {
          skipped.push({ file, reason: TOO_LONG });
          delete outcome.text;
        } else if (outcome.text) files.push(outcome.text);
        done++;
        const reason = outcome.text ? undefined : outcome.skipped[0]?.reason;
        options.onProgress?.({ file, done, total: plain.length, ...(reason && { reason }) });
      }),
    );
    const inOrder = (one: { file: string }, other: { file: string }) => compareNames(one.file, other.file);
    return { files: files.sort(inOrder), skipped: skipped.sort(inOrder) };

    /** An archive gives way to its members, everything else waits to be read. */
    async function take(one: GivenFile, depth: number): Promise<void> {
      const refusal = refusalOf(one, plain.length, bytes, limits);
      if (refusal) {
        skipped.push({ file: one.file, reason: refusal });
        return;
      }
      if (!one.zipped) {
        plain.push(one);
        bytes += one.size;
        return;
      }
      folder ??= await openTemporaryFolder();
      const outcome = await pool.work({
        do: 'expand',
        file: one.file,
        source: one.source,
        folder: folder.path,
        mostFiles: limits.files - plain.length,
        mostBytes: limits.totalBytes - bytes,
      });
      skipped.push(...outcome.skipped);
      if (!outcome.members) {
        if (outcome.skipped.length === 0) {
          plain.push(one);
          bytes += one.size;
        }
        return;
      }
      if (outcome.members.length === 0 && outcome.skipped.length === 0) {
        skipped.push({ file: one.file, reason: '压缩包里没有可以阅读的文件，请核对后重新放入。' });
      }
      for (const { file, path, size, zipped } of outcome.members) {
        if (zipped && depth >= limits.archiveDepth)
          plain.push({ file, source: { path: Buffer.from(path) }, size, zipped });
        else await take({ file, source: { path: Buffer.from(path) }, size, zipped }, depth + 1);
      }
    }
  } finally {
    if (!options.pool) await pool.close();
    await folder?.remove();
  }
}

function refusalOf(
  { size }: GivenFile,
  count: number,
  bytes: number,
  limits: FileLimits,
): string | undefined {
  if (size === 0) return '文件是空的（0 字节），请核对后重新放入。';
  if (size > limits.fileBytes) {
    return `文件有 ${Math.ceil(size / MB)} MB，超过 ${limits.fileBytes / MB} MB 的限制，没有读取，请拆分或压缩图片后重新放入。`;
  }
  if (count >= limits.files) return `文件超过 ${limits.files} 个，这个文件没有读取，请分批放入。`;
  if (bytes + size > limits.totalBytes) {
    return `材料合计超过 ${limits.totalBytes / MB} MB，这个文件没有读取，请分批放入。`;
  }
  return undefined;
}
