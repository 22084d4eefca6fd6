import { FILE_LIMITS, type FileLimits } from '../../../src/files/limits.ts';
import { readBytes } from '../../../src/files/read-bytes.ts';

/** Reads a file in this thread, without programs of the machine. */
export function readOne(name: string, bytes: Uint8Array, limits: Partial<FileLimits> = {}) {
  return readBytes(name, Buffer.from(bytes), {
    limits: { ...FILE_LIMITS, ...limits },
    alive: () => {},
    recognise: undefined,
    convert: undefined,
  });
}
