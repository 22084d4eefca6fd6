import { type Citation, citationText } from '../../law/citation.ts';
import type { Day } from '../../law/dates.ts';
import { namedPenalties } from '../../law/named-penalties.ts';
import type { ReferenceBook } from '../reference-book.ts';
import { statedSpans } from './stated-spans.ts';
import type { Catalogue, Violation } from './violation.ts';

export interface ViolationFault {
  id: string;
  fault: string;
}

/** An agency that is named with its level: both together would say it twice. */
const LEVELLED = /^(?:国务院|国家|省级|设区的市|市级|县级)/;

/** The official text of an article of the version in force on a day; `undefined` where it is not at hand. */
export type TextOf = (citation: Citation, on: Day) => string | undefined;

/**
 * Checks a catalogue against the library: every provision exists and is in force on the first and the last day of its item
 * (today where it is open), every penalty is threatened, and every span of its fines stands in the provision that
 * punishes it, end with end in the official text where `textOf` has it, else in the figures that the library knows. A law
 * that the library lacks, and with `textOf` a penal provision without a text on either day, is a fault unless the item says
 * that it is unverified; saying so without need is one too.
 */
export function checkViolations(
  { items, questions }: Catalogue,
  book: ReferenceBook,
  today: Day,
  textOf?: TextOf,
): ViolationFault[] {
  const ids = new Set(items.map(({ id }) => id));
  return [
    ...items.flatMap((item) => {
      const days = daysOf(item.inForce, today);
      return [
        ...[...item.breached, ...item.punishing].flatMap((place) =>
          placeFaults(place, days, book, item.unverified !== undefined),
        ),
        ...verificationFaults(item, days, book, textOf),
        ...item.neighbours.flatMap(({ id }) => (ids.has(id) ? [] : [`相邻事项 ${id} 不在目录里`])),
        ...followerFaults(item, ids),
        ...(item.benchmarkItem && !book.benchmarkItem(item.benchmarkItem)
          ? [`裁量基准 ${item.benchmarkItem} 不在库里`]
          : []),
        ...new Set(days.flatMap((day) => fineFaults(item, day, book, textOf))),
        ...typeFaults(item, days[0]!, book),
        ...(item.level && LEVELLED.test(item.agency) ? [`主管机关“${item.agency}”已经写了层级`] : []),
      ].map((fault) => ({ id: item.id, fault }));
    }),
    ...questions.flatMap(({ id, articles, inForce }) =>
      articles
        .flatMap((place) => placeFaults(place, daysOf(inForce, today), book, false))
        .map((fault) => ({ id, fault })),
    ),
  ];
}

/** An item that ends leaves nobody without a word of what holds afterwards. */
function followerFaults({ inForce, followedBy, afterwards }: Violation, ids: ReadonlySet<string>): string[] {
  if (followedBy !== undefined) return ids.has(followedBy) ? [] : [`后续事项 ${followedBy} 不在目录里`];
  const [, to] = inForce;
  return to !== undefined && afterwards === undefined
    ? [`${to} 以后适用什么没有写明，请写 followedBy 或者 afterwards`]
    : [];
}

function daysOf([from, to]: [Day] | [Day, Day], today: Day): Day[] {
  return [from, to ?? (from > today ? from : today)];
}

function placeFaults(
  place: Citation,
  days: readonly Day[],
  book: ReferenceBook,
  mayBeUnknown: boolean,
): string[] {
  return days.flatMap((day) => {
    const { state } = book.cite(place, day);
    if (state === 'in-force' || (state === 'unknown-law' && mayBeUnknown)) return [];
    return [`${citationText(place)}在 ${day} 不是有效条款（${state}）`];
  });
}

/** What nobody could compare with a text, and does not say so. */
function verificationFaults(
  item: Violation,
  days: readonly Day[],
  book: ReferenceBook,
  textOf: TextOf | undefined,
): string[] {
  const unknown = [...item.breached, ...item.punishing].some((place) =>
    days.some((day) => book.cite(place, day).state === 'unknown-law'),
  );
  const untold = textOf
    ? item.punishing.filter((place) => days.every((day) => textOf(place, day) === undefined))
    : [];
  if (!item.unverified)
    return untold.map((place) => `${citationText(place)}没有正式文本可以核对，请写明 unverified`);
  return textOf && untold.length === 0 && !unknown ? ['条款都可以核对，请去掉 unverified'] : [];
}

/** Kinds that the provision threatens nowhere, not as what others do beside the agency's penalty either. */
function typeFaults(item: Violation, on: Day, book: ReferenceBook): string[] {
  const threatened = new Set<string>();
  for (const place of item.punishing) {
    const read = book.readingOf(place, on);
    if (read === undefined) return [];
    if (read === 'none') continue;
    const beside = (read.also ?? []).flatMap(({ text }) => namedPenalties(text));
    for (const type of [...read.types, ...beside, ...(read.reading?.named ?? [])]) threatened.add(type);
  }
  if (threatened.size === 0) return [`${item.punishing.map(citationText).join('、')}没有规定处罚`];
  return item.penalties.filter((type) => !threatened.has(type)).map((type) => `罚则没有规定“${type}”`);
}

/**
 * Spans of fines that none of the penal provisions states on a day, end by end where it is only known in figures; nothing
 * where one of them cannot be read.
 */
function fineFaults(item: Violation, on: Day, book: ReferenceBook, textOf: TextOf | undefined): string[] {
  const spans = new Set<string>();
  const sides = new Set<number>();
  for (const place of item.punishing) {
    const text = textOf?.(place, on);
    if (text !== undefined) {
      for (const span of statedSpans(text)) spans.add(span);
      continue;
    }
    const read = book.readingOf(place, on);
    if (read === undefined || read === 'none' || read.reading?.open.includes('fines')) return [];
    for (const { range } of read.fines)
      for (const side of [range.min, range.max]) if (side !== undefined) sides.add(Number(side));
  }
  return item.fine.flatMap(({ range }) => {
    const ends = [range.min, range.max].filter((side) => side !== undefined).map(Number);
    const low = Number(range.min ?? 0) === 0 ? '' : range.min;
    if (ends.length === 0 || spans.has(`${low}-${range.max ?? ''}`)) return [];
    if (ends.every((side) => side === 0 || sides.has(side))) return [];
    return [`罚款幅度 ${low}-${range.max ?? ''} 不在${item.punishing.map(citationText).join('、')}里`];
  });
}
