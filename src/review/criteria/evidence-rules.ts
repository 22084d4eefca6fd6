import type { Rule } from '../rules/rule.ts';
import { basesProved } from './evidence/bases-proved.ts';
import { closingReport } from './evidence/closing-report.ts';
import { copiesVerified } from './evidence/copies-verified.ts';
import { elementsProved } from './evidence/elements-proved.ts';
import { evidenceBeforeDecision } from './evidence/evidence-before-decision.ts';
import { evidenceContent } from './evidence/evidence-content.ts';
import { evidenceKinds } from './evidence/evidence-kinds.ts';
import { expertOpinion } from './evidence/expert-opinion.ts';
import { foreignEvidence } from './evidence/foreign-evidence.ts';
import { gainsDetermined } from './evidence/gains-determined.ts';
import { inspectionRecord } from './evidence/inspection-record.ts';
import { interviewSignatures } from './evidence/interview-signatures.ts';
import { lawfulEvidence } from './evidence/lawful-evidence.ts';
import { limitation } from './evidence/limitation.ts';
import { monitoringEquipment } from './evidence/monitoring-equipment.ts';
import { noFaultExamined } from './evidence/no-fault-examined.ts';
import { oneInterviewee } from './evidence/one-interviewee.ts';
import { oralEvidenceCorroborated } from './evidence/oral-evidence-corroborated.ts';
import { papersAgree } from './evidence/papers-agree.ts';
import { recordingsDocumented } from './evidence/recordings-documented.ts';
import { rightsKept } from './evidence/rights-kept.ts';
import { testimonyComplete } from './evidence/testimony-complete.ts';

/** 事实清楚、证据合法充分. A rule that reads another rule's answer stands after it. */
export const evidenceRules: Rule<never>[] = [
  elementsProved,
  evidenceContent,
  oralEvidenceCorroborated,
  evidenceKinds,
  lawfulEvidence,
  copiesVerified,
  interviewSignatures,
  oneInterviewee,
  inspectionRecord,
  recordingsDocumented,
  testimonyComplete,
  expertOpinion,
  monitoringEquipment,
  limitation,
  gainsDetermined,
  basesProved,
  papersAgree,
  evidenceBeforeDecision,
  closingReport,
  noFaultExamined,
  rightsKept,
  foreignEvidence,
];
