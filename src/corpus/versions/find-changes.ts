import { sql } from 'kysely';
import type { Db } from '../../db/database.ts';
import { transact } from '../../db/transact.ts';
import type { Day } from '../../law/dates.ts';
import { articleTexts } from '../imported-laws.ts';
import { type ArticleChange, compareVersions } from './compare-versions.ts';
import type { Dependent } from './dependent.ts';
import { type Affected, findAffected } from './find-affected.ts';

/** What changed from one imported version of a norm to the next. Versions are named by their day of adoption. */
export interface LawChange {
  title: string;
  oldVersion: Day;
  newVersion: Day;
  /** First day in force of the new version, where known. */
  effective: Day | null;
  /** False when `effective` is only the day of adoption: when the new version took effect is not known. */
  effectiveKnown: boolean;
  articles: ArticleChange[];
  affected: Affected[];
}

interface Version {
  source: number;
  title: string;
  adopted: Day;
  from: Day | null;
  known: boolean;
  complete: boolean;
}

interface Pair {
  old: Version;
  fresh: Version;
}

/**
 * Compares each two neighbouring versions that were not compared yet, whichever of them was imported first, and keeps what
 * was found under the import run. Of a version that holds only some articles, only those on both sides are compared.
 */
export async function findChanges(
  db: Db,
  run: string,
  dependents: () => Promise<Dependent[]>,
): Promise<LawChange[]> {
  const pairs = neighbours(await datedVersions(db));
  const known = new Set(
    (await db.selectFrom('law_changes').select(['title', 'old_version', 'new_version']).execute()).map(
      (row) => `${row.title} ${row.old_version} ${row.new_version}`,
    ),
  );
  const found: LawChange[] = [];
  let resting: Dependent[] | undefined;
  for (const { old, fresh } of pairs) {
    if (known.delete(nameOf({ old, fresh }))) continue;
    const whole = old.complete && fresh.complete;
    const articles = compareVersions(
      await articleTexts(db, old.source),
      await articleTexts(db, fresh.source),
    ).filter(({ kind }) => whole || (kind !== 'added' && kind !== 'removed'));
    if (articles.length > 0) resting ??= await dependents();
    found.push({
      title: fresh.title,
      oldVersion: old.adopted,
      newVersion: fresh.adopted,
      effective: fresh.from,
      effectiveKnown: fresh.known,
      articles,
      affected: findAffected(fresh.title, fresh.from, articles, resting ?? []),
    });
  }
  await keepChanges(db, run, found, known);
  return found;
}

/** The imported versions that have a day, of norms that have several, oldest first. */
async function datedVersions(db: Db): Promise<Version[]> {
  const rows = await db
    .selectFrom('library_sources')
    .select([
      'id as source',
      'title',
      'version_date as adopted',
      'in_force_from as from',
      'effective_known as known',
      'complete',
    ])
    .where('kind', '=', 'law')
    .where('origin', '=', 'imported')
    .where('state', '=', 'live')
    .where('version_date', 'is not', null)
    .orderBy('title')
    .orderBy(sql`coalesce(in_force_from, version_date)`)
    .orderBy('version_date')
    .execute();
  return rows.flatMap(({ adopted, ...row }) => (adopted === null ? [] : [{ ...row, adopted }]));
}

function neighbours(versions: Version[]): Pair[] {
  return versions
    .slice(1)
    .map((fresh, index) => ({ old: versions[index]!, fresh }))
    .filter(({ old, fresh }) => old.title === fresh.title);
}

function nameOf({ old, fresh }: Pair): string {
  return `${fresh.title} ${old.adopted} ${fresh.adopted}`;
}

/** A case's name can tell who the party is: it is looked up for those who may read it, and goes with the case. */
function withoutCaseName(one: Affected): Affected {
  return one.kind === 'case' || one.kind === 'draft' ? { ...one, name: '' } : one;
}

/** `stale` are pairs that are no longer neighbours: a version between them has come, or one of them went. */
async function keepChanges(db: Db, run: string, found: LawChange[], stale: Set<string>): Promise<void> {
  await transact(db, async (trx) => {
    for (const name of stale) {
      const [newVersion, oldVersion, ...title] = name.split(' ').reverse();
      await trx
        .deleteFrom('law_changes')
        .where('title', '=', title.reverse().join(' '))
        .where('old_version', '=', oldVersion!)
        .where('new_version', '=', newVersion!)
        .execute();
    }
    for (const { title, oldVersion, newVersion, articles, affected } of found) {
      await trx
        .insertInto('law_changes')
        .values({
          title,
          old_version: oldVersion,
          new_version: newVersion,
          import_run: run,
          articles: JSON.stringify(articles),
          affected: JSON.stringify(affected.map(withoutCaseName)),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}
