import type { PaperKind } from '../../cases/paper-kinds.ts';

/** Papers that the agency issues to the party: addressed at their head, signed and sealed at their foot. */
export const ISSUED_PAPERS: readonly PaperKind[] = [
  'decision',
  'no-penalty-decision',
  'prior-notice',
  'hearing-right-notice',
  'hearing-notice',
  'correction-order',
  'preservation-notice',
  'seizure-decision',
  'demand',
];
