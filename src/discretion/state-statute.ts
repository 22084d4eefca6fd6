import { citationText } from '../law/citation.ts';
import { evaluate } from '../law/condition.ts';
import { BASES, baseName, type FineRange } from '../law/fine-range.ts';
import { placeOf, type SanctionFine } from '../law/sanction.ts';
import type { CaseFactors } from './case-factors.ts';
import { questionOf } from './question-of.ts';
import { stateLeastBase } from './spans/state-least-base.ts';
import { type StatutoryRange, spanText } from './statutory-range.ts';
import { statedRange, type TierResult } from './tier-result.ts';

/** A base of a few fen leaves no whole fen between the minimum and the maximum. */
function isEmpty({ min, max }: { min?: number; max?: number }): boolean {
  return max !== undefined && (max <= 0 || (min !== undefined && min > max));
}

/** A multiple of gains or fees that were none: the provision has nothing to fine. Its base is found again among the `fines`. */
export function withoutBase(statute: StatutoryRange): StatutoryRange {
  const none = statute.state === 'known' && isNothing(statute.fine.range) && statute.range.max === 0;
  return none ? { state: 'none' } : statute;
}

/** Gains and fees may be none; that goods or a contract are worth nothing is an error of the file. */
function isNothing({ base, baseLeast }: FineRange): boolean {
  return baseLeast === undefined && (base === 'gains' || base === 'fees');
}

/** Tells the span of the provision, or what is missing for it; `fines`: the spans that it was chosen among. */
export function stateStatute(
  result: TierResult,
  statute: StatutoryRange,
  { sums, values }: CaseFactors,
  fines: readonly SanctionFine[],
): void {
  const provision = citationText(placeOf(result.sanction!, 'fine'));
  if (statute.state === 'known' && isEmpty(statute.range)) {
    result.conflicts.push({
      kind: 'empty-span',
      text: `按${provision}和已认定的基数计算，法定幅度内没有一个整分的数额，请核对基数。`,
      blocks: true,
    });
  } else if (statute.state === 'known') {
    result.statutory = statedRange(statute.range);
    stateLeastBase(result, statute.fine.range, sums, provision);
    result.steps.push({
      step: '法定幅度',
      value: baseName(statute.fine.range)
        ? `${spanText(statute.fine.range)}，即 ${result.statutory.text}`
        : result.statutory.text,
      basis: provision,
    });
  } else if (statute.state === 'missing') {
    for (const factor of statute.factors) {
      result.missing.push({ factor, question: questionOf(factor, result) });
    }
  } else if (statute.state === 'several') {
    result.conflicts.push({
      kind: 'several-spans',
      text: `${provision}有两个罚款幅度同时符合本案事实，请核对罚则数据。`,
      blocks: false,
    });
  } else {
    const zero = fines.find(
      ({ when, range }) =>
        isNothing(range) && sums[range.base!] === 0 && (!when || evaluate(when, values) === true),
    );
    const why = zero ? `没有${BASES[zero.range.base!]}的，该条没有可处的罚款` : '该条款在本案情形下没有罚款';
    result.steps.push({ step: '法定幅度', value: why, basis: provision });
  }
}
