import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the data folder that a backup carries. `path` with slashes, from the data folder. */
interface KeptFile {
  path: string;
  bytes: number;
}

/** Where a restore prepares what it will put in place. */
export const ASIDE = '.restore';

/**
 * What lies in a data folder and is no one's to carry: the database itself (its rows are), locks, and what is made again
 * when it is missing: the engine of speech recognition, built for one machine, and what commands keep of the library.
 */
const LEFT_OUT = /^(?:db|db\.new|mingcai\.lock.*|speech|library-laws\.kept.*|\.restore)$/;
/** Originals on their way in: nothing refers to them yet. */
const ON_THE_WAY = 'files/.incoming';

/** Whether an entry at the top of the data folder is carried. */
export const isCarried = (name: string): boolean => !LEFT_OUT.test(name);

/** Every file of the data folder but what is left out, in order. Links are followed: what they lead to is carried. */
export async function keptFiles(dataFolder: string): Promise<KeptFile[]> {
  const found: KeptFile[] = [];
  const walk = async (folder: string, above: ReadonlySet<string>) => {
    const real = await realpath(join(dataFolder, folder)).catch(ifGone);
    if (real === undefined || above.has(real)) return;
    for (const name of (await readdir(real)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if ((folder === '' && !isCarried(name)) || path === ON_THE_WAY) continue;
      const entry = await stat(join(dataFolder, path)).catch(ifGone);
      if (entry?.isDirectory()) await walk(path, new Set([...above, real]));
      else if (entry?.isFile()) found.push({ path, bytes: entry.size });
    }
  };
  await walk('', new Set());
  return found;
}

function ifGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
