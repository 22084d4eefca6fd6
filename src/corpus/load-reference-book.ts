import { buildReferenceBook, type ReferenceParts } from './build-reference-book.ts';
import { readCriminalThresholds } from './criminal-threshold.ts';
import { readBenchmarks } from './read-benchmarks.ts';
import { readSanctions } from './read-sanctions.ts';
import { readStatutes } from './read-statute-file.ts';
import type { ReferenceBook } from './reference-book.ts';

let cached: ReferenceBook | undefined;

/** The bundled library: statutes, sanctions, benchmarks and thresholds under corpus/. Read once, then shared. */
export function loadReferenceBook(): ReferenceBook {
  cached ??= buildReferenceBook(readReferenceParts());
  return cached;
}

/** The parts of the bundled library, for adding imported texts before building. */
export function readReferenceParts(): ReferenceParts {
  return {
    statutes: readStatutes(),
    ...readSanctions(),
    benchmarks: readBenchmarks(),
    thresholds: readCriminalThresholds(),
  };
}
