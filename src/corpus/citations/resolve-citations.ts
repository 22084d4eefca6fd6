import type { Day } from '../../law/dates.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { versionOn } from './cite-article.ts';
import { type FoundCitation, findCitations } from './find-citations.ts';

/** A citation with its state on a day. `current` is what stands in its place, where the library knows. */
export interface ResolvedCitation extends Omit<FoundCitation, 'law' | 'version'> {
  /** The full title where the library holds the norm, else the words of the text; empty where none is named. */
  law: string;
  state: 'in-force' | 'superseded' | 'not-yet-in-force' | 'no-such-article' | 'unknown-law';
  current?: string;
}

/** Every citation of a text, resolved against the library as of a day. */
export function resolveCitations(text: string, book: ReferenceBook, on: Day): ResolvedCitation[] {
  return findCitations(text, book.titleOf).map((found) => resolveCitation(found, book, on));
}

/** One found citation. A repealed norm is `superseded`; so is one cited by the year of an earlier version. */
export function resolveCitation(found: FoundCitation, book: ReferenceBook, on: Day): ResolvedCitation {
  const { law: name, version, ...place } = found;
  const law = (name && book.titleOf(name)) ?? name ?? '';
  if (!name) return { ...place, law, state: 'unknown-law' };
  const state = book.cite({ ...place, law }, on);
  if (state.state === 'repealed') {
    return { ...place, law, state: 'superseded', ...(state.by ? { current: state.by } : {}) };
  }
  if (state.state === 'superseded') {
    return { ...place, law, state: 'superseded', ...(state.by ? { current: state.by } : {}) };
  }
  const statute = book.statutes().find((one) => one.title === law);
  const inForce = statute && versionOn(statute, on);
  if (version && inForce && state.state !== 'not-yet-in-force' && !inForce.adopted.startsWith(version)) {
    const older = statute.versions.some(
      (one) => one.adopted.startsWith(version) && one.effective < inForce.effective,
    );
    if (older) return { ...place, law, state: 'superseded', current: `${law}@${inForce.adopted}` };
  }
  return { ...place, law, state: state.state };
}
