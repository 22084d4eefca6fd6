import type { Db } from '../../db/database.ts';
import type { Day } from '../../law/dates.ts';
import { plainTitle } from './plain-title.ts';
import { type RepealDay, workOutIntervals } from './work-out-intervals.ts';

/**
 * Brings the days in force of all live versions of some norms up to date, and of those that they repeal or amend, in the
 * caller's transaction.
 */
export async function updateIntervals(db: Db, titles: Iterable<string>): Promise<void> {
  const own = new Set(titles);
  for (const title of own) await updateTitle(db, title);
  for (const title of await touchedBy(db, [...own])) if (!own.has(title)) await updateTitle(db, title);
}

/** The titles in the library that live versions of the given norms repeal or, as decisions, amend. */
export async function touchedBy(db: Db, titles: string[]): Promise<string[]> {
  if (titles.length === 0) return [];
  const said = db
    .selectFrom('law_repeals')
    .select(['source', 'target'])
    .unionAll(db.selectFrom('law_amendments').select(['source', 'target']))
    .as('t');
  const targets = await db
    .selectFrom(said)
    .innerJoin('library_sources as s', 's.id', 't.source')
    .select('t.target')
    .distinct()
    .where('s.title', 'in', titles)
    .where('s.state', '=', 'live')
    .execute();
  return titlesInLibrary(
    db,
    targets.map(({ target }) => target),
  );
}

/** The titles of live norms that are written as one of these once they are plain. */
export async function titlesInLibrary(db: Db, plain: string[]): Promise<string[]> {
  if (plain.length === 0) return [];
  const written = plain.flatMap((title) => {
    const half = title.replaceAll('（', '(').replaceAll('）', ')');
    return [...new Set([title, half])].flatMap((one) => [one, `中华人民共和国${one}`]);
  });
  const rows = await db
    .selectFrom('library_sources')
    .select('title')
    .distinct()
    .where('kind', '=', 'law')
    .where('state', '=', 'live')
    .where('title', 'in', written)
    .execute();
  return rows.map(({ title }) => title);
}

async function updateTitle(db: Db, title: string): Promise<void> {
  const rows = await db
    .selectFrom('library_sources')
    .select(['id', 'version_date', 'stated_from', 'stated_to', 'in_force_from', 'in_force_to'])
    .select(['effective_known', 'ended_by', 'replaced_by'])
    .where('kind', '=', 'law')
    .where('title', '=', title)
    .where('state', '=', 'live')
    // What we checked ourselves goes before what a file happens to say.
    .orderBy('origin')
    .orderBy('id')
    .execute();
  const decided = await decidedDays(db, title);
  const intervals = workOutIntervals(
    rows.map((row) => ({
      versionDate: row.version_date,
      statedFrom: row.stated_from ?? decided.get(row.version_date) ?? null,
      statedTo: row.stated_to,
    })),
    await repealDays(db, title),
  );
  for (const row of rows) {
    const { from, to, known, endedBy = null } = intervals.get(row.version_date ?? 'unknown')!;
    const same = row.in_force_from === from && row.in_force_to === to && row.effective_known === known;
    if (same && row.ended_by === endedBy) continue;
    await db
      .updateTable('library_sources')
      .set({ in_force_from: from, in_force_to: to, effective_known: known, ended_by: endedBy })
      .where('id', '=', row.id)
      .execute();
  }
}

/** The first days that live decisions of amendment give the versions they make, by the day of adoption that both bear. */
async function decidedDays(db: Db, title: string): Promise<Map<Day | null, Day>> {
  const rows = await db
    .selectFrom('law_amendments as a')
    .innerJoin('library_sources as s', 's.id', 'a.source')
    .select(['s.version_date as adopted', 's.stated_from as from'])
    .where('a.target', '=', plainTitle(title))
    .where('s.state', '=', 'live')
    .where('s.version_date', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ adopted, from }) => (from === null ? [] : [[adopted, from] as const])));
}

/** When live norms put this one out of force as a whole. */
async function repealDays(db: Db, title: string): Promise<RepealDay[]> {
  const rows = await db
    .selectFrom('law_repeals as r')
    .innerJoin('library_sources as s', 's.id', 'r.source')
    .select(['r.day', 's.title as by', 's.in_force_from as from'])
    .where('r.target', '=', plainTitle(title))
    .where('r.part', '=', false)
    .where('s.state', '=', 'live')
    .execute();
  return rows.flatMap(({ day, by, from }) => {
    // What repeals its own former version: that ends where the next one begins.
    const first = plainTitle(by) === plainTitle(title) ? null : (day ?? from);
    return first === null ? [] : [{ day: first, by }];
  });
}
