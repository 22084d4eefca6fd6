import type { CaseFile } from '../../cases/case-file.ts';
import type { FenRange } from '../../law/fine-range.ts';
import type { TierResult } from '../tier-result.ts';
import type { RoundingUnit } from './fit-range.ts';
import { leaningOf } from './leaning-of.ts';
import type { Share } from './take-share.ts';

/** How a table's own span is fitted into the statute's: its conventions, and what the grounds of the case open. */
export function fittingOf(
  { benchmark, grounds }: Pick<TierResult, 'benchmark' | 'grounds'>,
  file: CaseFile,
  own: FenRange,
  mitigated: boolean,
): { openBelow: boolean; share?: Share; unit?: RoundingUnit } {
  const leaning = leaningOf(file, grounds);
  const wide = own.max === undefined || own.min !== own.max;
  const share =
    wide && !mitigated && leaning !== 'both' && leaning !== 'open' ? benchmark?.within?.[leaning] : undefined;
  return {
    openBelow: mitigated && grounds.mayMitigate,
    ...(share ? { share } : {}),
    ...(benchmark?.rounding ? { unit: benchmark.rounding.to } : {}),
  };
}
