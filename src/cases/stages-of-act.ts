import type { ActFile } from './case-file.ts';
import type { StageEntry } from './stages-of.ts';

/** The stages of the other kinds of act, in the order of their own procedures. */
export function stagesOfAct(file: ActFile): StageEntry[] {
  switch (file.action) {
    case 'inspection':
      return inspectionStages(file);
    case 'levy':
      return levyStages(file);
    case 'compulsion':
    case 'licence':
      return [];
  }
}

function inspectionStages({ inspection, acts, publication }: ActFile): StageEntry[] {
  const visit = acts?.find((act) => act.kind === 'inspection');
  return [
    ['approval', '审批', inspection?.inspectionApproval?.approvedOn],
    ['inspection', '检查', inspection?.date ?? visit?.date ?? visit?.startedAt?.slice(0, 10)],
    ['feedback', '结果反馈', inspection?.fedBackOn],
    ['publication', '公开', inspection?.publishedOn ?? (publication?.withheldReason ? 'skipped' : undefined)],
    ['archiving', '归档', inspection?.archivedOn],
  ];
}

function levyStages({ levy, review, services }: ActFile): StageEntry[] {
  const passed = review?.conclusion === 'agree' || review?.conclusion === 'agree-with-advice';
  const reviewed = passed ? review?.signedOn : undefined;
  const decided = levy?.levyDecision?.draft ? undefined : levy?.levyDecision?.date;
  return [
    ['review', '法制审核', reviewed ?? (levy?.catalogued === false ? 'skipped' : undefined)],
    ['decision', '征收决定', decided],
    ['service', '送达', services?.find((entry) => entry.of === 'decision' && entry.servedOn)?.servedOn],
    ['payment', '缴纳', levy?.levyPayment?.paidOn],
    ['archiving', '归档', levy?.archivedOn],
  ];
}
