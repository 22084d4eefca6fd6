/** Blocks of the tape archive (POSIX.1-2001, pax), so that any `tar` lists and unpacks a backup. */
export const BLOCK = 512;

const LARGEST_OCTAL = 0o77777777777;

/** What stands before the bytes of an entry. `mtime` in seconds. */
export function entryHead(name: string, bytes: number, mtime = 0): Buffer {
  const long = Buffer.byteLength(name) > 100;
  const large = bytes > LARGEST_OCTAL;
  if (!long && !large) return header(name, bytes, mtime, '0');
  const records = [
    ...(long ? [paxRecord('path', name)] : []),
    ...(large ? [paxRecord('size', String(bytes))] : []),
  ];
  const extra = Buffer.from(records.join(''));
  const short = long ? 'pax-long-name' : name;
  return Buffer.concat([
    header('pax-header', extra.length, mtime, 'x'),
    extra,
    padding(extra.length),
    header(short, large ? 0 : bytes, mtime, '0'),
  ]);
}

/** What follows the bytes of an entry: zeros up to the next block. */
export function padding(bytes: number): Buffer {
  return Buffer.alloc((BLOCK - (bytes % BLOCK)) % BLOCK);
}

/** Name and size of the entry whose plain header this is; `undefined` where it is none. For telling where a file breaks off. */
export function readHeader(block: Buffer): { name: string; bytes: number } | undefined {
  if (block.length < BLOCK || block.toString('latin1', 257, 262) !== 'ustar') return undefined;
  const name = block.toString('utf8', 0, 100).replace(/\0.*$/s, '');
  const bytes = Number.parseInt(block.toString('latin1', 124, 136), 8);
  return Number.isSafeInteger(bytes) ? { name, bytes } : undefined;
}

function header(name: string, bytes: number, mtime: number, type: '0' | 'x'): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100, 'utf8');
  block.write('0000600\0', 100, 'latin1');
  block.write('0000000\0', 108, 'latin1');
  block.write('0000000\0', 116, 'latin1');
  block.write(`${octal(bytes, 11)}\0`, 124, 'latin1');
  block.write(`${octal(Math.max(0, Math.floor(mtime)), 11)}\0`, 136, 'latin1');
  block.write('        ', 148, 'latin1');
  block.write(type, 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
  return block;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

/** `length key=value`, the length counting itself. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  let length = bytes + 1;
  while (bytes + String(length).length !== length) length = bytes + String(length).length;
  return `${length}${rest}`;
}
