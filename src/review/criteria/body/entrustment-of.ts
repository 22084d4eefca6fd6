import type { CaseFile } from '../../../cases/case-file.ts';
import { type Answer, notApplicable, unclear } from '../../rules/rule.ts';

export type Entrustment = NonNullable<CaseFile['entrustment']>;

/** The entrustment; an Answer when the agency acts itself, or when the file does not say. */
export function entrustmentOf({ entrustment, agency }: CaseFile): Entrustment | Answer {
  if (entrustment) return entrustment;
  if (agency.kind === 'administrative' || agency.kind === 'authorised') {
    return notApplicable('处罚由行政机关或者授权组织自行实施，没有委托。', ['agency.kind']);
  }
  return agency.kind === 'entrusted'
    ? unclear('由受委托组织实施处罚，但案卷没有委托书。', ['委托书'], ['agency.kind'])
    : unclear('案卷未载明处罚由机关自行实施还是委托实施。', ['执法主体类型']);
}
