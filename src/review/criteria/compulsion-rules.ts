import type { Rule } from '../rules/rule.ts';
import { approvedBefore } from './compulsion/approved-before.ts';
import { basisOfCompulsion } from './compulsion/basis-of-compulsion.ts';
import { costsBorne } from './compulsion/costs-borne.ts';
import { courtApplicationInTime } from './compulsion/court-application-in-time.ts';
import { demandBeforeExecution } from './compulsion/demand-before-execution.ts';
import { demolitionAfterRemedies } from './compulsion/demolition-after-remedies.ts';
import { executionDecision } from './compulsion/execution-decision.ts';
import { executionTime } from './compulsion/execution-time.ts';
import { freezingTerms } from './compulsion/freezing-terms.ts';
import { objectsWithinScope } from './compulsion/objects-within-scope.ts';
import { powerNotDelegated } from './compulsion/power-not-delegated.ts';
import { presentToldRecorded } from './compulsion/present-told-recorded.ts';
import { releasedInTime } from './compulsion/released-in-time.ts';
import { seizureDecisionAndList } from './compulsion/seizure-decision-and-list.ts';
import { seizurePeriod } from './compulsion/seizure-period.ts';
import { substituteSteps } from './compulsion/substitute-steps.ts';
import { surchargeCapped } from './compulsion/surcharge-capped.ts';
import { twoOfficersForMeasure } from './compulsion/two-officers-for-measure.ts';

/** 行政强制, in the order of the catalogue. */
export const compulsionRules: Rule<never>[] = [
  basisOfCompulsion,
  powerNotDelegated,
  approvedBefore,
  twoOfficersForMeasure,
  presentToldRecorded,
  seizureDecisionAndList,
  seizurePeriod,
  objectsWithinScope,
  releasedInTime,
  freezingTerms,
  demandBeforeExecution,
  executionDecision,
  executionTime,
  demolitionAfterRemedies,
  surchargeCapped,
  substituteSteps,
  courtApplicationInTime,
  costsBorne,
];
