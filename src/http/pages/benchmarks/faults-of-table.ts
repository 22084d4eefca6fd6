import type { Benchmark, BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { BenchmarkFault } from '../../../discretion/check/benchmark-fault.ts';
import { checkInParts, checkItem } from '../../../discretion/check/check-benchmark.ts';

/** What the check has found so far. A large table takes seconds, so it goes on after the page was sent. */
export interface TableCheck {
  faults: BenchmarkFault[];
  done: boolean;
}

interface Running extends TableCheck {
  parts: Iterator<BenchmarkFault[]>;
}

/** A table is proved once for each library: an import makes a new one, under which the law may be another. */
const checked = new WeakMap<ReferenceBook, WeakMap<Benchmark, Running>>();
/** At most so long (ms) is anybody else kept waiting by a check that goes on. */
const SLICE = 30;

/**
 * The faults of a table as far as the check comes until `until` (a time of `performance.now`); the rest is found afterwards.
 * Their rows are the table's id, an item's id, or an item's id with the name of a part.
 */
export function faultsOfTable(benchmark: Benchmark, book: ReferenceBook, until: number): TableCheck {
  const ofBook = checked.get(book) ?? new WeakMap<Benchmark, Running>();
  checked.set(book, ofBook);
  const known = ofBook.get(benchmark);
  const running = known ?? { faults: [], done: false, parts: checkInParts(benchmark, book) };
  ofBook.set(benchmark, running);
  goOn(running, until);
  if (!known && !running.done) finishLater(running);
  return running;
}

/** The faults of one row, for its own page. */
export function faultsOfItem(
  benchmark: Benchmark,
  item: BenchmarkItem,
  book: ReferenceBook,
): BenchmarkFault[] {
  const known = checked.get(book)?.get(benchmark);
  return known?.done ? faultsOfRow(known.faults, item.id) : checkItem(item, benchmark, book);
}

/** Those that stand in one row of the table: an item's, its tiers' and its factors'. */
export function faultsOfRow(faults: readonly BenchmarkFault[], id: string): BenchmarkFault[] {
  return faults.filter(({ row }) => row === id || row.startsWith(`${id} `));
}

function goOn(running: Running, until: number): void {
  while (!running.done && performance.now() < until) {
    const next = running.parts.next();
    if (next.done) running.done = true;
    else running.faults.push(...next.value);
  }
}

function finishLater(running: Running): void {
  // Never what keeps the process alive.
  setTimeout(() => {
    goOn(running, performance.now() + SLICE);
    if (!running.done) finishLater(running);
  }, 1).unref();
}
