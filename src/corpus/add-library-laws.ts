import { addDays } from '../law/dates.ts';
import { articleShape } from './article-shape.ts';
import { buildReferenceBook } from './build-reference-book.ts';
import { type ImportedArticle, isDated, type LibraryLaws, type LibraryVersion } from './imported-laws.ts';
import { readReferenceParts } from './load-reference-book.ts';
import type { ArticleEntry, Statute, StatuteVersion } from './read-statute-file.ts';
import type { ReferenceBook } from './reference-book.ts';
import { levelNamed } from './source-draft.ts';
import type { OwnList } from './violations/own-violation.ts';

/** In place of the day of adoption, as in ids. */
const UNDATED = 'unknown';
const BEFORE_ALL = '0001-01-01';

/**
 * The bundled book with the norms imported into the library: new norms, new versions, and the articles and paragraphs of
 * versions that the bundle knows only in part; with the discretion tables and with the agencies' own lists. The book itself where nothing was imported.
 */
export function addLibraryLaws(
  book: ReferenceBook,
  { versions, articles, tables = [] }: LibraryLaws,
  ownLists: readonly OwnList[] = [],
): ReferenceBook {
  const laws = versions.some((version) => version.origin === 'imported');
  if (!laws && tables.length === 0)
    return ownLists.length === 0 ? book : { ...book, ownLists: () => ownLists };
  const bundled = new Map(book.statutes().map((statute) => [statute.title, statute]));
  const statutes: Statute[] = [...bundled.values()];
  for (const [title, rows] of Map.groupBy(versions, (version) => version.title)) {
    if (!rows.some((row) => row.origin === 'imported' || row.endedBy)) continue;
    const statute = mergeStatute(title, rows, articles, bundled.get(title));
    if (statute) statutes.push(statute);
  }
  const parts = readReferenceParts();
  return buildReferenceBook({
    ...parts,
    statutes,
    ownLists,
    benchmarks: [...tables.map(({ benchmark }) => benchmark), ...parts.benchmarks],
    tableSanctions: tables.flatMap(({ sanctions }) => sanctions),
  });
}

function mergeStatute(
  title: string,
  rows: LibraryVersion[],
  articles: LibraryLaws['articles'],
  bundled: Statute | undefined,
): Statute | undefined {
  const versions = new Map<string, StatuteVersion>();
  // A text that somebody imported says more than a bundled outline, even where nobody knows its day.
  const given = rows.filter((row) => row.origin === 'imported');
  const undatedAlone = given.length > 0 && !given.some(isDated);
  for (const version of bundled?.versions ?? [])
    if (!version.outline || !undatedAlone) versions.set(version.adopted, version);
  for (const row of rows) {
    if (!row.adopted || !row.from) continue;
    const old = versions.get(row.adopted);
    if (row.origin === 'bundled') {
      if (old) versions.set(row.adopted, { ...old, until: row.to });
      continue;
    }
    const imported = importedVersion(row, articles.get(row.source)!);
    // Beside a text with holes, what the bundle knows of the rest stands.
    const keepsOld = old && (!old.outline || imported.partial);
    versions.set(row.adopted, keepsOld ? mergeVersion(old, imported) : imported);
  }
  // The one text of a norm, of which no day is known, holds on every day, as search has it.
  const undated = versions.size === 0 && rows.findLast((row) => !isDated(row) && articles.has(row.source));
  if (undated) versions.set(UNDATED, importedVersion(undated, articles.get(undated.source)!));
  if (versions.size === 0) return undefined;
  const level = levelNamed(rows.find((row) => row.origin === 'imported')?.level) ?? 'normative-document';
  const sorted = [...versions.values()].sort((a, b) => (a.effective < b.effective ? -1 : 1));
  const endedBy = rows.find((row) => row.endedBy && row.adopted === sorted.at(-1)!.adopted)?.endedBy;
  return {
    ...(bundled ?? { title, short: [], level, issuer: '' }),
    ...(endedBy ? { replacedBy: endedBy } : {}),
    versions: sorted.map((version, at) => endBefore(version, sorted[at + 1])),
  };
}

/** A version whose end the bundle did not know yet ends where the next one begins. */
function endBefore(version: StatuteVersion, next: StatuteVersion | undefined): StatuteVersion {
  if (
    !next ||
    version.effective === next.effective ||
    (version.until !== null && version.until < next.effective)
  )
    return version;
  return { ...version, until: addDays(next.effective, -1) };
}

function importedVersion(row: LibraryVersion, articles: Map<string, ImportedArticle>): StatuteVersion {
  const entries = new Map<string, ArticleEntry>();
  for (const [article, { head, penal }] of articles) {
    entries.set(article, { paragraphs: articleShape(head), penal: penal ?? '' });
  }
  const numbers = [...entries.keys()].map((article) => Number.parseInt(article, 10));
  return {
    adopted: row.adopted ?? UNDATED,
    effective: row.from ?? row.adopted ?? BEFORE_ALL,
    until: row.to,
    articles: Math.max(0, ...numbers),
    original: false,
    ...(row.number ? { number: row.number } : {}),
    certainty: 'checked',
    entries,
    ...(row.complete ? {} : { partial: true as const }),
    ...(row.known ? {} : { effectiveUnknown: true as const }),
  };
}

/** What the bundle has checked stays; the import adds the articles it lacks and the days in force. */
function mergeVersion(old: StatuteVersion, imported: StatuteVersion): StatuteVersion {
  const entries = new Map(imported.entries);
  for (const [article, entry] of old.entries) entries.set(article, { ...entries.get(article), ...entry });
  return {
    ...old,
    until: imported.until,
    articles: Math.max(old.articles, imported.articles),
    entries,
  };
}
