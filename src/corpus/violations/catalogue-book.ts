import type { Db } from '../../db/database.ts';
import { loadReferenceBook } from '../load-reference-book.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { withImportedTexts } from '../with-imported-texts.ts';
import type { Catalogue } from './violation.ts';

/** The book that knows the provisions of a catalogue: an agency's own list can cite norms that were imported. */
export async function catalogueBook(db: Db, { items }: Catalogue): Promise<ReferenceBook> {
  const bundled = loadReferenceBook();
  return items.some(({ own }) => own) ? withImportedTexts(db, bundled) : bundled;
}
