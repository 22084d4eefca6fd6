import type { Db } from '../../db/database.ts';
import { addDays, type Day } from '../../law/dates.ts';

/** One version of a norm as its sources describe it. */
export interface VersionDates {
  versionDate: Day | null;
  statedFrom: Day | null;
  statedTo: Day | null;
}

export interface Interval {
  from: Day | null;
  to: Day | null;
  /** False when `from` is only the day of adoption. */
  known: boolean;
}

/**
 * The days in force of each version of one norm, both included, by version date (`null` as 'unknown').
 * Sources of the same version complete each other. A version begins on its stated day, else on its day of adoption
 * (then not `known`), and ends on its stated last day or the day before the next one begins, whichever is earlier.
 * A version without any date stands apart: in force from and to days unknown.
 */
export function workOutIntervals(versions: VersionDates[]): Map<string, Interval> {
  const merged = new Map<string, VersionDates>();
  for (const version of versions) {
    const name = version.versionDate ?? 'unknown';
    const known = merged.get(name);
    merged.set(name, {
      versionDate: version.versionDate,
      statedFrom: known?.statedFrom ?? version.statedFrom,
      statedTo: known?.statedTo ?? version.statedTo,
    });
  }
  const result = new Map<string, Interval>();
  const dated: { name: string; from: Day; stated: VersionDates }[] = [];
  for (const [name, version] of merged) {
    const from = version.statedFrom ?? version.versionDate;
    if (from === null) result.set(name, { from: null, to: version.statedTo, known: false });
    else dated.push({ name, from, stated: version });
  }
  dated.sort((a, b) => (a.from === b.from ? (a.name < b.name ? -1 : 1) : a.from < b.from ? -1 : 1));
  for (const [index, { name, from, stated }] of dated.entries()) {
    const next = dated[index + 1];
    const before = next ? addDays(next.from, -1) : null;
    const ends = [stated.statedTo, before].filter((day) => day !== null);
    result.set(name, {
      from,
      to: ends.toSorted()[0] ?? null,
      known: stated.statedFrom !== null,
    });
  }
  return result;
}

/** Brings the days in force of all live versions of a norm up to date, in the caller's transaction. */
export async function updateIntervals(db: Db, title: string): Promise<void> {
  const rows = await db
    .selectFrom('library_sources')
    .select([
      'id',
      'version_date',
      'stated_from',
      'stated_to',
      'in_force_from',
      'in_force_to',
      'effective_known',
    ])
    .where('kind', '=', 'law')
    .where('title', '=', title)
    .where('state', '=', 'live')
    // What we checked ourselves goes before what a file happens to say.
    .orderBy('origin')
    .orderBy('id')
    .execute();
  const intervals = workOutIntervals(
    rows.map((row) => ({
      versionDate: row.version_date,
      statedFrom: row.stated_from,
      statedTo: row.stated_to,
    })),
  );
  for (const row of rows) {
    const { from, to, known } = intervals.get(row.version_date ?? 'unknown')!;
    if (row.in_force_from === from && row.in_force_to === to && row.effective_known === known) continue;
    await db
      .updateTable('library_sources')
      .set({ in_force_from: from, in_force_to: to, effective_known: known })
      .where('id', '=', row.id)
      .execute();
  }
}
