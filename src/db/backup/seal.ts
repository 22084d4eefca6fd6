import { BLOCK, entryHead } from './tar-entry.ts';

/** The last bytes of a backup: an entry named `seal`, and the two empty blocks that end a tape archive. */
export const SEAL_BYTES = 4 * BLOCK;

/** What the seal says: the digest of every byte before it, and where the list of parts stands. */
export interface Seal {
  sha256: string;
  listOffset: number;
  listBytes: number;
  listSha256: string;
}

const FORMAT = 'mingcai-backup/1';

/** Every byte of the seal follows from what it says: any other byte there is damage. */
export function writeSeal({ sha256, listOffset, listBytes, listSha256 }: Seal): Buffer {
  const text = `${FORMAT} ${sha256} ${listOffset} ${listBytes} ${listSha256}\n`;
  const block = Buffer.alloc(BLOCK);
  block.write(text, 'latin1');
  return Buffer.concat([entryHead('seal', text.length), block, Buffer.alloc(2 * BLOCK)]);
}

/** The seal that these last bytes are; `undefined` where they are anything else. */
export function readSeal(bytes: Buffer): Seal | undefined {
  const text = bytes.toString('latin1', BLOCK, 2 * BLOCK);
  const match = /^mingcai-backup\/1 ([0-9a-f]{64}) (\d{1,15}) (\d{1,15}) ([0-9a-f]{64})\n/.exec(text);
  if (!match) return undefined;
  const seal = {
    sha256: match[1]!,
    listOffset: Number(match[2]),
    listBytes: Number(match[3]),
    listSha256: match[4]!,
  };
  return writeSeal(seal).equals(bytes) ? seal : undefined;
}
