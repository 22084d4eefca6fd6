import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

interface Running {
  bytes: number;
  hash: Hash;
}

/** The digest of what has come of each file; whoever comes back after a restart has it read once from the disk. */
const running = new Map<string, Running>();
/** Uploads that nobody goes on with must not gather. */
const MOST = 64;

/** A copy of the SHA-256 of the first `bytes` of the file, which may be carried on. */
export async function digestUpTo(path: string, bytes: number): Promise<Hash> {
  const known = running.get(path);
  if (known?.bytes === bytes) return known.hash.copy();
  const hash = createHash('sha256');
  if (bytes > 0) {
    for await (const chunk of createReadStream(path, { end: bytes - 1 })) hash.update(chunk);
  }
  return hash;
}

/** Keeps how far the digest of a file has come. */
export function keepDigest(path: string, bytes: number, hash: Hash): void {
  running.delete(path);
  running.set(path, { bytes, hash });
  const [oldest] = running.keys();
  if (running.size > MOST && oldest !== undefined) running.delete(oldest);
}

export function forgetDigest(path: string): void {
  running.delete(path);
}
