import type { Rule } from '../rules/rule.ts';
import { agencyAndDateStated } from './documents/agency-and-date-stated.ts';
import { agencySeal } from './documents/agency-seal.ts';
import { amountInCapitals } from './documents/amount-in-capitals.ts';
import { datesWellFormed } from './documents/dates-well-formed.ts';
import { documentNumber } from './documents/document-number.ts';
import { factsAndEvidenceStated } from './documents/facts-and-evidence-stated.ts';
import { noBlanks } from './documents/no-blanks.ts';
import { noticeMatchesDecision } from './documents/notice-matches-decision.ts';
import { partyNamed } from './documents/party-named.ts';
import { paymentTold } from './documents/payment-told.ts';
import { performanceStated } from './documents/performance-stated.ts';
import { proofOfService } from './documents/proof-of-service.ts';
import { publicVersionMasked } from './documents/public-version-masked.ts';
import { publicityTold } from './documents/publicity-told.ts';
import { reconsiderationFirst } from './documents/reconsideration-first.ts';
import { remediesCorrect } from './documents/remedies-correct.ts';
import { remediesCorrect1999 } from './documents/remedies-correct-1999.ts';
import { remediesStated } from './documents/remedies-stated.ts';
import { requiredPapers } from './documents/required-papers.ts';
import { reviewOpinion } from './documents/review-opinion.ts';
import { signedByPerson } from './documents/signed-by-person.ts';
import { submissionComplete } from './documents/submission-complete.ts';
import { typesAndBasisStated } from './documents/types-and-basis-stated.ts';

/** 文书完备规范. A rule that reads another rule's answer stands after it. */
export const documentRules: Rule<never>[] = [
  partyNamed,
  factsAndEvidenceStated,
  typesAndBasisStated,
  performanceStated,
  remediesStated,
  agencyAndDateStated,
  agencySeal,
  remediesCorrect,
  remediesCorrect1999,
  documentNumber,
  amountInCapitals,
  requiredPapers,
  proofOfService,
  noticeMatchesDecision,
  reviewOpinion,
  signedByPerson,
  reconsiderationFirst,
  datesWellFormed,
  submissionComplete,
  publicVersionMasked,
  noBlanks,
  paymentTold,
  publicityTold,
];
