import { buildReferenceBook, type ReferenceParts } from './build-reference-book.ts';
import { readCriminalThresholds } from './criminal-threshold.ts';
import { figuresOf } from './norms/figures-of.ts';
import { readOutlines } from './norms/read-outlines.ts';
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
  const statutes = readStatutes();
  const entered = new Set(statutes.map(({ title }) => title));
  return {
    statutes: [...statutes, ...readOutlines().filter(({ title }) => !entered.has(title))],
    figuresOf,
    ...readSanctions(),
    benchmarks: readBenchmarks(),
    thresholds: readCriminalThresholds(),
  };
}
