import type { Benchmark, BenchmarkItem } from '../corpus/benchmark.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import type { Violation } from '../corpus/violations/violation.ts';
import { sameProvision } from '../law/citation.ts';
import type { Day } from '../law/dates.ts';

export interface FittingBenchmark {
  benchmark: Benchmark;
  item: BenchmarkItem;
}

/**
 * The benchmark items in force on the day for an item of the catalogue, for the region where one is given: the one it names
 * first, then those that rest on one of its duties and one of its penal provisions, as an agency's own imported ones do.
 */
export function benchmarkItemsOf(
  violation: Violation,
  book: ReferenceBook,
  { on, region }: { on: Day; region?: string | undefined },
): FittingBenchmark[] {
  return book
    .benchmarks()
    .filter(({ inForce: { from, to }, region: place }) => {
      if (on < from || (to !== undefined && to < on)) return false;
      return !region || region.startsWith(place);
    })
    .flatMap((benchmark) => benchmark.items.map((item) => ({ benchmark, item })))
    .filter(({ item }) => item.id === violation.benchmarkItem || restsOnSame(violation, item, book))
    .sort((a, b) => named(violation, b) - named(violation, a));
}

function named({ benchmarkItem }: Violation, { item }: FittingBenchmark): number {
  return item.id === benchmarkItem ? 1 : 0;
}

function restsOnSame({ breached, punishing }: Violation, item: BenchmarkItem, book: ReferenceBook): boolean {
  const provision = book.sanction(item.sanction)?.provision;
  return (
    provision !== undefined &&
    punishing.some((place) => sameProvision(place, provision)) &&
    item.breached.some((place) => breached.some((own) => sameProvision(own, withoutGaps(place))))
  );
}

function withoutGaps({ law, article, paragraph, item }: BenchmarkItem['breached'][number]) {
  return {
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}
