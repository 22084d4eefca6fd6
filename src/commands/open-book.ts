import type { Config } from '../config.ts';
import { addLibraryLaws } from '../corpus/add-library-laws.ts';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { openLaws } from './open-laws.ts';

/** The reference book with the texts imported into the store; the bundled book alone while the service runs on it. */
export async function openBook(config: Config): Promise<ReferenceBook> {
  const bundled = loadReferenceBook();
  const library = await openLaws(config);
  return library ? addLibraryLaws(bundled, library.laws, library.lists) : bundled;
}
