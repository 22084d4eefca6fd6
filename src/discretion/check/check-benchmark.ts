import type { Benchmark, BenchmarkItem } from '../../corpus/benchmark.ts';
import type { ReferenceBook } from '../../corpus/reference-book.ts';
import type { BenchmarkFault } from './benchmark-fault.ts';
import { Faults } from './benchmark-fault.ts';
import { checkCanApply } from './check-can-apply.ts';
import { checkFactors } from './check-factors.ts';
import { checkPerUnit } from './check-per-unit.ts';
import { checkProvisions } from './check-provisions.ts';
import { checkResponsible } from './check-responsible.ts';
import { checkTable } from './check-table.ts';
import { checkTierNames } from './check-tier-names.ts';
import { checkTiers } from './check-tiers.ts';
import { checkWeights } from './check-weights.ts';

/** What the check asks of the library. */
export type CheckedAgainst = Pick<
  ReferenceBook,
  'sanction' | 'sanctionsOf' | 'cite' | 'statuteOf' | 'readingOf'
>;

/**
 * Proves a table sound: the law under it holds while the table does; every combination of facts falls into exactly one tier
 * (one degree of each weighed factor); every tier's span, and every sum of weights, lies inside the span that the provision
 * has for those facts (C5-21). Combinations are those of values that stand for all others, so that the proof covers every
 * value. A sound table has no faults.
 */
export function checkBenchmark(benchmark: Benchmark, book: CheckedAgainst): BenchmarkFault[] {
  return [...checkInParts(benchmark, book)].flat();
}

/** The same, the table first and then row by row, for those who must not be kept waiting. */
export function* checkInParts(benchmark: Benchmark, book: CheckedAgainst): Generator<BenchmarkFault[]> {
  yield checkTable(benchmark);
  for (const item of benchmark.items) yield checkItem(item, benchmark, book);
  for (const entry of benchmark.noPenalty) {
    const faults = new Faults();
    checkFactors({ ...entry, row: entry.id, conditions: [entry.when], besides: [] }, faults);
    checkProvisions(entry, benchmark, book, faults);
    checkCanApply(entry, faults);
    yield faults.list();
  }
}

/** One row against its own law, alone. A figure that nothing can be reckoned with is this row's fault and stops no other. */
export function checkItem(item: BenchmarkItem, benchmark: Benchmark, book: CheckedAgainst): BenchmarkFault[] {
  const faults = new Faults();
  try {
    return proveItem(item, benchmark, book, faults);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    faults.add('format', item.id, `${error.message}，没有核对完。`);
    return faults.list();
  }
}

function proveItem(
  item: BenchmarkItem,
  benchmark: Benchmark,
  book: CheckedAgainst,
  faults: Faults,
): BenchmarkFault[] {
  if (item.needsRetyping !== undefined) {
    faults.add('needs-retyping', item.id, item.needsRetyping);
    return faults.list();
  }
  checkProvisions(item, benchmark, book, faults);
  const sanction = book.sanction(item.sanction);
  if (!sanction) {
    faults.add(
      'unknown-sanction',
      item.id,
      item.sanction
        ? `罚则库中没有“${item.sanction}”，无法核对法定幅度。`
        : '没有读出所依据的罚则，无法核对法定幅度。',
    );
    return faults.list();
  }
  checkTierNames(item, sanction, faults);
  if (item.weights) checkWeights(item, item.weights, sanction, faults);
  else if (item.perUnit) checkPerUnit(item, item.perUnit, sanction, faults);
  if (item.tiers.length > 0) checkTiers(item, sanction, faults);
  checkResponsible(item, sanction, faults);
  return faults.list();
}
