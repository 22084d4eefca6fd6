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
    ['review', '法制审核', reviewed ?? (notMajor(major) ? 'skipped' : undefined)],
    ['decision', '征收决定', decided],
    ['service', '送达', services?.find((entry) => entry.of === 'decision' && entry.servedOn)?.servedOn],
    ['payment', '缴纳', levy?.levyPayment?.paidOn],
    ['archiving', '归档', levy?.archivedOn],
  ];
}

/** Every question that could make the decision a major one is answered with no. */
function notMajor(major: ActFile['major']): boolean {
  const { catalogued, publicInterest, socialRisk, majorRights, complex } = major ?? {};
  return [catalogued, publicInterest, socialRisk, majorRights, complex].every((answer) => answer === false);
}

/** The last compulsion of the file; measures end, executions follow a demand and a decision of their own. */
function compulsionStages({ compulsions }: ActFile): StageEntry[] {
  const last = compulsions?.at(-1);
  return last?.kind === undefined || MEASURES.has(last.kind) ? measureStages(last) : executionStages(last);
}

type Compulsion = NonNullable<ActFile['compulsions']>[number];

function measureStages(entry: Compulsion | undefined): StageEntry[] {
  return [
    ['demand', '催告', entry?.demand?.servedOn ?? (entry?.kind ? 'skipped' : undefined)],
    ['approval', '批准', entry?.approvedOn ?? entry?.approvedAt?.slice(0, 10)],
    ['compulsion', '实施', entry?.startedOn ?? entry?.startedAt?.slice(0, 10)],
    ['ending', '解除或者处理', entry?.ending?.decidedOn],
  ];
}

/** A surcharge needs neither demand nor decision, the way to the court no decision, clearing at once no demand. */
function executionStages(entry: Compulsion): StageEntry[] {
  const { kind, demand, execution, substitute, demolition, surcharge, courtApplication } = entry;
  const noDemand = kind === 'surcharge' || substitute?.immediate;
  const noDecision = kind === 'surcharge' || kind === 'court-application';
  const done = demolition?.doneOn ?? substitute?.doneOn ?? surcharge?.startedOn ?? courtApplication?.filedOn;
  return [
    ['demand', '催告', demand?.servedOn ?? (noDemand ? 'skipped' : undefined)],
    [
      'execution-decision',
      '强制执行决定',
      execution?.date ?? substitute?.decisionServedOn ?? (noDecision ? 'skipped' : undefined),
    ],
    [
      'compulsion',
      kind === 'court-application' ? '申请法院执行' : '实施',
      entry.startedOn ?? entry.startedAt?.slice(0, 10) ?? done,
    ],
    ['ending', '解除或者处理', entry.ending?.decidedOn ?? 'skipped'],
  ];
}

/** A withdrawal has no application and nothing to issue; nor has a refusal anything to issue or publish. */
function licenceStages({ licence, publication }: ActFile): StageEntry[] {
  const { licenceDecision: decision, renewal, withdrawal, request } = licence ?? {};
  const alone = request === 'withdrawal' ? 'skipped' : undefined;
  const decidedOn = decision?.draft ? undefined : decision?.date;
  const refused = decision?.draft ? undefined : decision?.result === 'refused' || renewal?.refused;
  const nothing = alone ?? (refused ? 'skipped' : undefined);
  const unissued = licence?.documentNeeded === false ? 'skipped' : nothing;
  const withheld = publication?.withheldReason ? 'skipped' : nothing;
  return [
    ['application', '申请', licence?.receivedOn ?? renewal?.appliedOn ?? alone],
    ['acceptance', '受理', licence?.acceptedOn ?? alone],
    ['decision', '许可决定', decidedOn ?? (alone ? withdrawal?.decidedOn : renewal?.decidedOn)],
    ['service', '颁发送达', licence?.issuedOn ?? unissued],
    ['publication', '公开', licence?.publishedOn ?? withheld],
  ];
}
