import { addDays, type Day } from '../../law/dates.ts';

/** One version of a norm as its sources describe it. */
export interface VersionDates {
  versionDate: Day | null;
  statedFrom: Day | null;
  statedTo: Day | null;
}

/** 废止: the first day on which the whole norm is out of force, and the norm that says so. */
export interface RepealDay {
  day: Day;
  by: string;
}

export interface Interval {
  from: Day | null;
  to: Day | null;
  /** False when `from` is only the day of adoption, or that of some earlier wording. */
  known: boolean;
  /** The norm whose words ended the version, where it was repealed. */
  endedBy?: string;
}

/**
 * The days in force of each version of one norm, both included, by version date (`null` as 'unknown').
 * Sources of the same version complete each other. A version begins on its stated day, else on its day of adoption
 * (then not `known`), and ends on its stated last day, the day before the next one begins or the day before the norm is
 * repealed, whichever is earliest. A repeal leaves alone what begins on its day or later: a norm made anew under the old
 * title. A version whose day of adoption is unknown stands apart, neither ending another nor ended by one, until a repeal
 * with no version after it: the day that its words state is that of the first wording, which amendments leave as it is.
 * Where it is the only text of the norm, it cannot hold before that day; beside others, both its days are unknown.
 */
export function workOutIntervals(versions: VersionDates[], repeals: RepealDay[] = []): Map<string, Interval> {
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
  const inOrder = repeals.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const result = new Map<string, Interval>();
  const dated: { name: string; from: Day; stated: VersionDates }[] = [];
  const undated: { name: string; stated: VersionDates }[] = [];
  for (const [name, stated] of merged) {
    if (stated.versionDate === null) undated.push({ name, stated });
    else dated.push({ name, from: stated.statedFrom ?? stated.versionDate, stated });
  }
  dated.sort((a, b) => (a.from === b.from ? (a.name < b.name ? -1 : 1) : a.from < b.from ? -1 : 1));
  for (const [index, { name, from, stated }] of dated.entries()) {
    const next = dated[index + 1];
    const before = next ? addDays(next.from, -1) : null;
    const ends = [stated.statedTo, before].filter((day) => day !== null);
    const to = ends.toSorted()[0] ?? null;
    const repeal = inOrder.find(({ day }) => day > from);
    result.set(name, { from, known: stated.statedFrom !== null, ...endOf(to, repeal) });
  }
  const last = inOrder.at(-1);
  const final = last && dated.every(({ from }) => from < last.day) ? last : undefined;
  for (const { name, stated } of undated) {
    const from = dated.length === 0 ? stated.statedFrom : null;
    result.set(name, { from, known: false, ...endOf(stated.statedTo, final) });
  }
  return result;
}

function endOf(to: Day | null, repeal: RepealDay | undefined): { to: Day | null; endedBy?: string } {
  const repealed = repeal && addDays(repeal.day, -1);
  return repealed && (to === null || repealed <= to) ? { to: repealed, endedBy: repeal.by } : { to };
}
