import type { Day } from '../law/dates.ts';
import type { CaseFile } from './case-file.ts';

/** 阶段 on the time line of a case. */
export interface Stage {
  id: 'filing' | 'investigation' | 'notice' | 'hearing' | 'review' | 'decision' | 'service' | 'archiving';
  name: string;
  state: 'done' | 'current' | 'todo' | 'skipped';
  date?: Day;
}

/** What the product's own tables know better than the papers: the passed review and the signature. */
export interface StageDays {
  reviewPassedOn?: Day;
  signedOn?: Day;
}

type Fact = Day | 'skipped' | undefined;

/**
 * The eight stages in the order of an ordinary procedure. A stage is done only when the file shows its day,
 * skipped only when the file shows that it is not due; the first open stage after the last done one is current.
 */
export function stagesOf(file: CaseFile, days: StageDays = {}): Stage[] {
  const list: [Stage['id'], string, Fact][] = [
    ['filing', '立案', filing(file)],
    ['investigation', '调查', file.closingReport?.date],
    ['notice', '告知', last(file.priorNotices?.map((notice) => notice.servedOn))],
    ['hearing', '听证', hearing(file)],
    ['review', '法制审核', review(file, days)],
    ['decision', '决定', days.signedOn ?? (file.decision?.draft ? undefined : file.decision?.date)],
    ['service', '送达', service(file)],
    ['archiving', '归档', file.performance?.archivedOn],
  ];
  const lastDone = list.findLastIndex(([, , fact]) => fact !== undefined && fact !== 'skipped');
  const current = list.findIndex(([, , fact], index) => index > lastDone && fact === undefined);
  return list.map(([id, name, fact], index) => ({
    id,
    name,
    state: fact === 'skipped' ? 'skipped' : fact ? 'done' : index === current ? 'current' : 'todo',
    ...(fact && fact !== 'skipped' ? { date: fact } : {}),
  }));
}

function filing(file: CaseFile): Fact {
  return file.filing?.approvedOn ?? (file.procedure === 'summary' ? 'skipped' : undefined);
}

function hearing(file: CaseFile): Fact {
  const { hearing } = file;
  if (hearing?.heldOn) return hearing.heldOn;
  const notDue = hearing?.requested === false || hearing?.waivedOn !== undefined || hearing?.held === false;
  return notDue || file.procedure === 'summary' ? 'skipped' : undefined;
}

function review(file: CaseFile, days: StageDays): Fact {
  if (days.reviewPassedOn) return days.reviewPassedOn;
  const { review } = file;
  const passed = review?.conclusion === 'agree' || review?.conclusion === 'agree-with-advice';
  if (passed && review?.signedOn) return review.signedOn;
  return file.procedure === 'summary' ? 'skipped' : undefined;
}

function service(file: CaseFile): Fact {
  return last(file.services?.filter((entry) => entry.of === 'decision').map((entry) => entry.servedOn));
}

function last(days: (Day | undefined)[] | undefined): Day | undefined {
  return days
    ?.filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
