import { createReadStream } from 'node:fs';

/** Longer lines are no entries of a library but a mistake; they are named, not kept in memory. */
export const MAX_LINE_BYTES = 4 * 2 ** 20;

export interface Line {
  number: number;
  /** `undefined` for a line that is too long. */
  bytes: Uint8Array | undefined;
}

/** The lines of a file as bytes, one after another, whatever its size; blank lines are left out but counted. */
export async function* readLines(file: string, signal?: AbortSignal): AsyncGenerator<Line> {
  let rest: Buffer[] = [];
  let held = 0;
  let number = 0;
  let tooLong = false;
  const take = (): Line | undefined => {
    number++;
    const bytes = tooLong ? undefined : Buffer.concat(rest);
    rest = [];
    held = 0;
    const blank = bytes !== undefined && !bytes.some((byte) => byte > 0x20);
    tooLong = false;
    return blank ? undefined : { number, bytes };
  };
  const keep = (piece: Buffer) => {
    held += piece.length;
    if (held > MAX_LINE_BYTES) {
      tooLong = true;
      rest = [];
    } else if (!tooLong) rest.push(piece);
  };
  for await (const chunk of createReadStream(file, {
    highWaterMark: 2 ** 18,
    ...(signal ? { signal } : {}),
  })) {
    let buffer = chunk as Buffer;
    for (;;) {
      const end = buffer.indexOf(10);
      if (end < 0) break;
      keep(buffer.subarray(0, end));
      buffer = buffer.subarray(end + 1);
      const line = take();
      if (line) yield line;
    }
    keep(buffer);
  }
  if (held > 0) {
    const line = take();
    if (line) yield line;
  }
}
