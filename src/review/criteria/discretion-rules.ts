import type { Rule } from '../rules/rule.ts';
import { articleNumbersCurrent } from './law-and-discretion/article-numbers-current.ts';
import { basisLevel } from './law-and-discretion/basis-level.ts';
import { benchmarkValid } from './law-and-discretion/benchmark-valid.ts';
import { benchmarkWithinStatute } from './law-and-discretion/benchmark-within-statute.ts';
import { citationsInForce } from './law-and-discretion/citations-in-force.ts';
import { criminalSetOff } from './law-and-discretion/criminal-set-off.ts';
import { deviationApproved } from './law-and-discretion/deviation-approved.ts';
import { educationGiven } from './law-and-discretion/education-given.ts';
import { fineAmount } from './law-and-discretion/fine-amount.ts';
import { fineInTier } from './law-and-discretion/fine-in-tier.ts';
import { fineMultiple } from './law-and-discretion/fine-multiple.ts';
import { firstViolation } from './law-and-discretion/first-violation.ts';
import { harmlessViolation } from './law-and-discretion/harmless-violation.ts';
import { heavierGrounded } from './law-and-discretion/heavier-grounded.ts';
import { higherFine } from './law-and-discretion/higher-fine.ts';
import { likeCasesDeviation } from './law-and-discretion/like-cases-deviation.ts';
import { localRegulationLimits } from './law-and-discretion/local-regulation-limits.ts';
import { mandatoryPenalties } from './law-and-discretion/mandatory-penalties.ts';
import { mitigationApplied } from './law-and-discretion/mitigation-applied.ts';
import { mitigationGrounded } from './law-and-discretion/mitigation-grounded.ts';
import { noFault } from './law-and-discretion/no-fault.ts';
import { noRepealedNorm } from './law-and-discretion/no-repealed-norm.ts';
import { noSecondFine } from './law-and-discretion/no-second-fine.ts';
import { oldAndNewBenchmark } from './law-and-discretion/old-and-new-benchmark.ts';
import { oldAndNewLaw } from './law-and-discretion/old-and-new-law.ts';
import { penaltyTypes } from './law-and-discretion/penalty-types.ts';
import { pinpointCitations } from './law-and-discretion/pinpoint-citations.ts';
import { reasonsStated } from './law-and-discretion/reasons-stated.ts';
import { ruleFineCap } from './law-and-discretion/rule-fine-cap.ts';
import { tierMatchesFacts } from './law-and-discretion/tier-matches-facts.ts';

/** 适用法律准确、裁量适当. A rule that reads another rule's answer stands after it. */
export const discretionRules: Rule<never>[] = [
  citationsInForce,
  noRepealedNorm,
  oldAndNewLaw,
  oldAndNewBenchmark,
  basisLevel,
  pinpointCitations,
  penaltyTypes,
  fineAmount,
  fineMultiple,
  mandatoryPenalties,
  noSecondFine,
  higherFine,
  harmlessViolation,
  firstViolation,
  noFault,
  educationGiven,
  mitigationApplied,
  benchmarkValid,
  tierMatchesFacts,
  fineInTier,
  deviationApproved,
  benchmarkWithinStatute,
  mitigationGrounded,
  heavierGrounded,
  reasonsStated,
  likeCasesDeviation,
  ruleFineCap,
  localRegulationLimits,
  criminalSetOff,
  articleNumbersCurrent,
];
