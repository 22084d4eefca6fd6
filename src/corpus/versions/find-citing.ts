import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import type { Day } from '../../law/dates.ts';
import { findCitations } from '../citations/find-citations.ts';
import { articleName } from './article-name.ts';
import { plainTitle } from './plain-title.ts';

/** An article that cites another one. */
export interface CitingArticle {
  id: string;
  law: string;
  article: string;
  /** The words of the citation. */
  quote: string;
}

/** Articles read through for citations: a norm that is named everywhere would otherwise take seconds. */
const READ = 400;

/**
 * The articles in force on a day that cite an article, by name (《…》第六十四条) or within the norm itself (本法第六十四条).
 * Each once. Found by words, then read as a citation: what only looks like one is left out.
 */
export async function findCiting(
  db: Db,
  cited: { title: string; article: string },
  on: Day,
): Promise<CitingArticle[]> {
  const name = plainTitle(cited.title);
  // 第五十七、五十八条: the number may stand without 第.
  const number = articleName(cited.article).replace(/^第/, '');
  const rows = await db
    .selectFrom('entries as e')
    .innerJoin('library_sources as s', 's.id', 'e.source')
    .select(['e.id', 'e.law', 'e.article', 'e.text'])
    .where('e.kind', '=', 'law')
    .where('e.text_is', '=', 'official')
    .where('s.state', '=', 'live')
    .where(sql<SqlBool>`(s.in_force_from is null or s.in_force_from <= ${on})`)
    .where(sql<SqlBool>`(s.in_force_to is null or s.in_force_to >= ${on})`)
    .where(sql<SqlBool>`position(${number} in e.text) > 0`)
    .where(sql<SqlBool>`(e.law = ${cited.title} or position(${name} in e.text) > 0)`)
    .orderBy('e.seq')
    .limit(READ)
    .execute();
  const found: CitingArticle[] = [];
  for (const { id, law, article, text } of rows) {
    if (law === null || article === null || (law === cited.title && article === cited.article)) continue;
    const citation = findCitations(text, () => undefined, { law, article }).find(
      (one) => one.article === cited.article && plainTitle(one.law ?? law) === name,
    );
    if (citation) found.push({ id, law, article, quote: citation.quote });
  }
  return found;
}
