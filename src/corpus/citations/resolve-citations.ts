import type { Citation } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import type { Statute, StatuteVersion } from '../read-statute-file.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { articleOf, versionOn } from './cite-article.ts';
import { findDocumentNumbers } from './document-numbers.ts';
import { type FoundCitation, findCitations, type OwnPlace } from './find-citations.ts';
import { firstDay } from './first-day.ts';
import { renumberedPlaces } from './renumbered-places.ts';
import { versionMeant } from './version-meant.ts';

/** A citation with its state on a day. */
export interface ResolvedCitation extends Omit<FoundCitation, 'law' | 'version'> {
  /** The full title where the library holds the norm, else the words of the text; empty where none is named. */
  law: string;
  state: 'in-force' | 'superseded' | 'not-yet-in-force' | 'no-such-article' | 'unknown-law';
  /** The id of what is cited where it is in force: `<title>@<day of adoption>#64.1.2`. */
  id?: string;
  /**
   * What stands in its place, where the library knows: a norm, a version of it (`<title>@<day>`), or its article there
   * (`<title>@<day>#63`; several as `…#63、#64`).
   */
  current?: string;
  /** Of a norm that the library knows, where it holds no text of the day: the first day of the oldest text it holds. */
  heldFrom?: Day;
  /** False where the state rests on a version of which only the day of adoption is known: it may have taken effect later. */
  effectiveKnown?: false;
}

/**
 * Every citation of a text, resolved against the library as of a day, in the order of the text. A document number that
 * stands without an article (国办发〔2018〕118号) is a citation of the whole document: its `article` is empty.
 */
export function resolveCitations(
  text: string,
  book: ReferenceBook,
  on: Day,
  own?: OwnPlace,
): ResolvedCitation[] {
  const found = findCitations(text, book.titleOf, own);
  const documents = findDocumentNumbers(text, book.titleOf, found);
  return [
    ...found.map((one) => resolveCitation(one, book, on)),
    ...documents.map((one) => resolveDocument(one, book, on)),
  ].sort((a, b) => a.start - b.start);
}

/** One found citation. A repealed norm is `superseded`; so is one cited by the year of an earlier version. */
export function resolveCitation(found: FoundCitation, book: ReferenceBook, on: Day): ResolvedCitation {
  const { law: name, version, ...place } = found;
  const law = (name && book.titleOf(name)) ?? name ?? '';
  if (!name) return { ...place, law, state: 'unknown-law' };
  const statute = book.statuteOf(law);
  const meant = statute && versionMeant(statute, { law: name, version }, on);
  const current = statute && versionOn(statute, on);
  if (meant && meant !== current)
    return { ...place, law, ...otherVersion(statute, meant, { ...place, law }, on) };
  const state = book.cite({ ...place, law }, on);
  if (state.state === 'repealed' || state.state === 'superseded') {
    const by = state.by ? { current: state.by } : {};
    return { ...place, law, state: 'superseded', ...by, ...effectiveKnown(current) };
  }
  if (state.state === 'unknown-law') return { ...place, law, state: 'unknown-law', ...heldFrom(statute, on) };
  const id = state.state === 'in-force' && current ? { id: placeId(law, current, place) } : {};
  return { ...place, law, state: state.state, ...id, ...effectiveKnown(current) };
}

function effectiveKnown(version: StatuteVersion | undefined): { effectiveKnown?: false } {
  return version?.effectiveUnknown ? { effectiveKnown: false } : {};
}

/** A document cited as a whole, by its number. */
function resolveDocument(found: FoundCitation, book: ReferenceBook, on: Day): ResolvedCitation {
  const { law: name = '', version: _version, ...place } = found;
  const law = book.titleOf(name) ?? name;
  const statute = book.statuteOf(law);
  if (!statute) return { ...place, law, state: 'unknown-law' };
  const meant = versionMeant(statute, { law: name }, on);
  const current = versionOn(statute, on);
  if (current && (!meant || meant === current)) {
    return { ...place, law, state: 'in-force', id: `${law}@${current.adopted}` };
  }
  const first = firstDay(statute);
  if (!meant && on < statute.versions[0]!.effective && !(first && on < first)) {
    return { ...place, law, state: 'unknown-law', ...heldFrom(statute, on) };
  }
  const version = typeof meant === 'object' ? meant : statute.versions.at(-1)!;
  if (version.effective > on) return { ...place, law, state: 'not-yet-in-force' };
  const by = current ? `${law}@${current.adopted}` : statute.replacedBy;
  return { ...place, law, state: 'superseded', ...(by ? { current: by } : {}) };
}

function heldFrom(statute: Statute | undefined, on: Day): { heldFrom?: Day } {
  const oldest = statute?.versions[0]?.effective;
  return oldest !== undefined && on < oldest ? { heldFrom: oldest } : {};
}

/** The state of a place in a version other than the one in force on the day. */
function otherVersion(
  statute: Statute,
  meant: StatuteVersion | 'older' | 'newer',
  place: Citation,
  on: Day,
): Pick<ResolvedCitation, 'state' | 'current'> {
  if (meant === 'newer') return { state: 'unknown-law' };
  if (meant !== 'older' && meant.partial && !meant.entries.has(place.article))
    return { state: 'unknown-law' };
  if (meant !== 'older' && !articleOf(meant, place)) return { state: 'no-such-article' };
  if (meant !== 'older' && meant.effective > on) return { state: 'not-yet-in-force' };
  const current = versionOn(statute, on);
  if (!current) {
    return { state: 'superseded', ...(statute.replacedBy ? { current: statute.replacedBy } : {}) };
  }
  const versions = { from: meant === 'older' ? '' : meant.adopted, to: current.adopted };
  const places = renumberedPlaces(statute.title, versions, place);
  const stands = places.map((one) => `#${one}`).join('、');
  return { state: 'superseded', current: `${statute.title}@${current.adopted}${stands}` };
}

/** `<title>@<day>#64.1.2`; an item of an unnamed paragraph belongs to the only one, else the id stops at the article. */
function placeId(law: string, version: StatuteVersion, place: Omit<Citation, 'law'>): string {
  const { article, item } = place;
  const only = version.entries.get(article)?.paragraphs?.length === 1 ? 1 : undefined;
  const paragraph = place.paragraph ?? (item ? only : undefined);
  const parts = [article, ...(paragraph ? [paragraph, ...(item ? [item] : [])] : [])];
  return `${law}@${version.adopted}#${parts.join('.')}`;
}
