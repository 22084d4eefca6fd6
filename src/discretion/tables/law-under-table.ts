import type { ReferenceBook } from '../../corpus/reference-book.ts';
import { type Citation, citationText } from '../../law/citation.ts';
import { chineseDay, type Day } from '../../law/dates.ts';
import type { Sanction } from '../../law/sanction.ts';

/** What has become, on a day, of a provision that a table rests on. `why` completes “《…》第…条”. */
export type LawUnderTable =
  | { state: 'holds' }
  /** Repealed, renumbered or not yet in force, or its spans are others than when the table began. */
  | { state: 'gone'; since?: Day; why: string }
  /** The norm was amended in between, and no text is there to compare. */
  | { state: 'rewritten'; since: Day; why: string };

type Library = Pick<ReferenceBook, 'cite' | 'statuteOf' | 'readingOf'>;

/**
 * Whether a provision still stands on a day. `from`: the day whose words the table prints; absent where the spans are those of
 * the library, which keeps them by their own dates. A norm that the library does not hold cannot be judged, and holds.
 * Source: 行政处罚法 37; a benchmark falls with the provision that it divides.
 */
export function lawUnderTable(
  place: Citation,
  days: { from?: Day | undefined; on: Day },
  book: Library,
): LawUnderTable {
  const { from, on } = days;
  const found = book.cite(place, on);
  if (found.state === 'repealed' || found.state === 'superseded') {
    const by = found.by && found.state === 'repealed' ? `（由《${found.by}》取代）` : '';
    const what = found.state === 'repealed' ? `已经废止${by}` : '已经修订，条文不再如此编号';
    return { state: 'gone', since: found.since, why: `自 ${chineseDay(found.since)}起${what}` };
  }
  if (found.state === 'not-yet-in-force')
    return { state: 'gone', why: `自 ${chineseDay(found.from)}起才施行` };
  if (from === undefined || found.state !== 'in-force') return { state: 'holds' };
  const since = amendedBetween(place.law, from, on, book);
  if (since === undefined) return { state: 'holds' };
  const [before, after] = [spansOn(place, from, book), spansOn(place, on, book)];
  if (before !== undefined && before === after) return { state: 'holds' };
  if (before === undefined || after === undefined)
    return {
      state: 'rewritten',
      since,
      why: `所在的规范自 ${chineseDay(since)}起修订，库中没有前后的条文可以比对`,
    };
  return { state: 'gone', since, why: `自 ${chineseDay(since)}起修订，罚款幅度或者种类已经不同` };
}

/** 《…》第…条自…起已经废止. */
export function toldOfLaw(place: Citation, { why }: { why: string }): string {
  return `${citationText(place)}${why}`;
}

/** The first day of the version in force on `on`, where that is another than on `from`. */
function amendedBetween(law: string, from: Day, on: Day, book: Library): Day | undefined {
  const current = book
    .statuteOf(law)
    ?.versions.find(({ effective, until }) => effective <= on && (until === null || on <= until));
  return current && current.effective > from ? current.effective : undefined;
}

/** Types and spans of a provision on a day, as one word to compare; nothing where they are not known. */
function spansOn(place: Citation, day: Day, book: Library): string | undefined {
  const read = book.readingOf(place, day);
  if (read === undefined || read === 'none' || (read.reading?.open.length ?? 0) > 0) return undefined;
  return JSON.stringify([[...read.types].sort(), [...read.mandatory].sort(), spansOf(read)]);
}

function spansOf({ fines }: Sanction): string[] {
  return fines
    .map(({ range, party, subject }) =>
      [
        subject ?? 'offender',
        party,
        range.base,
        range.baseLeast,
        range.most,
        Number(range.min ?? 0),
        range.max === undefined ? '' : Number(range.max),
        range.minInclusive ?? true,
        range.maxInclusive ?? true,
      ].join(' '),
    )
    .sort();
}
