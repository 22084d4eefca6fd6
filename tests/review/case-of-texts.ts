import type { CaseFile } from '../../src/cases/case-file.ts';
import type { PaperKind } from '../../src/cases/paper-kinds.ts';
import { BASE_CASES } from './base-acts.ts';
import { caseFor } from './case-for.ts';

/** The clean penalty case whose papers are silent but for these, numbered h0, h1 …; the first is its decision. */
export function caseOfTexts(decision: string, others: readonly [PaperKind, string][]): CaseFile {
  const told: [PaperKind, string][] = [['decision', decision], ...others];
  return caseFor({
    decision: { paper: 'h0' },
    papers: [
      ...told.map(([kind, text], index) => ({ id: `h${index}`, kind, title: '材料', text, marks: [] })),
      ...(BASE_CASES.penalty.papers ?? []).map((paper) => ({ ...paper, text: undefined })),
    ],
  });
}
