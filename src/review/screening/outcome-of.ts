import type { CaseFile } from '../../cases/case-file.ts';
import { type Answer, notApplicable, unclear } from '../rules/rule.ts';

/** What the case ends in, with the path that says so and the word for it. */
export interface Outcome {
  result: NonNullable<NonNullable<CaseFile['decision']>['result']>;
  path: string;
  name: string;
}

/** The decision's result; before there is a decision, the proposal's. Listed penalties show a penalty. */
export function outcomeOf({ decision, proposal }: Pick<CaseFile, 'decision' | 'proposal'>): Outcome | Answer {
  if (decision?.result) return { result: decision.result, path: 'decision.result', name: '决定' };
  if (decision?.penalties?.length) return { result: 'penalty', path: 'decision.penalties', name: '决定' };
  if (decision) return unclear('决定的结果没有载明。', ['决定的结果'], ['decision.result']);
  if (proposal) return { result: proposal.result, path: 'proposal.result', name: '拟处理意见' };
  return notApplicable('尚未作出决定，也尚未提出拟处理意见。');
}
