import type { CaseFile } from '../../src/cases/case-file.ts';
import { BASE_CASE } from '../review/base-case.ts';

const penalties = BASE_CASE.decision!.penalties!.map((penalty) =>
  penalty.type === 'confiscate-goods' ? { ...penalty, text: '没收超过保质期的糕点9盒' } : penalty,
);

/** The clean case with everything that a decision has to name, so that its draft has no gap. */
export const COMPLETE_CASE: CaseFile = {
  ...structuredClone(BASE_CASE),
  decision: { ...structuredClone(BASE_CASE.decision!), penalties },
  sources: [],
};
