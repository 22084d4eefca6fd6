import type { BenchmarkItem } from '../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { type Citation, citationText, sameProvision } from '../../law/citation.ts';
import { addDays, chineseDay, type Day } from '../../law/dates.ts';
import type { Sanction } from '../../law/sanction.ts';
import { lawUnderTable } from '../tables/law-under-table.ts';
import { violationsAfter } from './violations-after.ts';

/** What has become, by the day of the decision, of the provision that an act was punished under on its own day. */
export interface LawAfterAct {
  /** Completes “《…》第…条”. */
  why: string;
  /** Where the act is punished now; empty where nobody can say. */
  places: Citation[];
  /** The one penal provision to compare with; absent where none or several are known. */
  now?: Sanction;
}

interface Days {
  on: Day;
  decidedOn: Day;
}

/**
 * The law that came after the act: the provision was repealed, renumbered or amended. Its successor is found by the entry itself,
 * by the catalogue of violations, by the `tables` of that day, else under its own number where the norm kept its numbers.
 * `undefined`: the same law.
 * Source: 行政处罚法 37.
 */
export function lawAfterAct(
  provision: Citation,
  { sanction, item, tables }: { sanction?: Sanction; item?: BenchmarkItem; tables: readonly BenchmarkItem[] },
  days: Days,
  book: ReferenceBook,
): LawAfterAct | undefined {
  const then = book.cite(provision, days.on).state;
  // What did not stand on the day of the act is a fault of another kind.
  if (then !== 'in-force' && then !== 'unknown-law') return undefined;
  const why = changeOf(provision, sanction, days, book);
  if (why === undefined) return undefined;
  const after = violationsAfter(provision, item, days);
  const successor = sanction?.followedBy === undefined ? undefined : book.sanction(sanction.followedBy);
  const known = [
    ...(successor ? [successor.provision] : []),
    ...after.flatMap(({ punishing }) => punishing),
    ...tables.flatMap((one) => penalOf(one, book)),
  ];
  const own = keptNumbers(provision, days, book) ? [provision] : [];
  const places = once(
    known.length > 0 ? known : own.filter((place) => book.sanctionOf(place, days.decidedOn)),
  );
  // Where the norm itself still punishes the act, what another norm has beside it is no successor of this provision.
  const same = places.filter(({ law }) => law === provision.law);
  const sanctions = (same.length > 0 ? same : places).flatMap(
    (place) => book.sanctionOf(place, days.decidedOn) ?? [],
  );
  const [now, another] = new Set(sanctions);
  // Several acts of the catalogue under one provision: nobody knows which of them this is.
  return { why, places, ...(now && !another && (after.length < 2 || item) ? { now } : {}) };
}

function changeOf(
  provision: Citation,
  sanction: Sanction | undefined,
  { on, decidedOn }: Days,
  book: ReferenceBook,
): string | undefined {
  const law = lawUnderTable(provision, { from: on, on: decidedOn }, book);
  const since = law.state === 'holds' ? undefined : law.since;
  const changed = law.state !== 'holds' && since !== undefined && since > on ? law : undefined;
  if (changed?.state === 'gone') return changed.why;
  const end = sanction?.inForce[1];
  if (end !== undefined && end < decidedOn && end >= on)
    return `自 ${chineseDay(addDays(end, 1))}起已经修改或者不再适用`;
  // The library keeps the same entry over both days: people have compared the texts.
  const kept = sanction && book.sanctionOf(provision, decidedOn)?.id === sanction.id;
  return kept ? undefined : changed?.why;
}

/** Whether the articles of the norm are counted on both days as they were: another number of articles moves all of them. */
function keptNumbers({ law }: Citation, { on, decidedOn }: Days, book: ReferenceBook): boolean {
  const versions = book.statuteOf(law)?.versions ?? [];
  const at = (day: Day) =>
    versions.find(({ effective, until }) => effective <= day && (until === null || day <= until));
  const [before, after] = [at(on), at(decidedOn)];
  return before === undefined || after === undefined || before.articles === after.articles;
}

function penalOf({ sanction }: BenchmarkItem, book: ReferenceBook): Citation[] {
  const found = book.sanction(sanction)?.provision;
  return found ? [found] : [];
}

function once(places: readonly Citation[]): Citation[] {
  const kept: Citation[] = [];
  for (const place of places)
    if (!kept.some((one) => sameProvision(one, place) && citationText(one) === citationText(place)))
      kept.push(place);
  return kept;
}
