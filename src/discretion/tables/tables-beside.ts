import type { CaseFile } from '../../cases/case-file.ts';
import type { Benchmark, BenchmarkItem } from '../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Day } from '../../law/dates.ts';
import { sideOf } from '../spans/side-of.ts';
import { isForRegion } from './is-for-region.ts';
import { matterOf, sharesLaw } from './same-matter.ts';

export interface TableItem {
  benchmark: Benchmark;
  item: BenchmarkItem;
}

export interface TablesBeside {
  /** One item for the same matter. */
  same: TableItem[];
  /** Items on the same law of which nobody can say whether one of them is this matter, by table. */
  perhaps: TableItem[][];
}

/** Items of other tables for the same matter, place and kind of party, in force on the day and not superseded on it. */
export function tablesBeside(
  { benchmark, item }: TableItem,
  file: CaseFile,
  book: ReferenceBook,
  on: Day,
): TablesBeside {
  const place = file.agency.region ?? file.violation.region ?? benchmark.region;
  const beside: TablesBeside = { same: [], perhaps: [] };
  for (const other of inForceAt(book, place, on)) {
    if (other.id === benchmark.id) continue;
    const same: TableItem[] = [];
    const perhaps: TableItem[] = [];
    for (const one of other.items) {
      const matter = matterOf(item, one, book);
      if (matter === 'other' || !isForParty(one, file, book)) continue;
      (matter === 'same' ? same : perhaps).push({ benchmark: other, item: one });
    }
    // The only item of either table on this law is the same matter in other words.
    const only =
      perhaps.length === 1 && benchmark.items.every((one) => one === item || !sharesLaw(one, item, book));
    if (same.length > 0 || only) beside.same.push(...(same.length > 0 ? same : perhaps));
    else if (perhaps.length > 0) beside.perhaps.push(perhaps);
  }
  return beside;
}

/** Tables for a place that are in force on the day and that no successor has taken the place of. */
export function inForceAt(book: ReferenceBook, place: string, on: Day): Benchmark[] {
  return book
    .benchmarks()
    .filter(
      (benchmark) =>
        coversDay(benchmark, on) && isForRegion(benchmark, place) && !successorOf(benchmark, book, on),
    );
}

/** The table that superseded another one by the day: an end of the successor's own does not bring the old one back. */
export function successorOf(
  { id }: Pick<Benchmark, 'id'>,
  book: ReferenceBook,
  on: Day,
): Benchmark | undefined {
  return book
    .benchmarks()
    .find((other) => other.supersedes.includes(id) && other.id !== id && other.inForce.from <= on);
}

export function coversDay({ inForce: { from, to } }: Pick<Benchmark, 'inForce'>, on: Day): boolean {
  return from <= on && (!to || on <= to);
}

/** A 个体工商户 of which nobody has said on which side it stands is not turned away. */
export function isForParty(
  { appliesTo, sanction }: BenchmarkItem,
  file: CaseFile,
  book: Pick<ReferenceBook, 'sanction'>,
): boolean {
  if (appliesTo === 'any') return true;
  const side = sideOf(file, book.sanction(sanction));
  return side === undefined || appliesTo === side;
}
