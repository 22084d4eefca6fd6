import type { CaseFile } from '../../cases/case-file.ts';
import type { Benchmark, BenchmarkItem } from '../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { Day } from '../../law/dates.ts';
import { sideOf } from '../spans/side-of.ts';
import { isForRegion } from './is-for-region.ts';

export interface TableItem {
  benchmark: Benchmark;
  item: BenchmarkItem;
}

/** Items of other tables for the same matter, place and kind of party, in force on the day and not superseded on it. */
export function tablesBeside(
  { benchmark, item }: TableItem,
  file: CaseFile,
  book: ReferenceBook,
  on: Day,
): TableItem[] {
  const place = file.agency.region ?? file.violation.region ?? benchmark.region;
  return inForceAt(book, place, on)
    .filter((other) => other.id !== benchmark.id)
    .flatMap((other) => other.items.map((one) => ({ benchmark: other, item: one })))
    .filter((other) => isSameMatter(item, other.item) && isForParty(other.item, file));
}

/** Tables for a place that are in force on the day; those that one of them supersedes are not. */
export function inForceAt(book: ReferenceBook, place: string, on: Day): Benchmark[] {
  const all = book
    .benchmarks()
    .filter((benchmark) => coversDay(benchmark, on) && isForRegion(benchmark, place));
  const gone = new Set(all.flatMap(({ supersedes }) => supersedes));
  return gone.size === 0 ? all : all.filter(({ id }) => !gone.has(id));
}

export function coversDay({ inForce: { from, to } }: Pick<Benchmark, 'inForce'>, on: Day): boolean {
  return from <= on && (!to || on <= to);
}

export function isForParty({ appliesTo }: BenchmarkItem, file: CaseFile): boolean {
  return appliesTo === 'any' || appliesTo === sideOf(file.party);
}

function isSameMatter(a: BenchmarkItem, b: BenchmarkItem): boolean {
  return a.itemCode !== undefined && b.itemCode !== undefined
    ? a.itemCode === b.itemCode
    : a.sanction === b.sanction && a.violation === b.violation;
}
