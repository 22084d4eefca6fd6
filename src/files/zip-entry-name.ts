import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';

/** Info-ZIP's name in UTF-8 beside the one in the encoding of the system. */
const UNICODE_PATH = 0x7075;
const UTF8_FLAG = 0x800;

/**
 * The name of an entry, with `/` between folders. Without the UTF-8 flag it is read as UTF-8 where that fits, since some
 * systems forget the flag, else as GB18030, which Chinese systems write.
 */
export function zipEntryName(entry: Entry): string {
  const given = entry.fileName;
  const beside = entry.extraFields.find(
    ({ id, data }) =>
      id === UNICODE_PATH && data.length > 5 && data[0] === 1 && data.readUInt32LE(1) === crc32(given),
  );
  const bytes = beside ? beside.data.subarray(5) : given;
  const sure = beside !== undefined || (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0;
  return decoded(bytes, sure).replaceAll('\\', '/');
}

function decoded(bytes: Buffer, sure: boolean): string {
  if (sure) return bytes.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
