import type { CaseFile } from '../../cases/case-file.ts';
import { positionInRange } from '../../law/fine-range.ts';
import type { TierResult } from '../tier-result.ts';

/**
 * Whether the fine leaves the computed tier: -1 below, 0 not, 1 above; `undefined` while fine or tier are not known.
 * A penalty mitigated on an accepted ground (行政处罚法 30 to 32) follows the statute and leaves no benchmark (C5-19).
 */
export function departureOf(
  file: CaseFile,
  { amount, tier, settled, range, statutory, grounds, steps }: TierResult,
): -1 | 0 | 1 | undefined {
  // While a fact is open, several tiers are: what is not known is not called a departure.
  if (amount === undefined) return undefined;
  // Whatever the tier: any fine is too much where there must be no penalty (行政处罚法 30, 31, 33).
  if (grounds.noPenalty === 'must') return amount > 0 ? 1 : 0;
  if (settled === undefined) return undefined;
  const place = range && positionInRange(amount, range);
  if (place === undefined) {
    const none = tier && !tier.fine && !tier.fines && steps.some(({ value }) => value === '该阶次不予罚款');
    return none && amount > 0 ? 1 : undefined;
  }
  if (place === -1 && grounds.mayMitigate) {
    const grade = file.decision?.grade ?? file.proposal?.grade;
    const below = statutory && positionInRange(amount, statutory) === -1;
    if (grade === 'mitigated' || below) return 0;
  }
  return place;
}
