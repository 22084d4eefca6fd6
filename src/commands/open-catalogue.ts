import type { Config } from '../config.ts';
import { addLibraryLaws } from '../corpus/add-library-laws.ts';
import { loadReferenceBook } from '../corpus/load-reference-book.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { PastChoice } from '../corpus/violations/past-choice.ts';
import { bundledViolations } from '../corpus/violations/read-violations.ts';
import type { Catalogue } from '../corpus/violations/violation.ts';
import { withOwnLists } from '../corpus/violations/with-own-lists.ts';
import { today } from '../law/dates.ts';
import { openLaws } from './open-laws.ts';

/** The catalogue of violations under the own lists in the store, with the book that its provisions are looked up in, and what was chosen before. */
export async function openCatalogue(
  config: Config,
): Promise<{ book: ReferenceBook; catalogue: Catalogue; choices: PastChoice[] }> {
  const bundled = loadReferenceBook();
  const library = await openLaws(config);
  if (!library) return { book: bundled, catalogue: bundledViolations(), choices: [] };
  const book = addLibraryLaws(bundled, library.laws, library.lists);
  const catalogue = withOwnLists(bundledViolations(), library.lists, book, today());
  return { book, catalogue, choices: library.choices };
}
