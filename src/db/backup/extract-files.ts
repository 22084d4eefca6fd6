import { open, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { isCarried } from './kept-files.ts';
import { FILES, type Part } from './part-list.ts';
import type { ArchiveReader, OnProgress } from './read-archive.ts';

/** Writes the files of a backup under `folder`, each compared with its digest. */
export async function extractFiles(
  archive: ArchiveReader,
  folder: string,
  onProgress?: OnProgress,
): Promise<{ count: number; bytes: number }> {
  const parts = filesOf(archive);
  const total = parts.reduce((sum, part) => sum + part.bytes, 0);
  let bytes = 0;
  for (const part of parts) {
    const path = join(folder, part.path);
    await makeFolder(dirname(path), 0o700);
    const handle = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of archive.bytes(part)) {
        await handle.writeFile(chunk);
        bytes += chunk.length;
        onProgress?.('恢复文件', bytes, total);
      }
    } finally {
      await handle.close();
    }
    if (part.mtime !== undefined) await utimes(path, new Date(part.mtime), new Date(part.mtime));
  }
  return { count: parts.length, bytes };
}

/** The files of a backup with their paths in the data folder. Refuses a path that leads out of it. */
export function filesOf({ list }: Pick<ArchiveReader, 'list'>): (Part & { path: string })[] {
  return list.parts
    .filter((part) => part.name.startsWith(FILES))
    .map((part) => {
      const path = part.name.slice(FILES.length);
      const steps = path.split('/');
      if (
        steps.some((step) => ['', '.', '..'].includes(step) || /[\\\0]/.test(step)) ||
        !isCarried(steps[0]!)
      ) {
        throw new AppError(
          'invalid-input',
          `备份里的文件“${path}”不在数据文件夹之内；这份备份不是明裁写成的。`,
        );
      }
      return { ...part, path };
    });
}
