import type { CaseFile } from '../../cases/case-file.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Day } from '../../law/dates.ts';
import { violationsAfter } from '../laws/violations-after.ts';
import { wordsOfViolation } from './same-matter.ts';
import { inForceAt, isForParty, type TableItem, tablesBeside } from './tables-beside.ts';

/**
 * Items for the same matter on the day of the decision. Where the law itself has changed, its provisions no longer tell: then those count
 * that the catalogue names for what follows the violation, and those of the same name.
 */
export function tablesAfter(
  own: TableItem,
  file: CaseFile,
  book: ReferenceBook,
  { on, decidedOn }: { on: Day; decidedOn: Day },
): TableItem[] {
  const beside = tablesBeside(own, file, book, decidedOn).same;
  const sanction = book.sanction(own.item.sanction);
  if (!sanction) return beside;
  const { provision, inForce } = sanction;
  const gone = book.cite(provision, decidedOn).state === 'repealed';
  const ended = inForce[1] !== undefined && inForce[1] < decidedOn;
  if (!gone && !ended) return beside;
  const next = new Set(
    violationsAfter(provision, own.item, { on, decidedOn }).map(({ benchmarkItem }) => benchmarkItem),
  );
  const place = file.agency.region ?? file.violation.region ?? own.benchmark.region;
  const others = inForceAt(book, place, decidedOn)
    .filter(({ id }) => id !== own.benchmark.id)
    .flatMap((benchmark) => benchmark.items.map((item) => ({ benchmark, item })))
    .filter(
      ({ item }) =>
        !beside.some((one) => one.item === item) &&
        isForParty(item, file, book) &&
        (next.has(item.id) || (gone && wordsOfViolation(item) === wordsOfViolation(own.item))),
    );
  return [...beside, ...others];
}
