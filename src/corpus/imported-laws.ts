import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Day } from '../law/dates.ts';
import { type ImportedTable, importedTables } from './benchmarks/imported-tables.ts';

/** One version of a norm in the library, bundled or imported, with the days it is in force. */
export interface LibraryVersion {
  source: number;
  title: string;
  adopted: Day | null;
  origin: 'bundled' | 'imported';
  level: string | null;
  /** 文号. */
  number: string | null;
  from: Day | null;
  to: Day | null;
  /** False when `from` is only the day of adoption. */
  known: boolean;
  /** The norm that repealed it. */
  endedBy: string | null;
  /** False when only some of its articles were imported. */
  complete: boolean;
}

/** The live versions of norms in the library. */
export async function libraryVersions(db: Db): Promise<LibraryVersion[]> {
  return db
    .selectFrom('library_sources')
    .select([
      'id as source',
      'title',
      'version_date as adopted',
      'origin',
      'level',
      'number',
      'in_force_from as from',
      'in_force_to as to',
      'effective_known as known',
      'ended_by as endedBy',
      'complete',
    ])
    .where('state', '=', 'live')
    .where('kind', '=', 'law')
    .orderBy('id')
    .execute();
}

/** The articles of one source with their official text, by number (`64`, `133-1`). */
export async function articleTexts(db: Db, source: number): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('entries')
    .select(['article', 'text'])
    .where('source', '=', source)
    .where('text_is', '=', 'official')
    .orderBy('seq')
    .execute();
  const texts = new Map<string, string>();
  for (const { article, text } of rows) {
    // An article stored in parts keeps its first text: the later ones are notes or repetitions.
    if (article && !texts.has(article)) texts.set(article, text);
  }
  return texts;
}

export interface ImportedArticle {
  /** Each line of the text cut to its first characters: enough to tell paragraphs from items. */
  head: string;
  /** The text of an article that may threaten a penalty or lists conditions: one in ten. */
  penal?: string;
}

/** Words without which an article threatens no penalty; and those that make of its items the parts of one duty. */
const MAY_PUNISH =
  '罚|没收|警告|吊销|暂扣|停产|停业|关闭|拘留|通报|(?:下列|以下).{0,8}(?:条件|要求|材料|文件|资料|内容|事项)|按照?(?:下列|以下)';

/** The norms of the library, with the articles of those that were imported. */
export interface LibraryLaws {
  versions: LibraryVersion[];
  articles: Map<number, Map<string, ImportedArticle>>;
  /** The discretion tables that were imported. */
  tables?: ImportedTable[];
}

/** A version without any date cannot be placed in time, beside others that can. */
export function isDated(version: LibraryVersion): boolean {
  return version.adopted !== null && version.from !== null;
}

export async function libraryLaws(db: Db): Promise<LibraryLaws> {
  const versions = await libraryVersions(db);
  const dated = new Set(versions.filter(isDated).map(({ title }) => title));
  const imported = versions.filter(
    (version) => version.origin === 'imported' && (isDated(version) || !dated.has(version.title)),
  );
  return {
    versions,
    articles: await articleHeads(
      db,
      imported.map((version) => version.source),
    ),
    tables: await importedTables(db),
  };
}

/**
 * The articles of many sources: the heads of their lines, a tenth of what the whole text would cost to fetch, and in full
 * only those that a penalty can rest on.
 */
async function articleHeads(db: Db, sources: number[]): Promise<Map<number, Map<string, ImportedArticle>>> {
  const heads = new Map(sources.map((source) => [source, new Map<string, ImportedArticle>()]));
  for (let at = 0; at < sources.length; at += 40) {
    const rows = await db
      .selectFrom('entries')
      .select([
        'source',
        'article',
        sql<string>`regexp_replace(text, ${'^(.{0,10}).*$'}, ${'\\1'}, 'gn')`.as('head'),
        sql<string | null>`case when text ~ ${MAY_PUNISH} then text end`.as('penal'),
      ])
      .where('source', 'in', sources.slice(at, at + 40))
      .where('text_is', '=', 'official')
      .where('article', 'is not', null)
      .orderBy('seq')
      .execute();
    for (const { source, article, head, penal } of rows) {
      const articles = heads.get(source)!;
      if (!articles.has(article!)) articles.set(article!, { head, ...(penal ? { penal } : {}) });
    }
  }
  return heads;
}
