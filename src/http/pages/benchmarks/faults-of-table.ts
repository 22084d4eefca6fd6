import type { Benchmark } from '../../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../../corpus/reference-book.ts';
import type { BenchmarkFault } from '../../../discretion/check/benchmark-fault.ts';
import { checkBenchmark } from '../../../discretion/check/check-benchmark.ts';

/** A table is proved once for each library: an import makes a new one, under which the law may be another. */
const checked = new WeakMap<ReferenceBook, WeakMap<Benchmark, BenchmarkFault[]>>();

/** The faults of a table. Their rows are the table's id, an item's id, or an item's id with the name of a part. */
export function faultsOfTable(benchmark: Benchmark, book: ReferenceBook): BenchmarkFault[] {
  const ofBook = checked.get(book) ?? new WeakMap<Benchmark, BenchmarkFault[]>();
  checked.set(book, ofBook);
  const faults = ofBook.get(benchmark) ?? checkBenchmark(benchmark, book);
  ofBook.set(benchmark, faults);
  return faults;
}

/** Those that stand in one row of the table: an item's, its tiers' and its factors'. */
export function faultsOfRow(faults: readonly BenchmarkFault[], id: string): BenchmarkFault[] {
  return faults.filter(({ row }) => row === id || row.startsWith(`${id} `));
}
