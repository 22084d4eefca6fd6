import { ageOfParty } from './criteria/body/age-of-party.ts';
import { authorisedByLaw } from './criteria/body/authorised-by-law.ts';
import { entrustmentInWriting } from './criteria/body/entrustment-in-writing.ts';
import { inPrincipalsName } from './criteria/body/in-principals-name.ts';
import { listedBody } from './criteria/body/listed-body.ts';
import { namesAgree } from './criteria/body/names-agree.ts';
import { partyIdentified } from './criteria/body/party-identified.ts';
import { townDelegation } from './criteria/body/town-delegation.ts';
import { itemOnList } from './criteria/competence/item-on-list.ts';
import { levelJurisdiction } from './criteria/competence/level-jurisdiction.ts';
import { reservedPowers } from './criteria/competence/reserved-powers.ts';
import { territorialJurisdiction } from './criteria/competence/territorial-jurisdiction.ts';
import { agencyAndDateStated } from './criteria/documents/agency-and-date-stated.ts';
import { agencySeal } from './criteria/documents/agency-seal.ts';
import { amountInCapitals } from './criteria/documents/amount-in-capitals.ts';
import { documentNumber } from './criteria/documents/document-number.ts';
import { factsAndEvidenceStated } from './criteria/documents/facts-and-evidence-stated.ts';
import { noticeMatchesDecision } from './criteria/documents/notice-matches-decision.ts';
import { partyNamed } from './criteria/documents/party-named.ts';
import { performanceStated } from './criteria/documents/performance-stated.ts';
import { proofOfService } from './criteria/documents/proof-of-service.ts';
import { remediesCorrect } from './criteria/documents/remedies-correct.ts';
import { remediesCorrect1999 } from './criteria/documents/remedies-correct-1999.ts';
import { remediesStated } from './criteria/documents/remedies-stated.ts';
import { requiredPapers } from './criteria/documents/required-papers.ts';
import { reviewOpinion } from './criteria/documents/review-opinion.ts';
import { signedByPerson } from './criteria/documents/signed-by-person.ts';
import { typesAndBasisStated } from './criteria/documents/types-and-basis-stated.ts';
import { basesProved } from './criteria/evidence/bases-proved.ts';
import { closingReport } from './criteria/evidence/closing-report.ts';
import { copiesVerified } from './criteria/evidence/copies-verified.ts';
import { elementsProved } from './criteria/evidence/elements-proved.ts';
import { evidenceBeforeDecision } from './criteria/evidence/evidence-before-decision.ts';
import { gainsDetermined } from './criteria/evidence/gains-determined.ts';
import { inspectionRecord } from './criteria/evidence/inspection-record.ts';
import { interviewSignatures } from './criteria/evidence/interview-signatures.ts';
import { lawfulEvidence } from './criteria/evidence/lawful-evidence.ts';
import { limitation } from './criteria/evidence/limitation.ts';
import { monitoringEquipment } from './criteria/evidence/monitoring-equipment.ts';
import { articleNumbersCurrent } from './criteria/law-and-discretion/article-numbers-current.ts';
import { basisLevel } from './criteria/law-and-discretion/basis-level.ts';
import { benchmarkValid } from './criteria/law-and-discretion/benchmark-valid.ts';
import { benchmarkWithinStatute } from './criteria/law-and-discretion/benchmark-within-statute.ts';
import { citationsInForce } from './criteria/law-and-discretion/citations-in-force.ts';
import { deviationApproved } from './criteria/law-and-discretion/deviation-approved.ts';
import { fineAmount } from './criteria/law-and-discretion/fine-amount.ts';
import { fineInTier } from './criteria/law-and-discretion/fine-in-tier.ts';
import { fineMultiple } from './criteria/law-and-discretion/fine-multiple.ts';
import { harmlessViolation } from './criteria/law-and-discretion/harmless-violation.ts';
import { mandatoryPenalties } from './criteria/law-and-discretion/mandatory-penalties.ts';
import { mitigationApplied } from './criteria/law-and-discretion/mitigation-applied.ts';
import { mitigationGrounded } from './criteria/law-and-discretion/mitigation-grounded.ts';
import { noRepealedNorm } from './criteria/law-and-discretion/no-repealed-norm.ts';
import { noSecondFine } from './criteria/law-and-discretion/no-second-fine.ts';
import { oldAndNewLaw } from './criteria/law-and-discretion/old-and-new-law.ts';
import { penaltyTypes } from './criteria/law-and-discretion/penalty-types.ts';
import { pinpointCitations } from './criteria/law-and-discretion/pinpoint-citations.ts';
import { tierMatchesFacts } from './criteria/law-and-discretion/tier-matches-facts.ts';
import { certificatesShown } from './criteria/officers/certificates-shown.ts';
import { onePlaceAtATime } from './criteria/officers/one-place-at-a-time.ts';
import { presidingOfficer } from './criteria/officers/presiding-officer.ts';
import { recusal } from './criteria/officers/recusal.ts';
import { reviewerApart } from './criteria/officers/reviewer-apart.ts';
import { reviewerQualified } from './criteria/officers/reviewer-qualified.ts';
import { twoOfficers } from './criteria/officers/two-officers.ts';
import { validCertificates } from './criteria/officers/valid-certificates.ts';
import { approvedByHead } from './criteria/procedure/approved-by-head.ts';
import { changesToldAgain } from './criteria/procedure/changes-told-again.ts';
import { collectiveDiscussion } from './criteria/procedure/collective-discussion.ts';
import { correctionOrdered } from './criteria/procedure/correction-ordered.ts';
import { decisionServed } from './criteria/procedure/decision-served.ts';
import { decisionServed1996 } from './criteria/procedure/decision-served-1996.ts';
import { defenceChecked } from './criteria/procedure/defence-checked.ts';
import { electronicService } from './criteria/procedure/electronic-service.ts';
import { filedInTime } from './criteria/procedure/filed-in-time.ts';
import { hearingHeldOnRequest } from './criteria/procedure/hearing-held-on-request.ts';
import { hearingNotice } from './criteria/procedure/hearing-notice.ts';
import { hearingNotice1996 } from './criteria/procedure/hearing-notice-1996.ts';
import { hearingRecordSigned } from './criteria/procedure/hearing-record-signed.ts';
import { hearingRequestPeriod } from './criteria/procedure/hearing-request-period.ts';
import { hearingRequestPeriod1996 } from './criteria/procedure/hearing-request-period-1996.ts';
import { hearingRightTold } from './criteria/procedure/hearing-right-told.ts';
import { ninetyDays } from './criteria/procedure/ninety-days.ts';
import { notHeavierAfterDefence } from './criteria/procedure/not-heavier-after-defence.ts';
import { noticeBeforeDecision } from './criteria/procedure/notice-before-decision.ts';
import { orderOfSteps } from './criteria/procedure/order-of-steps.ts';
import { preservationDisposed } from './criteria/procedure/preservation-disposed.ts';
import { preservationDisposed1996 } from './criteria/procedure/preservation-disposed-1996.ts';
import { publicNoticeSixtyDays } from './criteria/procedure/public-notice-sixty-days.ts';
import { publicNoticeThirtyDays } from './criteria/procedure/public-notice-thirty-days.ts';
import { retainedService } from './criteria/procedure/retained-service.ts';
import { reviewDone2018 } from './criteria/procedure/review-done-2018.ts';
import { reviewPassed } from './criteria/procedure/review-passed.ts';
import { rightsTold } from './criteria/procedure/rights-told.ts';
import { servedLawfully } from './criteria/procedure/served-lawfully.ts';
import { criminalThreshold } from './criteria/referral/criminal-threshold.ts';
import { noPenaltyInstead } from './criteria/referral/no-penalty-instead.ts';
import { referralInTime } from './criteria/referral/referral-in-time.ts';
import { referralMaterials } from './criteria/referral/referral-materials.ts';
import { referralReport } from './criteria/referral/referral-report.ts';
import { refusalReasons } from './criteria/referral/refusal-reasons.ts';
import type { Rule } from './rule.ts';

/**
 * The rule book, in the order of the eight criteria. A rule that reads another rule's answer stands after it.
 */
export const RULES: Rule<never>[] = [
  // 1 主体合法
  listedBody,
  entrustmentInWriting,
  inPrincipalsName,
  authorisedByLaw,
  townDelegation,
  namesAgree,
  partyIdentified,
  ageOfParty,
  // 2 执法资格
  twoOfficers,
  validCertificates,
  certificatesShown,
  recusal,
  presidingOfficer,
  reviewerApart,
  reviewerQualified,
  onePlaceAtATime,
  // 3 程序合法
  filedInTime,
  ninetyDays,
  noticeBeforeDecision,
  rightsTold,
  defenceChecked,
  notHeavierAfterDefence,
  changesToldAgain,
  hearingRightTold,
  hearingRequestPeriod,
  hearingRequestPeriod1996,
  hearingNotice,
  hearingNotice1996,
  hearingHeldOnRequest,
  hearingRecordSigned,
  reviewPassed,
  reviewDone2018,
  orderOfSteps,
  collectiveDiscussion,
  approvedByHead,
  decisionServed,
  decisionServed1996,
  servedLawfully,
  retainedService,
  publicNoticeThirtyDays,
  publicNoticeSixtyDays,
  electronicService,
  preservationDisposed,
  preservationDisposed1996,
  correctionOrdered,
  // 4 事实清楚、证据合法充分
  elementsProved,
  lawfulEvidence,
  copiesVerified,
  interviewSignatures,
  inspectionRecord,
  monitoringEquipment,
  limitation,
  gainsDetermined,
  basesProved,
  evidenceBeforeDecision,
  closingReport,
  // 5 适用法律准确、裁量适当
  citationsInForce,
  noRepealedNorm,
  oldAndNewLaw,
  basisLevel,
  pinpointCitations,
  penaltyTypes,
  fineAmount,
  fineMultiple,
  mandatoryPenalties,
  noSecondFine,
  harmlessViolation,
  mitigationApplied,
  benchmarkValid,
  tierMatchesFacts,
  fineInTier,
  deviationApproved,
  benchmarkWithinStatute,
  mitigationGrounded,
  articleNumbersCurrent,
  // 6 未超越法定权限
  territorialJurisdiction,
  levelJurisdiction,
  itemOnList,
  reservedPowers,
  // 7 文书完备规范
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
  // 8 涉嫌犯罪移送
  criminalThreshold,
  referralReport,
  referralInTime,
  refusalReasons,
  referralMaterials,
  noPenaltyInstead,
];
