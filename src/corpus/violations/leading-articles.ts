import type { Db } from '../../db/database.ts';
import type { Day } from '../../law/dates.ts';
import type { Embedder } from '../../models/embed.ts';
import { versionOn } from '../citations/cite-article.ts';
import type { LibraryView } from '../library-view.ts';
import type { Filter } from '../score-lexical.ts';
import { passingEntries } from '../search/passing-entries.ts';
import { versionId } from '../source-draft.ts';
import { catalogueBook } from './catalogue-book.ts';
import { holdsAnyWord } from './holds-any-word.ts';
import { libraryCatalogue } from './library-catalogue.ts';
import { matchViolations, type ViolationMatch } from './match-violations.ts';

/** The entry of the catalogue that leads to an article, and how surely: 0 to 1. */
export interface Led {
  item: string;
  name: string;
  weight: number;
}

export interface LeadOptions {
  asOf: Day;
  filter: Filter;
  embedder: Embedder | undefined;
  /** The greatest share of the query's words that one entry of the library holds, the rarer the more; 0 to 1. */
  held: number;
}

/** Entries of the catalogue that are followed to their articles. */
const FOLLOWED = 8;
/** A cosine below the first says nothing, from the second on the saying is as good as the query. */
const NOTHING = 0.25;
const SURE = 0.6;
/** A story is a longer text whose rarer words stand in no single entry of the library. */
const STORY = 40;
const HELD = 0.6;
/** The nearest entries of the catalogue for a story are followed this surely at least. */
const FLOOR = 0.7;

/**
 * The articles that entries of the catalogue lead to, by the number of their entry in the library: what people call a
 * violation, and what they see of it, stands in no statute. Only what passes the filter. Empty without a model, whose
 * cosine tells how sure a match is.
 */
export async function leadingArticles(
  db: Db,
  view: LibraryView,
  query: string,
  { asOf, filter, embedder, held }: LeadOptions,
): Promise<Map<number, Led>> {
  const catalogue = await libraryCatalogue(db, view);
  const book = await catalogueBook(db, catalogue);
  const matches = embedder
    ? await matchViolations(catalogue, query, { book, asOf, embedder, limit: FOLLOWED })
    : [];
  const story = isStory(query, held);
  const floor = story ? FLOOR : 0;
  const byId = new Map<string, Led>();
  for (const match of matches) {
    const weight = match.score * Math.max(surenessOf(match), floor);
    // A story is told in many words, none of which need be those of the catalogue.
    if (!story && !holdsAnyWord(match)) continue;
    if (weight <= 0) continue;
    for (const { law, article } of match.provisions) {
      const statute = book.statuteOf(law);
      const version = statute && versionOn(statute, asOf);
      if (!version) continue;
      const id = `${versionId(statute.title, version.adopted)}#${article}`;
      if ((byId.get(id)?.weight ?? 0) < weight) byId.set(id, { item: match.id, name: match.name, weight });
    }
  }
  const rows = await passingEntries(db, view, filter, [...byId.keys()]);
  return new Map(rows.map(({ seq, id }) => [seq, byId.get(id)!]));
}

export function isStory(query: string, held: number): boolean {
  return query.length >= STORY && held < HELD;
}

function surenessOf({ why }: ViolationMatch): number {
  return Math.min(1, Math.max(0, ((why.similarity ?? 0) - NOTHING) / (SURE - NOTHING)));
}
