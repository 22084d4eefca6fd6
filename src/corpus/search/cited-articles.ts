import type { Db } from '../../db/database.ts';
import { type FoundCitation, findCitations } from '../citations/find-citations.ts';
import { NUMERAL, readNumeral } from '../citations/read-numeral.ts';
import { titleNames } from '../citations/title-names.ts';
import type { LibraryView } from '../library-view.ts';
import { loadReferenceBook } from '../load-reference-book.ts';
import type { Filter } from '../score-lexical.ts';
import { versionId } from '../source-draft.ts';
import { passingEntries } from './passing-entries.ts';

/** The words of a query that cite an article, and the id of the place they cite: `…#64`, `…#64.1.2`. */
export interface Cited {
  quote: string;
  id: string;
}

/** The norms of a library: their names, and the versions of each. */
interface Norms {
  titleOf: (name: string) => string | undefined;
  versions: Map<string, { id: number; adopted: string | null }[]>;
}

/** A query with more citations than this is a paper, of which the first are taken. */
const MOST = 50;
const MAY_CITE = new RegExp(`${NUMERAL}\\s*条|${NUMERAL}\\s*$`);
/** 处罚法64, 《行政处罚法》 64: nothing but a name and a number. */
const BARE = new RegExp(`^\\s*《?([^《》]{2,100}?)》?\\s*第?\\s*(${NUMERAL})\\s*$`);

const known = new WeakMap<LibraryView, Promise<Norms>>();

/**
 * The articles that a query cites by name and number, by the number of their entry in the library, in the order of the
 * query: of the version that passes the filter, and where the query tells a year, only of one of that year.
 */
export async function citedArticles(
  db: Db,
  view: LibraryView,
  query: string,
  filter: Filter,
): Promise<Map<number, Cited>> {
  if (!MAY_CITE.test(query)) return new Map();
  const norms = await normsOf(db, view);
  const byId = new Map<string, Cited>();
  for (const found of citationsOf(query, norms.titleOf)) {
    const title = found.law && norms.titleOf(found.law);
    if (!title) continue;
    for (const { id: source, adopted } of norms.versions.get(title) ?? []) {
      const from = view.sources.get(source);
      if (!from || !filter.source(from) || !isMeant(found.version, adopted)) continue;
      const article = `${versionId(title, adopted)}#${found.article}`;
      const { paragraph, item } = found;
      const part = paragraph ? `.${paragraph}${item ? `.${item}` : ''}` : '';
      // The article itself is an entry, its paragraphs may be ones too.
      for (const id of part ? [article + part, article] : [article]) {
        if (!byId.has(id)) byId.set(id, { quote: found.quote, id: article + part });
      }
    }
  }
  const rows = await passingEntries(db, view, filter, [...byId.keys()]);
  const order = [...byId.keys()];
  return new Map(
    rows
      .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id) || a.seq - b.seq)
      .map(({ seq, id }) => [seq, byId.get(id)!]),
  );
}

function citationsOf(query: string, titleOf: Norms['titleOf']): FoundCitation[] {
  const [quote = '', name = '', number = ''] = BARE.exec(query) ?? [];
  const article = readNumeral(number);
  if (article !== undefined && titleOf(name) !== undefined) {
    return [{ quote: quote.trim(), start: 0, end: 0, law: name, article: String(article) }];
  }
  return findCitations(query, titleOf).slice(0, MOST);
}

/** `2017?` may tell of something else than the version. */
function isMeant(version: string | undefined, adopted: string | null): boolean {
  if (version === undefined || version.endsWith('?')) return true;
  return version !== 'former' && adopted !== null && adopted.startsWith(version.slice(0, 4));
}

function normsOf(db: Db, view: LibraryView): Promise<Norms> {
  const before = known.get(view);
  if (before) return before;
  const reading = readNorms(db);
  known.set(view, reading);
  reading.catch(() => known.delete(view));
  return reading;
}

async function readNorms(db: Db): Promise<Norms> {
  const rows = await db
    .selectFrom('library_sources')
    .select(['id', 'title', 'version_date as adopted', 'number'])
    .where('state', '=', 'live')
    .where('kind', '=', 'law')
    .orderBy('id')
    .execute();
  const versions: Norms['versions'] = new Map();
  const names = new Map<string, { title: string; short: string[]; versions: { number?: string }[] }>();
  for (const { title, short, versions: all } of loadReferenceBook().statutes())
    names.set(title, { title, short, versions: [...all] });
  for (const { id, title, adopted, number } of rows) {
    const norm = names.get(title) ?? { title, short: [], versions: [] };
    names.set(title, norm);
    if (number) norm.versions.push({ number });
    versions.set(title, [...(versions.get(title) ?? []), { id, adopted }]);
  }
  return { titleOf: titleNames(names.values()), versions };
}
