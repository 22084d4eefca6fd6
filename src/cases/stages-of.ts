import type { Day } from '../law/dates.ts';
import type { AnyCaseFile, CaseFile } from './case-file.ts';
import { stagesOfAct } from './stages-of-act.ts';

/** 阶段 on the time line of a case. */
export interface Stage {
  id: string;
  name: string;
  state: 'done' | 'current' | 'todo' | 'skipped';
  date?: Day;
}

export type StageEntry = [id: string, name: string, fact: StageFact];

/** What the product's own tables know better than the papers: the passed review and the signature. */
export interface StageDays {
  reviewPassedOn?: Day;
  signedOn?: Day;
}

/** The day on which a stage was done, or that it is not due; `undefined` while the file shows neither. */
export type StageFact = Day | 'skipped' | undefined;

/**
 * The stages in the order of the procedure: for penalties the eight of an ordinary one. A stage is done only when the file shows its day,
 * skipped only when the file shows that it is not due; the first open stage after the last done one is current.
 */
export function stagesOf(file: AnyCaseFile, days: StageDays = {}): Stage[] {
  const list = file.action === 'penalty' ? stagesOfPenalty(file, days) : stagesOfAct(file);
  const lastDone = list.findLastIndex(([, , fact]) => fact !== undefined && fact !== 'skipped');
  const current = list.findIndex(([, , fact], index) => index > lastDone && fact === undefined);
  return list.map(([id, name, fact], index) => ({
    id,
    name,
    state: fact === 'skipped' ? 'skipped' : fact ? 'done' : index === current ? 'current' : 'todo',
    ...(fact && fact !== 'skipped' ? { date: fact } : {}),
  }));
}

function stagesOfPenalty(file: CaseFile, days: StageDays): StageEntry[] {
  return [
    ['filing', '立案', filing(file)],
    ['investigation', '调查', file.closingReport?.date],
    ['notice', '告知', last(file.priorNotices?.map((notice) => notice.servedOn))],
    ['hearing', '听证', hearing(file)],
    ['review', '法制审核', review(file, days)],
    ['decision', '决定', days.signedOn ?? (file.decision?.draft ? undefined : file.decision?.date)],
    ['service', '送达', service(file)],
    ['archiving', '归档', file.performance?.archivedOn],
  ];
}

function filing(file: CaseFile): StageFact {
  return file.filing?.approvedOn ?? (file.procedure === 'summary' ? 'skipped' : undefined);
}

function hearing(file: CaseFile): StageFact {
  const { hearing } = file;
  if (hearing?.heldOn) return hearing.heldOn;
  const notDue = hearing?.requested === false || hearing?.waivedOn !== undefined || hearing?.held === false;
  return notDue || file.procedure === 'summary' ? 'skipped' : undefined;
}

function review(file: CaseFile, days: StageDays): StageFact {
  if (days.reviewPassedOn) return days.reviewPassedOn;
  const { review } = file;
  const passed = review?.conclusion === 'agree' || review?.conclusion === 'agree-with-advice';
  if (passed && review?.signedOn) return review.signedOn;
  return file.procedure === 'summary' ? 'skipped' : undefined;
}

function service(file: CaseFile): StageFact {
  return last(file.services?.filter((entry) => entry.of === 'decision').map((entry) => entry.servedOn));
}

function last(days: (Day | undefined)[] | undefined): Day | undefined {
  return days
    ?.filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
