import type { ActFile } from './case-file.ts';
import type { CompulsionKind } from './compulsion.ts';
import type { StageEntry } from './stages-of.ts';

const MEASURES = new Set<string>([
  'personal-freedom',
  'sealing',
  'seizure',
  'freezing',
  'other-measure',
] satisfies CompulsionKind[]);

/** The stages of the other kinds of act, in the order of their own procedures. */
export function stagesOfAct(file: ActFile): StageEntry[] {
  switch (file.action) {
    case 'inspection':
      return inspectionStages(file);
    case 'levy':
      return levyStages(file);
    case 'compulsion':
      return compulsionStages(file);
    case 'licence':
      return licenceStages(file);
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

function levyStages({ levy, major, review, services }: ActFile): StageEntry[] {
  const passed = review?.conclusion === 'agree' || review?.conclusion === 'agree-with-advice';
  const reviewed = passed ? review?.signedOn : undefined;
  const decided = levy?.levyDecision?.draft ? undefined : levy?.levyDecision?.date;
  return [
    ['review', '法制审核', reviewed ?? (major?.catalogued === false ? 'skipped' : undefined)],
    ['decision', '征收决定', decided],
    ['service', '送达', services?.find((entry) => entry.of === 'decision' && entry.servedOn)?.servedOn],
    ['payment', '缴纳', levy?.levyPayment?.paidOn],
    ['archiving', '归档', levy?.archivedOn],
  ];
}

/** The last compulsion of the file; measures end, executions follow a demand. */
function compulsionStages({ compulsions }: ActFile): StageEntry[] {
  const last = compulsions?.at(-1);
  const measure = last?.kind !== undefined && MEASURES.has(last.kind);
  const execution = last?.kind !== undefined && !measure;
  return [
    ['demand', '催告', last?.demand?.servedOn ?? (measure ? 'skipped' : undefined)],
    ['approval', '批准', last?.approvedOn ?? last?.approvedAt?.slice(0, 10)],
    ['compulsion', '实施', last?.startedOn ?? last?.startedAt?.slice(0, 10)],
    ['ending', '解除或者处理', last?.ending?.decidedOn ?? (execution ? 'skipped' : undefined)],
  ];
}

function licenceStages({ licence }: ActFile): StageEntry[] {
  const decision = licence?.licenceDecision;
  return [
    ['application', '申请', licence?.receivedOn],
    ['acceptance', '受理', licence?.acceptedOn],
    ['decision', '许可决定', decision?.draft ? undefined : decision?.date],
    ['service', '颁发送达', licence?.issuedOn ?? (licence?.documentNeeded === false ? 'skipped' : undefined)],
    ['publication', '公开', licence?.publishedOn],
  ];
}
