import type { CaseFile } from '../../cases/case-file.ts';
import { reasonOf } from '../../discretion/evenness/reason-of.ts';
import { fineOf } from '../../discretion/place-amount.ts';

/** 偏离理由 of the file while it speaks of the fine as it stands; one given for another sum has lapsed and counts nowhere. */
export function standingDeviation(file: CaseFile): NonNullable<CaseFile['proposal']>['deviation'] {
  return reasonOf(file, fineOf(file)).state === 'stands' ? file.proposal?.deviation : undefined;
}
