import type { CaseFile } from '../../cases/case-file.ts';
import type { GroundsResult } from '../tier-result.ts';

/** The part of a span that the grounds of the case call for. */
export type Leaning = 'lighter' | 'ordinary' | 'heavier';

/**
 * `both`: grounds for either are accepted, a person weighs them. `choice`: they only allow to go lower. `open`: whether there are any
 * has not been settled.
 */
export function leaningOf(
  { circumstances }: CaseFile,
  { mayMitigate, byChoice, heavier }: Pick<GroundsResult, 'mayMitigate' | 'byChoice' | 'heavier'>,
): Leaning | 'both' | 'choice' | 'open' {
  if (mayMitigate && heavier) return 'both';
  const grounds = circumstances?.grounds ?? [];
  if (grounds.some(({ state }) => state === 'claimed')) return 'open';
  if (mayMitigate) return byChoice ? 'choice' : 'lighter';
  if (heavier) return 'heavier';
  return grounds.length > 0 || circumstances?.noGrounds ? 'ordinary' : 'open';
}
