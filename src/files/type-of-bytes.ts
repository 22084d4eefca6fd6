/** What the first bytes of a file say that it is. */
export type ByteType =
  | 'zip'
  | 'ole'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'tiff'
  | 'bmp'
  | 'webp'
  | 'rtf'
  | 'gif'
  | 'heic'
  | 'rar'
  | '7z'
  | 'gzip'
  | 'av'
  | 'program'
  | 'other';

/** How many bytes of the beginning are needed. */
export const HEAD_BYTES = 1024;

/** What stands at an offset, as Latin-1 text; a format may be told by one of several. */
const SIGNATURES: [ByteType, number, string[]][] = [
  ['zip', 0, ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']],
  ['ole', 0, ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1']],
  ['png', 0, ['\x89PNG\r\n\x1a\n']],
  ['jpeg', 0, ['\xff\xd8\xff']],
  ['tiff', 0, ['II*\0', 'MM\0*', 'II+\0', 'MM\0+']],
  ['webp', 8, ['WEBP']],
  ['av', 8, ['AVI ', 'WAVE']],
  ['heic', 4, ['ftyphei', 'ftyphevc', 'ftypmif1', 'ftypmsf1', 'ftypavif']],
  ['av', 4, ['ftyp']],
  ['av', 0, ['ID3', 'OggS', 'fLaC', '\x1aE\xdf\xa3', '#!AMR']],
  ['gif', 0, ['GIF87a', 'GIF89a']],
  ['rar', 0, ['Rar!\x1a\x07']],
  ['7z', 0, ['7z\xbc\xaf\x27\x1c']],
  ['gzip', 0, ['\x1f\x8b']],
  ['rtf', 0, ['{\\rtf']],
  ['program', 0, ['\x7fELF', 'MZ\x90\0']],
];

/** A file is what its bytes say, whatever it is called. */
export function typeOfBytes(head: Uint8Array): ByteType {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD_BYTES)).toString(
    'latin1',
  );
  for (const [type, at, beginnings] of SIGNATURES) {
    if (beginnings.some((beginning) => text.startsWith(beginning, at))) return type;
  }
  // A PDF may begin with some bytes of something else; a BMP names the size of its header.
  if (/%PDF-\d/.test(text)) return 'pdf';
  return text.startsWith('BM') && '\x0c\x28\x40\x6c\x7c'.includes(text[14] ?? ' ') ? 'bmp' : 'other';
}
