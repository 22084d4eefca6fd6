const SECTOR = 512;

/** The beginning of an old office container: its header, and a directory that names these streams. */
export function oleOf(...names: string[]): Buffer {
  const bytes = Buffer.alloc(SECTOR * 2 + 128 * Math.max(4, names.length + 1));
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  for (const [at, name] of ['Root Entry', ...names].entries()) {
    const place = SECTOR * 2 + at * 128;
    bytes.write(name, place, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, place + 64);
    bytes[place + 66] = at === 0 ? 5 : 2;
  }
  return bytes;
}
