import type { PaperKind } from '../../cases/paper-kinds.ts';

/** Papers that tell what was found in words of their own, not in those of the decision. */
export const EVIDENCE_PAPERS: readonly PaperKind[] = [
  'inspection-record',
  'interview-record',
  'documentary-evidence',
  'sampling-record',
  'expert-opinion',
];
