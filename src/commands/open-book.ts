import type { Config } from '../config.ts';
import { addLibraryLaws } from '../corpus/add-library-laws.ts';
import { keepLaws, keptLaws } from '../corpus/kept-laws.ts';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { AppError } from '../errors.ts';
import { printNote } from './print.ts';

/**
 * The reference book with the texts imported into the store. When the store is in use by the running service,
 * the bundled book alone, said on standard error: commands that only read a case must not need the service stopped.
 */
export async function openBook(config: Config): Promise<ReferenceBook> {
  const bundled = loadReferenceBook();
  // Of a server nobody can tell without asking it whether it has changed.
  const kept = config.databaseUrl ? undefined : keptLaws(config.dataFolder);
  if (kept) return addLibraryLaws(bundled, kept);
  // Loaded only when the database must be opened: the engine takes longer to load than a case to be screened.
  const [{ withDatabase }, { libraryLaws }] = await Promise.all([
    import('./open-library.ts'),
    import('../corpus/imported-laws.ts'),
  ]);
  try {
    const laws = await withDatabase(
      config,
      ({ db }) => libraryLaws(db),
      (read) => keepLaws(config.dataFolder, read),
    );
    return addLibraryLaws(bundled, laws);
  } catch (error) {
    if (!(error instanceof AppError) || (error.kind !== 'conflict' && error.kind !== 'unavailable'))
      throw error;
    printNote(`法规库未能打开（${error.message}）本次只用随附的法规要旨。`);
    return bundled;
  }
}
