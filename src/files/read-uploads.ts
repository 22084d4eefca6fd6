import { compareNames } from './compare-names.ts';
import { isLeftOut } from './is-left-out.ts';
import { ARCHIVE_HEAD, mayBeArchive } from './may-be-archive.ts';
import { type FolderReading, type ReadOptions, readFiles } from './read-files.ts';

/** Reads files that were sent: as `readFolder`, with names and bytes in the place of a path. Bytes stay untouched. */
export async function readUploads(
  uploads: readonly { name: string; bytes: Uint8Array }[],
  options: ReadOptions = {},
): Promise<FolderReading> {
  const given = uploads
    .filter(({ name }) => !isLeftOut(name))
    .map(({ name, bytes }) => ({
      file: name,
      source: { bytes },
      size: bytes.byteLength,
      zipped: mayBeArchive(bytes.subarray(0, ARCHIVE_HEAD)),
    }))
    .sort((one, other) => compareNames(one.file, other.file));
  return readFiles(given, options);
}
