const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;

/** Every header of an archive: where it begins, and whether it stands in the directory. */
function headersOf(bytes: Buffer): { at: number; central: boolean }[] {
  const headers: { at: number; central: boolean }[] = [];
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const signature = bytes.readUInt32LE(at);
    if (signature === LOCAL || signature === CENTRAL) headers.push({ at, central: signature === CENTRAL });
  }
  return headers;
}

/** An archive in which a part of the names reads otherwise, of the same length, and does not say in which encoding. */
export function renamedInZip(bytes: Buffer, from: string, to: Buffer): Buffer {
  if (Buffer.byteLength(from) !== to.length) throw new RangeError('names of one length');
  const changed = Buffer.from(bytes);
  for (const { at, central } of headersOf(changed)) {
    const flags = at + (central ? 8 : 6);
    changed.writeUInt16LE(changed.readUInt16LE(flags) & ~0x800, flags);
    const name = changed.subarray(
      at + (central ? 46 : 30),
      at + (central ? 46 : 30) + changed.readUInt16LE(at + (central ? 28 : 26)),
    );
    const place = name.indexOf(from);
    if (place === 0) to.copy(name, place);
  }
  return changed;
}

/** An archive whose first file says of itself what it is not. */
export function withZipFlag(
  bytes: Buffer,
  { mode, encrypted, claimedSize }: { mode?: number; encrypted?: boolean; claimedSize?: number },
): Buffer {
  const changed = Buffer.from(bytes);
  for (const { at, central } of headersOf(changed)) {
    const flags = at + (central ? 8 : 6);
    if (encrypted) changed.writeUInt16LE(changed.readUInt16LE(flags) | 1, flags);
    if (claimedSize !== undefined) changed.writeUInt32LE(claimedSize, at + (central ? 24 : 22));
    if (central && mode !== undefined) {
      changed.writeUInt16LE((3 << 8) | 20, at + 4);
      changed.writeUInt32LE((mode << 16) >>> 0, at + 38);
    }
  }
  return changed;
}
