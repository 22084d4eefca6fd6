import { join } from 'node:path';

/** Where the bytes of a kept recording lie, in `recordings/` of the data folder. */
export function recordingPlace(dataFolder: string, sha256: string): { folder: string; path: string } {
  const folder = join(dataFolder, 'recordings', sha256.slice(0, 2));
  return { folder, path: join(folder, sha256) };
}

/** Where a recording lies while it comes in. */
export function incomingPlace(dataFolder: string, uploadId: string): { folder: string; path: string } {
  const folder = join(dataFolder, 'recordings', '.incoming');
  return { folder, path: join(folder, uploadId) };
}
