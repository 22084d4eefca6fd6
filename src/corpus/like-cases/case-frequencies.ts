import type { Db } from '../../db/database.ts';
import type { LibraryView } from '../library-view.ts';
import { type CaseDigest, digestCase } from './case-digest.ts';

/** How rare what a case tells is in the library, by inverse document frequency. */
export interface CaseFrequencies {
  /** How many cases were counted. */
  cases: number;
  cause(term: string): number;
}

/** More cases than these change the frequencies little: the first so many are counted. */
const COUNTED = 20_000;
const kept = new WeakMap<LibraryView, Promise<CaseFrequencies>>();

/** The frequencies over the titles of the library's cases, counted once for each of its states. */
export function caseFrequencies(db: Db, view: LibraryView): Promise<CaseFrequencies> {
  let found = kept.get(view);
  if (!found) {
    found = count(db);
    kept.set(view, found);
    found.catch(() => kept.delete(view));
  }
  return found;
}

async function count(db: Db): Promise<CaseFrequencies> {
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('library_sources as s', 's.id', 'e.source')
    .where('s.state', '=', 'live')
    .where(({ or, eb }) => or([eb('e.kind', '=', 'case'), eb('e.title', 'like', '%案')]))
    .select('e.title')
    .orderBy('e.seq')
    .limit(COUNTED)
    .execute();
  return frequenciesOf(rows.map(({ title }) => digestCase(title, '')));
}

/** The frequencies over these cases. */
export function frequenciesOf(cases: readonly Pick<CaseDigest, 'cause'>[]): CaseFrequencies {
  const counts = new Map<string, number>();
  for (const { cause } of cases) for (const term of cause) counts.set(term, (counts.get(term) ?? 0) + 1);
  return {
    cases: cases.length,
    cause: (term) => {
      const n = counts.get(term) ?? 0;
      return Math.log(1 + (cases.length - n + 0.5) / (n + 0.5));
    },
  };
}
