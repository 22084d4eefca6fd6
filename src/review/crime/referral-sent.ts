import { type Answer, type Context, notApplicable } from '../rules/rule.ts';
import type { Referral } from './referral-due.ts';

/** A referral that has gone to the police; the steps after it are asked of such a case alone. */
export function referralSent({ file: { referral } }: Pick<Context, 'file'>): Referral | Answer {
  if (!referral?.sentAt) return notApplicable('案卷没有移送公安机关的记载。', ['referral.sentAt']);
  return referral.sentTo === 'procuratorate' || referral.sentTo === 'supervision'
    ? notApplicable('案件没有移送公安机关，移送的是其他机关。', ['referral.sentTo'])
    : referral;
}
