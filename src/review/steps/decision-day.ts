import type { CaseFile } from '../../cases/case-file.ts';
import type { Day } from '../../law/dates.ts';
import { type Answer, isAnswer, notApplicable, unclear } from '../rules/rule.ts';

/**
 * The day of the decision. Not applicable while the case stands before it (no decision, or a draft without a date);
 * unclear when later steps show that it was made but its day is not known. A dated draft counts with its planned day.
 */
export function decisionDay(file: CaseFile): Day | Answer {
  const { decision } = file;
  if (decision?.date) return decision.date;
  if (beforeDecision(file)) {
    return notApplicable('案件尚未作出决定，本项待作出决定时再审查。');
  }
  return unclear('案卷表明已经作出决定，但未载明决定日期。', ['决定日期']);
}

/** No decision yet, or only a draft of one, and no later step that shows it was made. */
export function beforeDecision(file: CaseFile): boolean {
  return (!file.decision || file.decision.draft === true) && !laterStep(file);
}

/** Nothing has been proposed, notified, reviewed, approved or decided: the case is still being investigated. */
export function beforeProposal(file: CaseFile): boolean {
  const { proposal, priorNotices, review, approval, decision } = file;
  return !decision && beforeDecision(file) && !proposal && !priorNotices?.length && !review && !approval;
}

function laterStep({ services, performance }: CaseFile): boolean {
  return (
    services?.some((service) => service.of === 'decision') === true ||
    [performance?.paidOn, performance?.enforcedOn, performance?.closedOn].some(Boolean)
  );
}

/** The day to judge by: the decision's, or `today` while there is none; unclear when it was made on an unknown day. */
export function judgedDay(file: CaseFile, today: Day): Day | Answer {
  const day = decisionDay(file);
  return isAnswer(day) && day.answer === 'not-applicable' ? today : day;
}
