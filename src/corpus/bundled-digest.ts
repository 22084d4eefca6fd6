import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Rises when the way of storing changes, so that what was bundled before is stored anew. */
const FORMAT = 3;

/** SHA-256 over the files of corpus/ that are loaded into the library. */
export function bundledDigest(): string {
  const hash = createHash('sha256').update(`format ${FORMAT}`);
  for (const room of ['laws', 'benchmarks', 'cases']) {
    const folder = new URL(`../../corpus/${room}/`, import.meta.url);
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .sort()) {
      hash.update(`\n${room}/${name}\n`).update(readFileSync(new URL(name, folder)));
    }
  }
  return hash.digest('hex');
}
