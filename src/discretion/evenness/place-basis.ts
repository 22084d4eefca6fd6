import { createHash } from 'node:crypto';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Db } from '../../db/database.ts';

/** Raised when places are reckoned another way. */
const METHOD = 1;

const tables = new WeakMap<ReferenceBook, string>();

/** What the places rest on: the way of reckoning, the bundled library, and the tables of the book. */
export async function placeBasis(db: Db, book: ReferenceBook): Promise<string> {
  const state = await db.selectFrom('library_state').select('bundled_digest').executeTakeFirst();
  let own = tables.get(book);
  if (own === undefined) {
    const benchmarks = book.benchmarks();
    const sanctions = benchmarks.flatMap(({ items }) => items.map(({ sanction }) => book.sanction(sanction)));
    own = createHash('sha256')
      .update(JSON.stringify([benchmarks, sanctions]))
      .digest('hex')
      .slice(0, 16);
    tables.set(book, own);
  }
  return `${METHOD}:${state?.bundled_digest ?? ''}:${own}`;
}
