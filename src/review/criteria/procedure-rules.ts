import type { Rule } from '../rules/rule.ts';
import { actsRecorded } from './procedure/acts-recorded.ts';
import { approvedByHead } from './procedure/approved-by-head.ts';
import { archivedInTime } from './procedure/archived-in-time.ts';
import { changesToldAgain } from './procedure/changes-told-again.ts';
import { collectionOnTheSpot } from './procedure/collection-on-the-spot.ts';
import { collectionOnTheSpot1996 } from './procedure/collection-on-the-spot-1996.ts';
import { collectiveDiscussion } from './procedure/collective-discussion.ts';
import { correctionOrdered } from './procedure/correction-ordered.ts';
import { decisionFromRecord } from './procedure/decision-from-record.ts';
import { decisionServed } from './procedure/decision-served.ts';
import { decisionServed1996 } from './procedure/decision-served-1996.ts';
import { defenceChecked } from './procedure/defence-checked.ts';
import { defenceReply } from './procedure/defence-reply.ts';
import { deferralApproved } from './procedure/deferral-approved.ts';
import { electronicService } from './procedure/electronic-service.ts';
import { emergencyGrounded } from './procedure/emergency-grounded.ts';
import { filedInTime } from './procedure/filed-in-time.ts';
import { hearingAgents } from './procedure/hearing-agents.ts';
import { hearingFree } from './procedure/hearing-free.ts';
import { hearingHeldOnRequest } from './procedure/hearing-held-on-request.ts';
import { hearingNotice } from './procedure/hearing-notice.ts';
import { hearingNotice1996 } from './procedure/hearing-notice-1996.ts';
import { hearingOpen } from './procedure/hearing-open.ts';
import { hearingRecordSigned } from './procedure/hearing-record-signed.ts';
import { hearingRequestPeriod } from './procedure/hearing-request-period.ts';
import { hearingRequestPeriod1996 } from './procedure/hearing-request-period-1996.ts';
import { hearingRightTold } from './procedure/hearing-right-told.ts';
import { hearingWaiverRecorded } from './procedure/hearing-waiver-recorded.ts';
import { lateFine } from './procedure/late-fine.ts';
import { linksRecorded } from './procedure/links-recorded.ts';
import { ninetyDays } from './procedure/ninety-days.ts';
import { notHeavierAfterDefence } from './procedure/not-heavier-after-defence.ts';
import { noticeBeforeDecision } from './procedure/notice-before-decision.ts';
import { onTheSpotDecision } from './procedure/on-the-spot-decision.ts';
import { orderOfSteps } from './procedure/order-of-steps.ts';
import { preservationDisposed } from './procedure/preservation-disposed.ts';
import { preservationDisposed1996 } from './procedure/preservation-disposed-1996.ts';
import { publicNoticeSixtyDays } from './procedure/public-notice-sixty-days.ts';
import { publicNoticeThirtyDays } from './procedure/public-notice-thirty-days.ts';
import { publishedInTime } from './procedure/published-in-time.ts';
import { recordingsStored } from './procedure/recordings-stored.ts';
import { retainedService } from './procedure/retained-service.ts';
import { reviewDone2018 } from './procedure/review-done-2018.ts';
import { reviewPassed } from './procedure/review-passed.ts';
import { rightsTold } from './procedure/rights-told.ts';
import { samplingRecord } from './procedure/sampling-record.ts';
import { servedLawfully } from './procedure/served-lawfully.ts';
import { summaryLimits } from './procedure/summary-limits.ts';
import { summaryLimits1996 } from './procedure/summary-limits-1996.ts';
import { withdrawnInTime } from './procedure/withdrawn-in-time.ts';

/** 程序合法. A rule that reads another rule's answer stands after it. */
export const procedureRules: Rule<never>[] = [
  filedInTime,
  ninetyDays,
  noticeBeforeDecision,
  rightsTold,
  defenceChecked,
  defenceReply,
  notHeavierAfterDefence,
  changesToldAgain,
  hearingRightTold,
  hearingRequestPeriod,
  hearingRequestPeriod1996,
  hearingNotice,
  hearingNotice1996,
  hearingHeldOnRequest,
  hearingOpen,
  hearingAgents,
  hearingRecordSigned,
  decisionFromRecord,
  hearingWaiverRecorded,
  hearingFree,
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
  samplingRecord,
  summaryLimits,
  summaryLimits1996,
  onTheSpotDecision,
  collectionOnTheSpot,
  collectionOnTheSpot1996,
  lateFine,
  deferralApproved,
  correctionOrdered,
  linksRecorded,
  actsRecorded,
  recordingsStored,
  archivedInTime,
  publishedInTime,
  withdrawnInTime,
  emergencyGrounded,
];
