import type { CaseFile } from '../cases/case-file.ts';

/** Where a trace of a referral can stand. */
export const TRACES = [
  'referral.considered',
  'referral.reason',
  'referral.sentAt',
  'referral.approved',
  'referral.refusalReason',
];

/** What shows that somebody weighed a referral: the transfer, a reasoned finding, or a reasoned refusal. */
export function referralTrace(referral: CaseFile['referral']): string | undefined {
  if (referral?.sentAt) return '已移送';
  if (referral?.considered && referral.reason) return '已审查是否移送并写明理由';
  return referral?.approved === false && referral.refusalReason
    ? '负责人决定不移送，理由已记录在案'
    : undefined;
}
