import type { ReviewDays } from '../../cases/review-deadlines.ts';
import { today } from '../../law/dates.ts';
import { passes, type ReviewRound } from './review-round.ts';

/** The days of the review from its rounds, in the order of their submission; a withdrawn round has not run. */
export function reviewDaysOf(rounds: ReviewRound[]): ReviewDays {
  const standing = rounds.filter((round) => round.opinionAt || !round.withdrawnAt);
  const last = standing.at(-1);
  if (!last) return {};
  const at = standing.findLastIndex((round) => round.opinionAt && !passes(round.conclusion));
  const failed = standing[at];
  const next = standing[at + 1];
  return {
    reviewSubmittedOn: today(last.submittedAt),
    ...(last.opinionAt ? { reviewEndedOn: today(last.opinionAt) } : {}),
    ...(failed?.opinionAt
      ? { returned: { on: today(failed.opinionAt), forMaterials: failed.conclusion === 'return' } }
      : {}),
    ...(failed && next ? { resubmittedOn: today(next.submittedAt) } : {}),
  };
}
