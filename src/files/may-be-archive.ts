import { typeOfBytes } from './type-of-bytes.ts';

/** How many bytes of the beginning are needed. */
export const ARCHIVE_HEAD = 64;
/** Where the name of the first file stands in a zip. */
const NAME_AT = 30;
const OFFICE = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|customXml\/)/;

/** Whether a file may be a plain archive, by its first bytes: a Word file is one too, with parts that it begins with. */
export function mayBeArchive(head: Uint8Array): boolean {
  if (typeOfBytes(head) !== 'zip') return false;
  return !OFFICE.test(Buffer.from(head.subarray(NAME_AT, ARCHIVE_HEAD)).toString('latin1'));
}
