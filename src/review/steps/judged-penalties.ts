import type { CaseFile } from '../../cases/case-file.ts';
import type { Penalty } from '../../law/sanction.ts';
import { type Answer, notApplicable, unclear } from '../rules/rule.ts';

/** The penalties under review, with the path they stand at and the word for them. */
export interface JudgedPenalties {
  of: 'decision' | 'proposal';
  path: string;
  name: string;
  penalties: Penalty[];
  grade?: NonNullable<CaseFile['proposal']>['grade'];
  gradePath: string;
}

/**
 * The decision's penalties; before there is a decision, the proposal's. An existing decision whose penalties are
 * not known is never replaced by the proposal.
 */
export function judgedPenalties(file: CaseFile): JudgedPenalties | Answer {
  const { decision, proposal } = file;
  if (decision) {
    if (decision.result && decision.result !== 'penalty') {
      return notApplicable('本案决定没有给予行政处罚。', ['decision.result']);
    }
    if (!decision.penalties?.length) {
      return unclear('需要核对决定的处罚种类和金额，案卷没有载明。', ['决定的处罚种类和金额'], ['decision']);
    }
    const { penalties, grade } = decision;
    return {
      of: 'decision',
      path: 'decision.penalties',
      name: '决定',
      penalties,
      grade,
      gradePath: 'decision.grade',
    };
  }
  if (!proposal) return notApplicable('尚未作出决定，也尚未提出拟处罚意见。');
  if (proposal.result === 'no-penalty') {
    return notApplicable('拟处理意见不给予行政处罚。', ['proposal.result']);
  }
  if (proposal.penalties.length === 0) {
    return unclear('需要核对拟处罚的种类和金额，案卷没有载明。', ['拟处罚的种类和金额'], ['proposal']);
  }
  const { penalties, grade } = proposal;
  return {
    of: 'proposal',
    path: 'proposal.penalties',
    name: '拟处罚',
    penalties,
    grade,
    gradePath: 'proposal.grade',
  };
}
