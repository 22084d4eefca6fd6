import type { CaseFile } from '../../cases/case-file.ts';
import { type Answer, notApplicable, unclear } from '../rules/rule.ts';
import { beforeDecision } from './decision-day.ts';

export type Decision = NonNullable<CaseFile['decision']>;

/** The penalty decision whose text is under review; an Answer where there is none, or none with a penalty. */
export function penaltyDecision(file: CaseFile): Decision | Answer {
  const { decision } = file;
  if (!decision) {
    return beforeDecision(file)
      ? notApplicable('尚未作出决定。')
      : unclear('案卷表明已经作出决定，决定书的内容没有录入。', ['决定书的内容'], ['decision']);
  }
  if (decision.result && decision.result !== 'penalty') {
    return notApplicable('本案决定没有给予行政处罚。', ['decision.result']);
  }
  if (!decision.result && !decision.penalties?.length) {
    return unclear('需要知道决定的结果，案卷没有载明。', ['决定的结果'], ['decision']);
  }
  return decision;
}

/** The same for an ordinary procedure: an on-the-spot decision has contents of its own (行政处罚法 52). */
export function ordinaryDecision(file: CaseFile): Decision | Answer {
  return file.procedure === 'summary'
    ? notApplicable('当场决定书的内容另有规定。', ['procedure'])
    : penaltyDecision(file);
}

/** What the decision paper says, when its whole text is in the file; an extract or a published notice is not it. */
export function decisionText(file: CaseFile): string | undefined {
  const { paper } = file.decision ?? {};
  return file.papers?.find((entry) => entry.id === paper && entry.kind === 'decision')?.text;
}
