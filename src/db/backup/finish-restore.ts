import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { syncPath } from '../sync-folder.ts';
import { ASIDE } from './kept-files.ts';

/** What a restore decided: which names go, and the id under which the server's database knows it. */
interface Decision {
  remove: string[];
  id?: string;
}

/** The folder in which a restore prepares what will lie in the data folder. */
export const preparedFolder = (dataFolder: string): string => join(dataFolder, ASIDE, 'new');

const decisionFile = (dataFolder: string): string => join(dataFolder, ASIDE, 'decided');

/** Whether a restore was begun here and has not been finished or taken back. */
export const isRestoring = (dataFolder: string): boolean => existsSync(join(dataFolder, ASIDE));

/** From here on the restore will be finished, by whoever opens the folder next if not by us. */
export async function decideRestore(dataFolder: string, decision: Decision): Promise<void> {
  const path = decisionFile(dataFolder);
  // What is replaced goes when its successor comes: gone over again, the steps would take the successor for it.
  const coming = new Set(await readdir(preparedFolder(dataFolder)));
  const remove = decision.remove.filter((name) => !coming.has(name));
  await writeFile(`${path}.draft`, JSON.stringify({ ...decision, remove }), { mode: 0o600 });
  await syncPath(`${path}.draft`);
  await rename(`${path}.draft`, path);
  await syncPath(join(dataFolder, ASIDE));
}

/**
 * Puts what a restore prepared in place of what is there, if it came so far as to be decided; else takes it away. Each
 * step can be done again after a kill. Only for who holds the lock of the folder. `isDone` tells whether the server's
 * database was committed under an id; without it a restore to a server is refused with `conflict`.
 */
export async function finishRestore(
  dataFolder: string,
  isDone?: (id: string) => Promise<boolean>,
): Promise<void> {
  if (!isRestoring(dataFolder)) return;
  const decision = await readDecision(dataFolder);
  if (decision?.id !== undefined && !isDone) {
    throw new AppError(
      'conflict',
      `数据文件夹 ${dataFolder} 里有一次向数据库服务器的恢复没有做完；请先设回当时的 DATABASE_URL 运行 mingcai doctor，让它做完。`,
    );
  }
  if (decision && (decision.id === undefined || (await isDone?.(decision.id)))) {
    const prepared = preparedFolder(dataFolder);
    const replaced = join(dataFolder, ASIDE, 'old');
    await makeFolder(replaced, 0o700);
    for (const name of decision.remove) await moveAway(join(dataFolder, name), join(replaced, name));
    for (const name of await readdir(prepared)) {
      await moveAway(join(dataFolder, name), join(replaced, name));
      await rename(join(prepared, name), join(dataFolder, name));
    }
    await syncPath(dataFolder);
  }
  await rm(decisionFile(dataFolder), { force: true });
  await rm(join(dataFolder, ASIDE), { recursive: true, force: true });
}

async function readDecision(dataFolder: string): Promise<Decision | undefined> {
  try {
    return JSON.parse(await readFile(decisionFile(dataFolder), 'utf8')) as Decision;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What already lies there came from the same place a moment before the process was killed. */
async function moveAway(path: string, to: string): Promise<void> {
  if (!existsSync(path)) return;
  await rm(to, { recursive: true, force: true });
  await rename(path, to);
}
