import type { CaseFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';

type Paper = NonNullable<CaseFile['papers']>[number];

/** The day on which a paper was made: its own date, else that of the step whose paper it is. */
export function paperDay(file: CaseFile, paper: Paper): Day | undefined {
  if (paper.date) return paper.date;
  const steps = stepsOf(file);
  const own = steps.find((step) => step.paper === paper.id)?.day;
  if (own) return own;
  const alone = file.papers?.filter(({ kind }) => kind === paper.kind).length === 1;
  const ofKind = steps.filter(({ kinds }) => kinds?.includes(paper.kind));
  return alone && ofKind.length === 1 ? ofKind[0]!.day : undefined;
}

interface Step {
  paper?: string | undefined;
  day?: Day | undefined;
  /** Kinds of paper of which the step has just one. */
  kinds?: Paper['kind'][];
}

function stepsOf(file: CaseFile): Step[] {
  const { filing, correctionOrder, closingReport, defence, hearing, review, discussion, approval } = file;
  return [
    { paper: filing?.paper, day: filing?.approvedOn },
    { paper: correctionOrder?.paper, day: correctionOrder?.issuedOn },
    { paper: closingReport?.paper, day: closingReport?.date },
    { paper: defence?.paper, day: defence?.checkedOn ?? defence?.submittedOn },
    { paper: hearing?.paper, day: hearing?.heldOn ?? hearing?.toldOn },
    { paper: review?.paper, day: review?.signedOn ?? review?.submittedOn },
    { paper: discussion?.paper, day: discussion?.heldOn },
    { paper: approval?.paper, day: approval?.approvedOn },
    {
      paper: file.decision?.paper,
      day: file.decision?.date,
      kinds: ['decision', 'no-penalty-decision'],
    },
    { paper: file.education?.paper, day: file.education?.doneOn },
    ...(file.priorNotices ?? []).map(
      ({ paper, date, servedOn }): Step => ({ paper, day: date ?? servedOn, kinds: ['prior-notice'] }),
    ),
    ...(file.acts ?? []).map(({ paper, date, startedAt }) => ({
      paper,
      day: date ?? startedAt?.slice(0, 10),
    })),
    ...(file.preservation ?? []).map(({ paper, takenOn }) => ({ paper, day: takenOn })),
    ...(file.services ?? []).map(({ paper, servedOn }) => ({ paper, day: servedOn })),
  ];
}
