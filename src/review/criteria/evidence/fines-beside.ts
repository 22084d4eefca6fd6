import type { CaseFile } from '../../../cases/case-file.ts';
import type { PaperKind } from '../../../cases/paper-kinds.ts';
import { type Fen, fen } from '../../../law/money.ts';
import type { Penalty } from '../../../law/sanction.ts';
import type { Paper } from './stated-particulars.ts';

/** Papers of the decision and after it: they carry its fine. */
const AFTER: PaperKind[] = ['decision', 'closure-approval', 'court-application'];
/** Papers before it: the fine may be lowered on the way, so that any step's fine will do. */
const BEFORE: PaperKind[] = [
  'closing-report',
  'prior-notice',
  'hearing-right-notice',
  'hearing-notice',
  'hearing-report',
  'review-submission',
  'review-opinion',
  'discussion-minutes',
  'decision-approval',
];

interface Fines {
  sums: Fen[];
  paths: string[];
}

/** The fines that a paper's fine must be one of; `undefined` for papers whose fine may be another, like a receipt's. */
export function finesBeside(paper: Paper, { decision, priorNotices, proposal }: CaseFile): Fines | undefined {
  const decided = sumOf('decision.penalties', decision?.penalties);
  if (AFTER.includes(paper.kind)) return decided;
  if (!BEFORE.includes(paper.kind)) return undefined;
  const notices = (priorNotices ?? []).map(({ paper: id, penalties }, index) => ({
    own: id === paper.id,
    fines: sumOf(`priorNotices.${index}.penalties`, penalties),
  }));
  const own = notices.find((notice) => notice.own);
  if (own) return own.fines;
  const all = [
    decided,
    ...notices.map(({ fines }) => fines),
    sumOf('proposal.penalties', proposal?.penalties),
  ];
  return { sums: all.flatMap(({ sums }) => sums), paths: all.flatMap(({ paths }) => paths) };
}

/** One sum, or none where no fine or no amount is known. */
function sumOf(path: string, penalties: Penalty[] | undefined): Fines {
  const fines = (penalties ?? []).filter(({ type }) => type === 'fine');
  if (fines.length === 0 || fines.some(({ amount }) => amount === undefined)) return { sums: [], paths: [] };
  return { sums: [fines.reduce((sum, { amount = 0 }) => sum + fen(amount), 0)], paths: [path] };
}
