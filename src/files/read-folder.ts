import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { compareNames } from './compare-names.ts';
import type { SkippedFile } from './file-text.ts';
import { FILE_LIMITS } from './limits.ts';
import { type FoundFile, listFiles } from './list-files.ts';
import { ARCHIVE_HEAD, mayBeArchive } from './may-be-archive.ts';
import { type FolderReading, type GivenFile, type ReadOptions, readFiles } from './read-files.ts';

/**
 * Reads the files of a folder, or single files and folders: text of each, and what was not read and why, in natural
 * order of names. AppError 'not-found' for a path at which nothing is.
 */
export async function readFolder(
  paths: string | readonly string[],
  options: ReadOptions = {},
): Promise<FolderReading> {
  const limits = options.pool?.limits ?? { ...FILE_LIMITS, ...options.limits };
  const roots = typeof paths === 'string' ? [paths] : paths;
  const given: GivenFile[] = [];
  const skipped: SkippedFile[] = [];
  for (const root of roots) {
    const listed = await listFiles(root, limits);
    // Several folders may hold files of the same name.
    const prefix = roots.length > 1 && listed.isFolder ? `${basename(root)}/` : '';
    skipped.push(...listed.skipped.map((one) => ({ ...one, file: prefix + one.file })));
    for (const found of listed.found) given.push(await givenFile(found, prefix));
  }
  const read = await readFiles(given, options);
  return {
    files: read.files,
    skipped: [...skipped, ...read.skipped].sort((one, other) => compareNames(one.file, other.file)),
  };
}

async function givenFile({ file, path, size }: FoundFile, prefix: string): Promise<GivenFile> {
  return { file: prefix + file, source: { path }, size, zipped: await isZipped(path) };
}

/** The first bytes only: what they belong to is read elsewhere. */
async function isZipped(path: Buffer): Promise<boolean> {
  try {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(ARCHIVE_HEAD), 0, ARCHIVE_HEAD, 0);
      return mayBeArchive(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
