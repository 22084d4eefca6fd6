import type { Rule } from '../rules/rule.ts';
import { crimeSigns } from './referral/crime-signs.ts';
import { criminalThreshold } from './referral/criminal-threshold.ts';
import { handledAfterRefusal } from './referral/handled-after-refusal.ts';
import { handoverAfterFiling } from './referral/handover-after-filing.ts';
import { noPenaltyInstead } from './referral/no-penalty-instead.ts';
import { officialClue } from './referral/official-clue.ts';
import { policeAnswer } from './referral/police-answer.ts';
import { reasonableSuspicion } from './referral/reasonable-suspicion.ts';
import { referralInTime } from './referral/referral-in-time.ts';
import { referralMaterials } from './referral/referral-materials.ts';
import { referralReport } from './referral/referral-report.ts';
import { refusalChallenge } from './referral/refusal-challenge.ts';
import { refusalReasons } from './referral/refusal-reasons.ts';
import { seizedPropertyMoved } from './referral/seized-property-moved.ts';

/** 涉嫌犯罪移送. A rule that reads another rule's answer stands after it. */
export const referralRules: Rule<never>[] = [
  criminalThreshold,
  crimeSigns,
  referralReport,
  referralInTime,
  refusalReasons,
  referralMaterials,
  noPenaltyInstead,
  policeAnswer,
  refusalChallenge,
  handoverAfterFiling,
  seizedPropertyMoved,
  officialClue,
  reasonableSuspicion,
  handledAfterRefusal,
];
