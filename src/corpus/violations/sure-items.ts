import type { Db } from '../../db/database.ts';
import type { Day } from '../../law/dates.ts';
import type { Embedder } from '../../models/embed.ts';
import type { ReferenceBook } from '../reference-book.ts';
import type { Hit, SearchOptions } from '../search.ts';
import { catalogueBook } from './catalogue-book.ts';
import { holdsAnyWord } from './holds-any-word.ts';
import { libraryCatalogue } from './library-catalogue.ts';
import { matchViolations, type ViolationMatch } from './match-violations.ts';

/** A saying as near as this is as good as the query; a second entry is shown where it is nearly as good as the first. */
const SURE = 0.6;
const NEARLY = 0.8;
const SHOWN = 3;

interface Asked extends Pick<SearchOptions, 'kind' | 'level' | 'region' | 'agency'> {
  asOf: Day;
  embedder: Embedder | undefined;
  /** What the search found, best first. */
  hits: readonly Hit[];
}

/**
 * Entries of the catalogue that a query surely tells of, with provisions in force on the day, the best first: they are
 * known even where the library holds no text of their articles. Empty without a model, whose cosine tells how sure it is;
 * where a text of the library is nearer to the query than what people say of the entry; and for what the filters of the
 * search exclude: the catalogue's provisions are national law.
 */
export async function sureItems(db: Db, query: string, asked: Asked): Promise<ViolationMatch[]> {
  const { kind = 'all', region = '全国', level, agency, asOf, embedder, hits } = asked;
  if (!embedder || (kind !== 'all' && kind !== 'law') || region !== '全国' || agency !== undefined) return [];
  const catalogue = await libraryCatalogue(db);
  const book = await catalogueBook(db, catalogue);
  const matches = await matchViolations(catalogue, query, { book, asOf, embedder, limit: SHOWN });
  return matches.filter(
    (match) =>
      match.score >= NEARLY &&
      (match.why.similarity ?? 0) >= SURE &&
      holdsAnyWord(match) &&
      !isFarther(match, hits[0], book) &&
      (level === undefined || match.provisions.some(({ law }) => book.levelOf(law) === level)),
  );
}

/** Whether the first hit is no provision of the entry and nearer to the query. */
function isFarther(
  { why, provisions }: ViolationMatch,
  first: Hit | undefined,
  book: ReferenceBook,
): boolean {
  if (first?.kind !== 'law' || (first.why.dense ?? 0) < (why.similarity ?? 0)) return false;
  return !provisions.some(
    ({ law, article }) => (book.titleOf(law) ?? law) === first.law && article === first.article,
  );
}
