import type { CaseFile } from '../../cases/case-file.ts';
import { type Answer, unclear } from './rule.ts';

export type Evidence = NonNullable<CaseFile['evidence']>[number];

export interface Admitted {
  entry: Evidence;
  path: string;
}

/** The evidence that was not excluded, each piece with its path; unclear without a list. `what` is to be checked. */
export function admittedEvidence({ evidence }: CaseFile, what: string): Admitted[] | Answer {
  if (!evidence?.length) {
    return unclear(`需要核对${what}，案卷没有证据清单。`, ['证据清单'], ['evidence']);
  }
  return evidence
    .map((entry, index) => ({ entry, path: `evidence.${index}` }))
    .filter(({ entry }) => !entry.excluded);
}
