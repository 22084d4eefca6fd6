import type { AnyCaseFile, CaseFile } from '../cases/case-file.ts';
import type { Benchmark } from '../corpus/benchmark.ts';
import type { PastCase } from '../corpus/past-cases.ts';
import type { ReferenceBook } from '../corpus/reference-book.ts';
import { findTier } from './find-tier.ts';
import { type LikeCase, likeCases } from './like-cases.ts';

/**
 * The decided cases that the fine of this one can be measured against: the same item, the region of the benchmark and
 * its days in force (without one, the agency's own region), and a fine with a known place in its statute's span.
 * Invented cases are compared with invented ones alone. Of acts other than penalties there are none.
 */
export function comparableCases(
  file: AnyCaseFile,
  book: ReferenceBook,
  cases: readonly PastCase[],
): LikeCase[] {
  if (file.action !== 'penalty') return [];
  const { benchmark, item } = findTier({ file, book, changes: false });
  const near = cases.filter(
    (past) =>
      (file.example || !past.example) &&
      (benchmark ? isUnder(past, benchmark) : past.region === regionOf(file)),
  );
  return likeCases(file, near, { limit: near.length, ...(item ? { item } : {}) }).filter(
    (like) => like.sameItem && like.share !== undefined,
  );
}

function regionOf({ agency, violation }: CaseFile): string | undefined {
  return agency.region ?? violation.region;
}

function isUnder({ region, decidedOn }: PastCase, benchmark: Benchmark): boolean {
  const { from, to } = benchmark.inForce;
  const there = benchmark.region === '全国' || region.startsWith(benchmark.region);
  return there && from <= decidedOn && (!to || decidedOn <= to);
}
