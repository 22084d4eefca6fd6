import type { Reader } from './reader.ts';
import { acts } from './readers/acts.ts';
import { addressConfirmation } from './readers/address-confirmation.ts';
import { caseHead } from './readers/case-head.ts';
import { circumstances } from './readers/circumstances.ts';
import { closingReport } from './readers/closing-report.ts';
import { closure } from './readers/closure.ts';
import { compulsion } from './readers/compulsion.ts';
import { correctionOrder } from './readers/correction-order.ts';
import { decision } from './readers/decision.ts';
import { decisionApproval } from './readers/decision-approval.ts';
import { defence } from './readers/defence.ts';
import { deferral } from './readers/deferral.ts';
import { discussion } from './readers/discussion.ts';
import { education } from './readers/education.ts';
import { evidenceCollected } from './readers/evidence-collected.ts';
import { evidenceList } from './readers/evidence-list.ts';
import { evidenceObtained } from './readers/evidence-obtained.ts';
import { expertOpinion } from './readers/expert-opinion.ts';
import { filing } from './readers/filing.ts';
import { hearingNotice } from './readers/hearing-notice.ts';
import { hearingRecord } from './readers/hearing-record.ts';
import { lateFine } from './readers/late-fine.ts';
import { noReferral } from './readers/no-referral.ts';
import { officers } from './readers/officers.ts';
import { onTheSpot } from './readers/on-the-spot.ts';
import { onTheSpotDecision } from './readers/on-the-spot-decision.ts';
import { paidAtBank } from './readers/paid-at-bank.ts';
import { papersStates } from './readers/papers-states.ts';
import { party } from './readers/party.ts';
import { paymentAndRemedies } from './readers/payment-and-remedies.ts';
import { preservation } from './readers/preservation.ts';
import { priorNotice } from './readers/prior-notice.ts';
import { proofOfService } from './readers/proof-of-service.ts';
import { publicityTold } from './readers/publicity-told.ts';
import { receipt } from './readers/receipt.ts';
import { receiptAtFoot } from './readers/receipt-at-foot.ts';
import { recordingsIndex } from './readers/recordings-index.ts';
import { referral } from './readers/referral.ts';
import { review } from './readers/review.ts';
import { serviceAnnouncement } from './readers/service-announcement.ts';
import { timeLimit } from './readers/time-limit.ts';
import { toldInDecision } from './readers/told-in-decision.ts';
import { violation } from './readers/violation.ts';

/** Every reader by rules. The order is of no account: which paper prevails is settled in `settle-facts.ts`. */
export const READERS: readonly Reader[] = [
  party,
  papersStates,
  caseHead,
  officers,
  acts,
  filing,
  correctionOrder,
  preservation,
  compulsion,
  closingReport,
  education,
  evidenceList,
  evidenceCollected,
  evidenceObtained,
  expertOpinion,
  proofOfService,
  receipt,
  receiptAtFoot,
  noReferral,
  recordingsIndex,
  referral,
  timeLimit,
  lateFine,
  serviceAnnouncement,
  priorNotice,
  closure,
  defence,
  deferral,
  onTheSpot,
  addressConfirmation,
  toldInDecision,
  hearingNotice,
  hearingRecord,
  review,
  discussion,
  decisionApproval,
  decision,
  violation,
  onTheSpotDecision,
  paymentAndRemedies,
  paidAtBank,
  publicityTold,
  circumstances,
];
