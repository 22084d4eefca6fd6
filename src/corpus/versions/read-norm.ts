import type { Db } from '../../db/database.ts';
import type { Day } from '../../law/dates.ts';
import { articleTexts } from '../imported-laws.ts';
import { compareVersions } from './compare-versions.ts';
import { plainTitle } from './plain-title.ts';
import { titlesInLibrary } from './update-intervals.ts';

/** One version of a norm, put together from what was imported and what is bundled. */
export interface NormVersion {
  adopted: Day | null;
  from: Day | null;
  to: Day | null;
  /** False when `from` is only the day of adoption. */
  known: boolean;
  endedBy: string | null;
  level: string | null;
  region: string | null;
  number: string | null;
  /** The source with the official text, and the one with our gists. */
  official?: number;
  gists?: number;
}

export interface NormArticle {
  id: string;
  article: string;
  text: string;
  textIs: 'official' | 'gist';
  chapter: string | null;
}

/** The title as the library writes it; `undefined` when it holds no such norm. */
export async function titleInLibrary(db: Db, name: string): Promise<string | undefined> {
  const titles = await titlesInLibrary(db, [plainTitle(name)]);
  return titles.includes(name) ? name : titles[0];
}

/** The live versions of a norm, newest first. */
export async function normVersions(db: Db, title: string): Promise<NormVersion[]> {
  const rows = await db
    .selectFrom('library_sources')
    .select(['id', 'origin', 'version_date', 'in_force_from', 'in_force_to', 'effective_known', 'ended_by'])
    .select(['level', 'region', 'number'])
    .where('kind', '=', 'law')
    .where('state', '=', 'live')
    .where('title', '=', title)
    .orderBy('origin')
    .execute();
  const versions = new Map<string | null, NormVersion>();
  for (const row of rows) {
    const known = versions.get(row.version_date);
    versions.set(row.version_date, {
      adopted: row.version_date,
      from: row.in_force_from,
      to: row.in_force_to,
      known: row.effective_known,
      endedBy: row.ended_by,
      level: row.level ?? known?.level ?? null,
      region: row.region ?? known?.region ?? null,
      number: row.number ?? known?.number ?? null,
      ...(known?.gists === undefined ? {} : { gists: known.gists }),
      ...(row.origin === 'imported' ? { official: row.id } : { gists: row.id }),
    });
  }
  const start = ({ from, adopted }: NormVersion) => from ?? adopted ?? '';
  return [...versions.values()].sort((a, b) => (start(a) < start(b) ? 1 : -1));
}

/** The version in force on a day: the one that answers, not one whose days are unknown. */
export function versionInForce(versions: NormVersion[], on: Day): NormVersion | undefined {
  return versions.find(({ from, to }) => from !== null && from <= on && (to === null || on <= to));
}

/** An article of a version: its official text, else our gist; `undefined` where neither is there. */
export async function readArticle(
  db: Db,
  version: NormVersion,
  article: string,
): Promise<NormArticle | undefined> {
  for (const source of [version.official, version.gists]) {
    if (source === undefined) continue;
    const row = await db
      .selectFrom('entries')
      .select(['id', 'article', 'text', 'text_is as textIs', 'chapter'])
      .where('source', '=', source)
      .where('article', '=', article)
      .orderBy('seq')
      .executeTakeFirst();
    if (row) return { ...row, article };
  }
  return undefined;
}

/** The numbers of a version's articles in their order, official and as gists. */
export async function articleNumbers(db: Db, version: NormVersion): Promise<string[]> {
  const sources = [version.official, version.gists].filter((source) => source !== undefined);
  const rows = await db
    .selectFrom('entries')
    .select('article')
    .where('source', 'in', [...sources, -1])
    .orderBy('seq')
    .execute();
  const numbers = [...new Set(rows.flatMap(({ article }) => article ?? []))];
  // Gists come after the official text, wherever their articles stand.
  const place = (number: string) => number.split('-').map(Number) as [number, number?];
  return numbers.sort((a, b) => place(a)[0] - place(b)[0] || (place(a)[1] ?? 0) - (place(b)[1] ?? 0));
}

/** The number that an article of one version bears in another; `undefined` where the other has none that answers it. */
export async function articleIn(
  db: Db,
  article: string,
  from: NormVersion,
  to: NormVersion,
): Promise<string | undefined> {
  if (from.official === undefined || to.official === undefined) return article;
  const changes = compareVersions(await articleTexts(db, to.official), await articleTexts(db, from.official));
  const own = changes.find((change) => 'new' in change && change.new === article);
  if (!own) return article;
  return 'old' in own ? own.old : undefined;
}
