import type { CaseFile } from '../../cases/case-file.ts';
import { type Answer, type Context, isAnswer, notApplicable, unclear } from '../rules/rule.ts';
import { criminalState } from './criminal-state.ts';
import { reasonAdmitting } from './referral-trace.ts';

export type Referral = NonNullable<CaseFile['referral']>;
export const TRANSFER_RULES = '行政执法机关移送涉嫌犯罪案件的规定';
/** First day of the 2020 text; the periods and steps stood in the text of 2001 alike. */
export const TRANSFER_FROM = '2001-07-09';

/**
 * The referral of a case that is to be referred, or has been: an Answer where nobody has reason to refer it.
 * Somebody's reasoned finding that there is no suspicion ends the question; an open comparison does not.
 */
export function referralDue(context: Context): Referral | Answer {
  const { referral } = context.file;
  const paths = ['referral'];
  if (referral?.suspected === true || referral?.decidedOn || referral?.decidedAt || referral?.sentAt)
    return referral;
  if (reasonAdmitting(referral)) return referral ?? {};
  if (referral?.suspected === false && referral.reason) {
    return notApplicable('经审查认为不涉嫌犯罪，已写明理由。', ['referral.suspected', 'referral.reason']);
  }
  const state = criminalState(context);
  if (isAnswer(state)) return state;
  if (state.state === 'none') return notApplicable(`${state.hits.join('；')}。`, state.paths);
  if (state.state === 'below') return notApplicable('没有达到刑事立案追诉标准。', state.paths);
  if (state.state === 'reached') return referral ?? {};
  return unclear(
    '是否涉嫌犯罪尚不能确定。',
    state.missing.length > 0 ? state.missing : ['是否涉嫌犯罪的审查结论'],
    [...paths, ...state.paths],
  );
}
