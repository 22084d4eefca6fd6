import type { Rule } from '../rules/rule.ts';
import { decidedInTime } from './licence/decided-in-time.ts';
import { decidedOnRecord } from './licence/decided-on-record.ts';
import { documentIssued } from './licence/document-issued.ts';
import { grantPublished } from './licence/grant-published.ts';
import { hearingSteps } from './licence/hearing-steps.ts';
import { noExtraConditions } from './licence/no-extra-conditions.ts';
import { refusalReasoned } from './licence/refusal-reasoned.ts';
import { renewalInTime } from './licence/renewal-in-time.ts';
import { settingNorm } from './licence/setting-norm.ts';
import { supplementsTold } from './licence/supplements-told.ts';
import { thirdPartiesHeard } from './licence/third-parties-heard.ts';
import { twoVerifiers } from './licence/two-verifiers.ts';
import { withdrawalGrounded } from './licence/withdrawal-grounded.ts';

/** 行政许可, in the order of the catalogue. */
export const licenceRules: Rule<never>[] = [
  settingNorm,
  supplementsTold,
  decidedInTime,
  twoVerifiers,
  thirdPartiesHeard,
  hearingSteps,
  decidedOnRecord,
  refusalReasoned,
  documentIssued,
  noExtraConditions,
  withdrawalGrounded,
  renewalInTime,
  grantPublished,
];
