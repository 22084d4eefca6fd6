import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeFolder } from '../db/make-folder.ts';
import { syncPath } from '../db/sync-folder.ts';
import { pathOfOriginal, tellNoRoom } from './originals.ts';

/** An original that has come in whole and is not kept yet. */
export interface IncomingOriginal {
  sha256: string;
  /** Bytes. */
  bytes: number;
  /** Where it lies meanwhile. */
  path: string;
}

/** Originals on their way in: on the disk, never whole in memory, and gone again unless they are kept. */
export interface IncomingOriginals {
  /** Writes one as it comes. Rejects with what the stream rejects with, and `unavailable` where there is no room. */
  take(stream: AsyncIterable<Uint8Array>): Promise<IncomingOriginal>;
  /** Takes away whatever was not kept. */
  discard(): Promise<void>;
}

/** What a service that was killed left half received goes after a day. */
const STALE_MS = 24 * 3_600_000;

/** Opens a place of its own for the originals of one request, in `files/.incoming/` of the data folder. */
export async function openIncoming(dataFolder: string): Promise<IncomingOriginals> {
  const all = join(dataFolder, 'files', '.incoming');
  const folder = join(all, randomUUID());
  await tellNoRoom(async () => {
    await makeFolder(all, 0o700);
    await takeStaleAway(all);
    await makeFolder(folder, 0o700);
  });
  let count = 0;
  return {
    async take(stream) {
      count += 1;
      const path = join(folder, String(count));
      const hash = createHash('sha256');
      let bytes = 0;
      const digest = new Transform({
        transform(chunk: Uint8Array, _, done) {
          hash.update(chunk);
          bytes += chunk.byteLength;
          done(null, chunk);
        },
      });
      await tellNoRoom(() =>
        pipeline(stream, digest, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })),
      );
      return { sha256: hash.digest('hex'), bytes, path };
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Keeps an original under its digest, as `keepOriginal` does. */
export async function keepIncoming(dataFolder: string, { sha256, path }: IncomingOriginal): Promise<void> {
  const place = pathOfOriginal(dataFolder, sha256);
  await tellNoRoom(async () => {
    await makeFolder(dirname(place), 0o700);
    await rename(path, place);
    await syncPath(dirname(place));
  });
}

async function takeStaleAway(all: string): Promise<void> {
  for (const name of await readdir(all)) {
    const path = join(all, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}
