import type { Db } from '../db/database.ts';
import { addLibraryLaws } from './add-library-laws.ts';
import { libraryLaws } from './imported-laws.ts';
import type { ReferenceBook } from './reference-book.ts';
import { ownLists } from './violations/own-lists.ts';

const books = new WeakMap<Db, { revision: string; book: ReferenceBook }>();

/**
 * The bundled book with the norms and the agencies' own lists imported into the library, kept until the library changes. The texts themselves stay in
 * the database; the book holds their shape, and the words of the articles that threaten penalties.
 */
export async function withImportedTexts(db: Db, book: ReferenceBook): Promise<ReferenceBook> {
  const { revision } = await db.selectFrom('library_state').select('revision').executeTakeFirstOrThrow();
  const known = books.get(db);
  if (known?.revision === String(revision)) return known.book;
  const full = addLibraryLaws(book, await libraryLaws(db), await ownLists(db));
  books.set(db, { revision: String(revision), book: full });
  return full;
}
