import type { Config } from '../config.ts';
import { type KeptLibrary, keepLaws, keptLaws } from '../corpus/kept-laws.ts';
import { AppError } from '../errors.ts';
import { printNote } from './print.ts';

/**
 * The laws, own lists and past choices of the store. `undefined` when it is in use by the running service, said on standard error:
 * commands that only read a case must not need the service stopped.
 */
export async function openLaws(config: Config): Promise<KeptLibrary | undefined> {
  // Of a server nobody can tell without asking it whether it has changed.
  const kept = config.databaseUrl ? undefined : keptLaws(config.dataFolder);
  if (kept) return kept;
  // Loaded only when the database must be opened: the engine takes longer to load than a case to be screened.
  const [{ withDatabase }, { libraryLaws }, { ownLists }, { pastChoices }] = await Promise.all([
    import('./open-library.ts'),
    import('../corpus/imported-laws.ts'),
    import('../corpus/violations/own-lists.ts'),
    import('../cases/past-choices.ts'),
  ]);
  try {
    return await withDatabase(
      config,
      async ({ db }) => ({
        laws: await libraryLaws(db),
        lists: await ownLists(db),
        choices: await pastChoices(db),
      }),
      (read) => keepLaws(config.dataFolder, read),
    );
  } catch (error) {
    if (!(error instanceof AppError) || (error.kind !== 'conflict' && error.kind !== 'unavailable'))
      throw error;
    printNote(`法规库未能打开（${error.message}）本次只用随附的法规要旨。`);
    return undefined;
  }
}
