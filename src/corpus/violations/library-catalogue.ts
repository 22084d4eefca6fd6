import type { Db } from '../../db/database.ts';
import { today } from '../../law/dates.ts';
import type { LibraryView } from '../library-view.ts';
import { loadReferenceBook } from '../load-reference-book.ts';
import { sha256 } from '../source-draft.ts';
import { withImportedTexts } from '../with-imported-texts.ts';
import { ownLists } from './own-lists.ts';
import { bundledViolations } from './read-violations.ts';
import type { Catalogue } from './violation.ts';
import { withOwnLists } from './with-own-lists.ts';

interface Kept {
  revision: number;
  lists: string;
  catalogue: Catalogue;
}

const kept = new WeakMap<Db, Kept>();

/**
 * The catalogue of violations of this library: the bundled one, under the agencies' own lists where some were imported.
 * The same object until a list changes, so that what is worked out of it can be kept with it. `view`: the library as a
 * search sees it, so that the database need not be asked how it stands.
 */
export async function libraryCatalogue(db: Db, view?: LibraryView): Promise<Catalogue> {
  const revision = view && view.revision >= 0 ? view.revision : await readRevision(db);
  const known = kept.get(db);
  if (known?.revision === revision) return known.catalogue;
  const lists = await ownLists(db);
  const digest = lists.length === 0 ? '' : sha256(JSON.stringify(lists));
  const catalogue = digest === known?.lists ? known.catalogue : await merged();
  kept.set(db, { revision, lists: digest, catalogue });
  return catalogue;

  async function merged(): Promise<Catalogue> {
    if (lists.length === 0) return bundledViolations();
    return withOwnLists(
      bundledViolations(),
      lists,
      await withImportedTexts(db, loadReferenceBook()),
      today(),
    );
  }
}

async function readRevision(db: Db): Promise<number> {
  const state = await db.selectFrom('library_state').select('revision').executeTakeFirstOrThrow();
  return Number(state.revision);
}
