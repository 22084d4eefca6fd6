import type { CaseFile, Service } from '../../cases/case-file.ts';

/** Whether the party refused to take a decision made on the spot and that is noted, which completes its delivery (行政处罚法 52(1)). */
export function refusedOnTheSpot(
  { of, method, refusalNoted }: Service,
  { procedure, decision }: Pick<CaseFile, 'procedure' | 'decision'>,
): boolean {
  if (procedure !== 'summary' || of !== 'decision' || method !== 'on-the-spot') return false;
  return refusalNoted === true || decision?.refusalNoted === true;
}
