import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const AT_ONCE = 8;

/**
 * Forces every file and folder under `folder` to the disk. The embedded engine writes without ever asking the
 * operating system to, so what a checkpoint wrote would otherwise not survive a power cut.
 */
export async function syncFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  paths.push(folder);
  const next = paths.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const path of next) await syncPath(path);
    }),
  );
}

/** fsync of one file or folder; one that has gone meanwhile needs none. */
export async function syncPath(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
