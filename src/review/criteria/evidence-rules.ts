import type { Rule } from '../rule.ts';
import { basesProved } from './evidence/bases-proved.ts';
import { closingReport } from './evidence/closing-report.ts';
import { copiesVerified } from './evidence/copies-verified.ts';
import { elementsProved } from './evidence/elements-proved.ts';
import { evidenceBeforeDecision } from './evidence/evidence-before-decision.ts';
import { gainsDetermined } from './evidence/gains-determined.ts';
import { inspectionRecord } from './evidence/inspection-record.ts';
import { interviewSignatures } from './evidence/interview-signatures.ts';
import { lawfulEvidence } from './evidence/lawful-evidence.ts';
import { limitation } from './evidence/limitation.ts';
import { monitoringEquipment } from './evidence/monitoring-equipment.ts';

/** 事实清楚、证据合法充分. A rule that reads another rule's answer stands after it. */
export const evidenceRules: Rule<never>[] = [
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
];
