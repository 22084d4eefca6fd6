import type { CaseFile } from '../../../cases/case-file.ts';
import { type Answer, isAnswer, notApplicable } from '../../rules/rule.ts';
import { outcomeOf } from '../../screening/outcome-of.ts';

/** A case known to end without a penalty has no tier to choose, and need not name a benchmark. */
export function withoutTier(file: CaseFile): Answer | undefined {
  const outcome = outcomeOf(file);
  if (isAnswer(outcome) || outcome.result === 'penalty') return undefined;
  return notApplicable('本案没有给予处罚，没有适用裁量阶次。', [outcome.path]);
}
