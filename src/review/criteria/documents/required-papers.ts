import type { Act, CaseFile } from '../../../cases/case-file.ts';
import { PAPER_KINDS, type PaperKind } from '../../../cases/paper-kinds.ts';
import { formerPenaltyLaw, penaltyLaw } from '../../rules/penalty-law.ts';
import { met, notApplicable, notMet, rule, unclear } from '../../rules/rule.ts';
import { endsWithoutPenalty } from '../../steps/ends-without-penalty.ts';
import { nothingToServe } from '../procedure/services-by.ts';

/** When a paper is due: only papers of stages that the case has reached are asked for. */
const DUE: Partial<Record<PaperKind, (file: CaseFile) => boolean>> = {
  'inspection-record': (file) => done(file, 'inspection'),
  'interview-record': (file) => done(file, 'interview'),
  'sampling-record': (file) => done(file, 'sampling'),
  'correction-order': ({ correctionOrder: order }) =>
    Boolean(order?.issuedOn) || (order?.inDecision !== true && order?.needed !== false),
  'closing-report': (file) => Boolean(file.closingReport || file.priorNotices?.length || file.decision),
  'prior-notice': (file) =>
    Boolean(file.priorNotices?.length || (file.decision && !endsWithoutPenalty(file))),
  'defence-record': (file) => Boolean(file.defence?.submitted),
  'hearing-right-notice': (file) => Boolean(file.hearing?.toldOn),
  'hearing-notice': (file) => Boolean(file.hearing?.noticeServedOn),
  'hearing-record': (file) => Boolean(file.hearing?.heldOn),
  'hearing-report': (file) => Boolean(file.hearing?.heldOn),
  'review-submission': (file) => Boolean(file.review?.submittedOn),
  'review-opinion': (file) => Boolean(file.review?.signedOn),
  'discussion-minutes': (file) => Boolean(file.discussion?.heldOn),
  'decision-approval': (file) => Boolean(file.approval || issued(file)),
  decision: (file) => issued(file) && !endsWithoutPenalty(file),
  'no-penalty-decision': (file) => issued(file) && file.decision?.result === 'no-penalty',
  'proof-of-service': (file) => Boolean(file.services?.length || (issued(file) && !nothingToServe(file))),
  receipt: (file) => Boolean(file.performance?.paidOn),
  'closure-approval': closed,
  cover: closed,
  contents: closed,
  'recordings-index': closed,
  remarks: closed,
};

/** Papers that only a decision imposing a penalty asks for. */
const OF_PENALTY: string[] = ['prior-notice', 'decision'];

export const requiredPapers = rule({
  id: 'C7-13',
  criterion: 7,
  question: '已到阶段的必备文书是否都在卷内？',
  severity: 'major',
  consequence: 'correctable',
  basis: [
    penaltyLaw('47', '从启动到执行的每一环节都要有记录，并且归档。'),
    formerPenaltyLaw('36', '依法全面收集证据。'),
  ],
  otherBasis: [{ document: '地区方案', gist: '各程序的必备文书目录。' }],
  reading:
    '只要求案件已经到达的阶段的文书；目录由地区方案规定。录入的材料没有一份是必备文书的，视为案卷尚未录入，不认定缺少。送达回证每份送达文书一份：已履行、已结案而回证都是其他文书的，缺决定书的回证。',
  about: ({ file }) =>
    file.papers ?? unclear('需要核对卷内文书，案卷没有材料目录。', ['卷内材料目录'], ['papers']),
  decide: (papers, { file, profile }) => {
    const listed = profile.papers?.[file.procedure];
    if (!listed)
      return unclear('地区方案没有规定必备文书，无法核对是否齐全。', ['当地的必备文书目录'], ['papers']);
    // The list names the penalty decision; a decision not to punish takes its place.
    const kinds = listed.includes('decision') ? [...listed, 'no-penalty-decision'] : listed;
    const required = [...new Set(kinds)].filter((kind) => {
      const due = DUE[kind as PaperKind];
      return due ? due(file) : true;
    });
    if (required.length === 0) return notApplicable('尚没有应当具备的文书。', ['papers']);
    const present = new Set<string>(papers.map((paper) => paper.kind));
    const nameOf = (kind: string) => PAPER_KINDS[kind as PaperKind] ?? kind;
    if (papers.length > 0 && !required.some((kind) => present.has(kind))) {
      return unclear('录入的材料中没有一份必备文书，卷内材料尚未录入。', required.map(nameOf), ['papers']);
    }
    const lacking = required.filter((kind) => !present.has(kind));
    const { decision } = file;
    const open = decision && !decision.result && !decision.penalties?.length;
    if (open && lacking.length > 0 && lacking.every((kind) => OF_PENALTY.includes(kind))) {
      return unclear(
        `决定的结果没有载明，是否应有${lacking.map((kind) => `《${nameOf(kind)}》`).join('、')}不清楚。`,
        ['决定的结果'],
        ['papers', 'decision.result'],
      );
    }
    const absent = [...lacking.map(nameOf), ...(decisionUnproven(file) ? ['送达回证（决定书）'] : [])];
    return absent.length > 0
      ? notMet(`卷内应有的${absent.map((name) => `《${name}》`).join('、')}没有。`, ['papers'])
      : met(`应有的 ${required.length} 种文书都在卷内。`, ['papers']);
  },
});

/** Whether a case already performed or closed holds proofs of service that can all be told apart, and none of them is the decision's. */
function decisionUnproven({ papers = [], services, performance, procedure }: CaseFile): boolean {
  const { paidOn, closedOn, archivedOn } = performance ?? {};
  if (procedure !== 'ordinary' || !(paidOn ?? closedOn ?? archivedOn)) return false;
  if (services?.some(({ of }) => of === 'decision')) return false;
  const proofs = papers.filter(({ kind }) => kind === 'proof-of-service');
  const elsewhere = papers.some(
    ({ kind, title }) =>
      kind !== 'proof-of-service' && kind !== 'address-confirmation' && /送达|回执|邮寄|公告/.test(title),
  );
  return (
    proofs.length > 0 &&
    !elsewhere &&
    proofs.every(
      ({ title, text = '' }) => /告知|通知|改正|催告/.test(title + text) && !/决定/.test(title + text),
    )
  );
}

/** An act that took place, or may have: an account of the acts that has none of the kind rules its record out. */
function done({ acts }: CaseFile, kind: Act['kind']): boolean {
  return !acts?.length || acts.some((act) => act.kind === kind);
}

function issued(file: CaseFile): boolean {
  return Boolean(file.decision && !file.decision.draft);
}

function closed(file: CaseFile): boolean {
  return Boolean(file.performance?.closedOn);
}
