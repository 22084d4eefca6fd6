import type { Rule } from '../rule.ts';
import { crimeSigns } from './referral/crime-signs.ts';
import { criminalThreshold } from './referral/criminal-threshold.ts';
import { noPenaltyInstead } from './referral/no-penalty-instead.ts';
import { referralInTime } from './referral/referral-in-time.ts';
import { referralMaterials } from './referral/referral-materials.ts';
import { referralReport } from './referral/referral-report.ts';
import { refusalReasons } from './referral/refusal-reasons.ts';

/** 涉嫌犯罪移送. A rule that reads another rule's answer stands after it. */
export const referralRules: Rule<never>[] = [
  criminalThreshold,
  crimeSigns,
  referralReport,
  referralInTime,
  refusalReasons,
  referralMaterials,
  noPenaltyInstead,
];
