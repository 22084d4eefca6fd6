import type { BenchmarkItem } from '../../../corpus/benchmark.ts';
import type { Citation } from '../../../law/citation.ts';

/** A place of a table as a citation: what it leaves out is absent, not undefined. */
export function withoutGaps({ law, article, paragraph, item }: BenchmarkItem['breached'][number]): Citation {
  return {
    law,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}
