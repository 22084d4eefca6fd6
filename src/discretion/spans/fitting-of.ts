import type { CaseFile } from '../../cases/case-file.ts';
import type { Benchmark } from '../../corpus/benchmark.ts';
import type { FenRange } from '../../law/fine-range.ts';
import type { TierResult } from '../tier-result.ts';
import type { RoundingUnit } from './fit-range.ts';
import { type Leaning, leaningOf } from './leaning-of.ts';
import type { Share } from './take-share.ts';

/** A part of a span, with the norm that names it. */
export type Part = { share: Share; source: string } | { times: number; source: string };

/** The part that a table's convention names, by the ends that the span has. */
export interface Parts {
  both?: Part;
  onlyMax?: Part;
  onlyMin?: Part;
}

/** How a table's own span is fitted into the statute's: its conventions, and what the grounds of the case open. */
export function fittingOf(
  { benchmark, grounds }: Pick<TierResult, 'benchmark' | 'grounds'>,
  file: CaseFile,
  own: FenRange,
  mitigated: boolean,
): { openBelow: boolean; parts: Parts; unit?: RoundingUnit } {
  const leaning = leaningOf(file, grounds);
  const wide = own.max === undefined || own.min !== own.max;
  const known = wide && !mitigated && leaning !== 'both' && leaning !== 'choice' && leaning !== 'open';
  return {
    openBelow: mitigated && grounds.mayMitigate,
    parts: known ? partsOf(benchmark?.within, leaning) : {},
    ...(benchmark?.rounding ? { unit: benchmark.rounding.to } : {}),
  };
}

function partsOf(within: Benchmark['within'], leaning: Leaning): Parts {
  if (!within) return {};
  const { source, onlyMax, onlyMin } = within;
  const both = within[leaning];
  const [ofMax, ofMin] = [onlyMax?.[leaning], onlyMin?.[leaning]];
  return {
    ...(both ? { both: { share: both, source } } : {}),
    // A convention for spans without a minimum that is silent on this leaning leaves the span as it is.
    ...(onlyMax
      ? ofMax && { onlyMax: { share: ofMax, source: onlyMax.source } }
      : both && { onlyMax: { share: both, source } }),
    ...(ofMin === undefined ? {} : { onlyMin: { times: ofMin, source: onlyMin!.source } }),
  };
}
