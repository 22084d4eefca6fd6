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
 * The benchmark items in force on the day for an item of the catalogue: the one it names, else those that rest on one of its
 * duties and one of its penal provisions, for the region where one is given.
 */
export function benchmarkItemsOf(
  violation: Violation,
  book: ReferenceBook,
  { on, region }: { on: Day; region?: string | undefined },
): FittingBenchmark[] {
  const named = violation.benchmarkItem ? book.benchmarkItem(violation.benchmarkItem) : undefined;
  const all = named
    ? [named]
    : book.benchmarks().flatMap((benchmark) => benchmark.items.map((item) => ({ benchmark, item })));
  return all.filter(({ benchmark, item }) => {
    const { from, to } = benchmark.inForce;
    if (on < from || (to !== undefined && to < on)) return false;
    if (region && !region.startsWith(benchmark.region)) return false;
    return named !== undefined || restsOnSame(violation, item, book);
  });
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
