import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

const FOLDER = new URL('../../../node_modules/.cache/mingcai/violations/', import.meta.url);

/**
 * What `make` works out of a catalogue, kept under the hash of everything that it is made of: a command that asks one
 * question must not cut a thousand items into words first. Where nothing can be read or written, it is made anew.
 */
export async function keptOnDisk<T>(
  from: readonly string[],
  make: () => T | Promise<T>,
  folder: URL = FOLDER,
): Promise<T> {
  const hash = createHash('sha256');
  for (const part of from) hash.update(`${part.length} ${part}\n`);
  const file = new URL(`${hash.digest('hex')}.kept`, folder);
  try {
    return deserialize(readFileSync(file)) as T;
  } catch {
    const made = await make();
    keep(file, made, folder);
    return made;
  }
}

/** In one step, so that nobody reads a half of it. */
function keep(file: URL, value: unknown, folder: URL): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = new URL(`${randomUUID()}.draft`, folder);
    writeFileSync(draft, serialize(value));
    renameSync(draft, file);
  } catch {}
}
