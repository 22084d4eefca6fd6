import type { Stats } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../errors.ts';
import { compareNames } from './compare-names.ts';
import type { SkippedFile } from './file-text.ts';
import { isLeftOut } from './is-left-out.ts';
import type { FileLimits } from './limits.ts';

const TOO_DEEP = '文件夹套得太深，路径过长，里面的没有读取，请移到上层后重试。';

/** A file on the disk; `path` in bytes, because the name may be in any encoding. */
export interface FoundFile {
  file: string;
  path: Buffer;
  size: number;
}

/**
 * The files of a folder and of the folders in it, or the one file, in natural order of names. Links are not followed:
 * one may point at anything on this machine. AppError 'not-found' when there is nothing at the path.
 */
export async function listFiles(
  root: string,
  limits: FileLimits,
): Promise<{ found: FoundFile[]; skipped: SkippedFile[]; isFolder: boolean }> {
  let path: string;
  let stats: Stats;
  try {
    path = await realpath(root);
    stats = await lstat(path);
  } catch (error) {
    throw new AppError('not-found', `找不到“${root}”，请核对路径。`, { cause: error });
  }
  const found: FoundFile[] = [];
  const skipped: SkippedFile[] = [];
  if (!stats.isDirectory()) {
    take(basename(path), Buffer.from(path), stats);
    return { found, skipped, isFolder: false };
  }

  const folders: { prefix: string; path: Buffer }[] = [{ prefix: '', path: Buffer.from(path) }];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    let names: Buffer[];
    try {
      names = await readdir(folder.path, { encoding: 'buffer' });
    } catch (error) {
      const isLong = (error as NodeJS.ErrnoException).code === 'ENAMETOOLONG';
      const reason = isLong ? TOO_DEEP : '没有读取这个文件夹的权限，请调整权限后重试。';
      skipped.push({ file: folder.prefix || '.', reason });
      continue;
    }
    for (const name of names) {
      const inside = Buffer.concat([folder.path, Buffer.from('/'), name]);
      const file = folder.prefix + decodeName(name);
      if (isLeftOut(file) || isLeftOut(`${file}/`)) continue;
      const inner = await lstat(inside).catch((error: NodeJS.ErrnoException) => error);
      if (inner instanceof Error) {
        const isLong = inner.code === 'ENAMETOOLONG';
        skipped.push({ file, reason: isLong ? TOO_DEEP : '读取时文件已不在，请重新放入后再读。' });
      } else if (inner.isDirectory()) folders.push({ prefix: `${file}/`, path: inside });
      else take(file, inside, inner);
      // What is beyond the limit is not read; a folder of millions must not fill the memory with its names.
      if (found.length + skipped.length + folders.length > limits.files * 10) {
        throw new AppError(
          'limit',
          `文件夹中的文件和文件夹超过 ${limits.files * 10} 个，请只放入一个案件的材料。`,
        );
      }
    }
  }
  found.sort((left, right) => compareNames(left.file, right.file));
  skipped.sort((left, right) => compareNames(left.file, right.file));
  return { found, skipped, isFolder: true };

  function take(file: string, path: Buffer, stats: Stats): void {
    if (isLeftOut(file)) return;
    if (stats.isSymbolicLink())
      skipped.push({ file, reason: '是指向别处的链接，不予跟随，请把文件本身放进来。' });
    else if (!stats.isFile())
      skipped.push({ file, reason: '不是普通文件（设备、管道之类），不能读取，请移走。' });
    else found.push({ file, path, size: stats.size });
  }
}

/** Names that a Chinese system unpacked elsewhere are often GB18030. */
function decodeName(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    return new TextDecoder('gb18030').decode(name);
  }
}
