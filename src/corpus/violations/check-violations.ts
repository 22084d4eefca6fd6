import { type Citation, citationText } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import { numbersInText } from '../../law/numbers-in-text.ts';
import type { ReferenceBook } from '../reference-book.ts';
import type { Catalogue, Violation } from './violation.ts';

export interface ViolationFault {
  id: string;
  fault: string;
}

/** The official text of an article of the version in force on a day; `undefined` where it is not at hand. */
export type TextOf = (citation: Citation, on: Day) => string | undefined;

/**
 * Checks a catalogue against the library: every provision exists and is in force on the first and the last day of its item
 * (today where it is open), every penalty is threatened, and every number of its fines stands in the provision that
 * punishes it, in the official text where `textOf` has it, else in the figures that the library knows.
 */
export function checkViolations(
  { items, questions }: Catalogue,
  book: ReferenceBook,
  today: Day,
  textOf: TextOf = () => undefined,
): ViolationFault[] {
  const ids = new Set(items.map(({ id }) => id));
  return [
    ...items.flatMap((item) => {
      const days = daysOf(item.inForce, today);
      return [
        ...[...item.breached, ...item.punishing].flatMap((place) => placeFaults(place, days, book)),
        ...item.neighbours.flatMap(({ id }) => (ids.has(id) ? [] : [`相邻事项 ${id} 不在目录里`])),
        ...(item.followedBy && !ids.has(item.followedBy) ? [`后续事项 ${item.followedBy} 不在目录里`] : []),
        ...(item.benchmarkItem && !book.benchmarkItem(item.benchmarkItem)
          ? [`裁量基准 ${item.benchmarkItem} 不在库里`]
          : []),
        ...numberFaults(item, days[0]!, book, textOf),
        ...typeFaults(item, days[0]!, book),
      ].map((fault) => ({ id: item.id, fault }));
    }),
    ...questions.flatMap(({ id, articles, inForce }) =>
      articles
        .flatMap((place) => placeFaults(place, daysOf(inForce, today), book))
        .map((fault) => ({ id, fault })),
    ),
  ];
}

function daysOf([from, to]: [Day] | [Day, Day], today: Day): Day[] {
  return [from, to ?? (from > today ? from : today)];
}

function placeFaults(place: Citation, days: readonly Day[], book: ReferenceBook): string[] {
  return days.flatMap((day) => {
    const { state } = book.cite(place, day);
    return state === 'in-force' ? [] : [`${citationText(place)}在 ${day} 不是有效条款（${state}）`];
  });
}

/** Kinds that the provision threatens nowhere. */
function typeFaults(item: Violation, on: Day, book: ReferenceBook): string[] {
  const threatened = new Set<string>();
  for (const place of item.punishing) {
    const read = book.readingOf(place, on);
    if (read === undefined) return [];
    if (read === 'none') continue;
    for (const type of [...read.types, ...(read.reading?.named ?? [])]) threatened.add(type);
  }
  if (threatened.size === 0) return [`${item.punishing.map(citationText).join('、')}没有规定处罚`];
  return item.penalties.filter((type) => !threatened.has(type)).map((type) => `罚则没有规定“${type}”`);
}

function numberFaults(item: Violation, on: Day, book: ReferenceBook, textOf: TextOf): string[] {
  const stated = new Set<number>();
  for (const place of item.punishing) {
    const text = textOf(place, on);
    if (text !== undefined) {
      for (const { value } of numbersInText(text)) stated.add(Number(value));
      continue;
    }
    const read = book.readingOf(place, on);
    if (read === undefined || read === 'none' || read.reading?.open.includes('fines')) return [];
    for (const { range } of read.fines)
      for (const side of [range.min, range.max]) if (side !== undefined) stated.add(Number(side));
  }
  return item.fine.flatMap(({ range }) =>
    [range.min, range.max]
      .filter((side) => side !== undefined)
      .map(Number)
      .filter((side) => side !== 0 && !stated.has(side))
      .map((side) => `罚款数字 ${side} 不在${item.punishing.map(citationText).join('、')}里`),
  );
}
