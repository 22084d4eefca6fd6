import type { Db } from '../../db/database.ts';
import type { Day } from '../../law/dates.ts';
import type { Embedder } from '../../models/embed.ts';
import { catalogueBook } from './catalogue-book.ts';
import { libraryCatalogue } from './library-catalogue.ts';
import { matchViolations, type ViolationMatch } from './match-violations.ts';

/** A saying as near as this is as good as the query; a second entry is shown where it is nearly as good as the first. */
const SURE = 0.6;
const NEARLY = 0.8;
const SHOWN = 3;

/**
 * Entries of the catalogue that a query surely tells of, with provisions in force on the day, the best first: they are
 * known even where the library holds no text of their articles. Empty without a model, whose cosine tells how sure it is.
 */
export async function sureItems(
  db: Db,
  query: string,
  { asOf, embedder }: { asOf: Day; embedder: Embedder | undefined },
): Promise<ViolationMatch[]> {
  if (!embedder) return [];
  const catalogue = await libraryCatalogue(db);
  const book = await catalogueBook(db, catalogue);
  const matches = await matchViolations(catalogue, query, { book, asOf, embedder, limit: SHOWN });
  return matches.filter(({ score, why }) => score >= NEARLY && (why.similarity ?? 0) >= SURE);
}
