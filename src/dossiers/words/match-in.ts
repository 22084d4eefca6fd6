import { type DayIn, daysIn } from '../../law/days-in.ts';
import type { Span } from '../paper.ts';
import type { PlainView } from './plain-view.ts';

/** Words found in a paper: as the original has them, without what only its layout put there, with their place in it. */
export interface Words extends Span {
  words: string;
}

export interface Match extends Words {
  /** Where the words begin and end in plain view. */
  from: number;
  to: number;
  /** The named groups that took part. */
  part: Record<string, (Words & { from: number; to: number }) | undefined>;
}

/** Every match of a pattern in a plain view. `source` is a pattern without flags. */
export function matchesIn(view: PlainView, source: RegExp, text = view.text): Match[] {
  return [...text.matchAll(new RegExp(source.source, 'dgu'))].map((match) => {
    const place = (from: number, to: number) => ({
      words: view.original(from, to),
      from,
      to,
      ...view.span(from, to),
    });
    const groups = Object.entries(match.indices?.groups ?? {}).flatMap(([name, at]) =>
      at ? [[name, place(...at)] as const] : [],
    );
    return { ...place(...match.indices![0]!), part: Object.fromEntries(groups) };
  });
}

export function firstIn(view: PlainView, source: RegExp, text = view.text): Match | undefined {
  return matchesIn(view, source, text)[0];
}

/** A sentence or line in plain view, with its place there and in the original. */
export interface Sentence extends Span {
  text: string;
  from: number;
}

/** Sentences end at 。and ； and at the end of a line or cell. */
export function sentencesIn(view: PlainView, text = view.text): Sentence[] {
  return [...text.matchAll(/[^。;\n\t]+/g)].flatMap((match) => {
    const words = match[0].trim();
    if (words === '') return [];
    const from = match.index + match[0].indexOf(words);
    return [{ text: words, from, ...view.span(from, from + words.length) }];
  });
}

/** A day with its place in the original (`start`, `end`) and in plain view (`from`, `to`). */
export interface DayAt extends DayIn {
  from: number;
  to: number;
}

/** The days of a plain view that the words after them and before them fit. */
export function daysWhere(
  view: PlainView,
  fits: { before?: RegExp; after?: RegExp },
  text = view.text,
): DayAt[] {
  return daysIn(text)
    .filter(
      ({ start, end }) =>
        (!fits.before || fits.before.test(text.slice(Math.max(0, start - 80), start))) &&
        (!fits.after || fits.after.test(text.slice(end, end + 120))),
    )
    .map((day) => ({ ...day, from: day.start, to: day.end, ...view.span(day.start, day.end) }));
}
