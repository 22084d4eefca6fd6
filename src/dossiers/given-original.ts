import { open } from 'node:fs/promises';
import type { GivenFile } from '../files/read-files.ts';
import { typeOfBytes } from '../files/type-of-bytes.ts';
import { goneOriginal, pathOfOriginal } from './originals.ts';
import type { DossierFile } from './stored-reading.ts';

/** A kept original as the reading threads take it: by its place, so that its bytes are never all in memory here. */
export async function givenOriginal(
  dataFolder: string,
  { name, sha256, bytes }: DossierFile,
): Promise<GivenFile> {
  const path = pathOfOriginal(dataFolder, sha256);
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw goneOriginal(sha256, error);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    const zipped = typeOfBytes(buffer.subarray(0, bytesRead)) === 'zip';
    return { file: name, source: { path: Buffer.from(path) }, size: bytes, zipped };
  } finally {
    await handle.close();
  }
}
