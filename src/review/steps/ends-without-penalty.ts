import type { CaseFile } from '../../cases/case-file.ts';

/** 不予处罚、撤销案件、移送: a decision known to impose no penalty. What 行政处罚法 44 to 64 asks before one is then not due. */
export function endsWithoutPenalty({ decision }: Pick<CaseFile, 'decision'>): boolean {
  return decision?.result !== undefined && decision.result !== 'penalty';
}
