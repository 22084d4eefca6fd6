import type { ColumnType } from 'kysely';
import type { Json, Moment } from './tables.ts';

/** The rows of legal review: screenings, verdicts, rounds, and who signed off which rule. */

export interface ScreeningRow {
  id: string;
  case_id: string;
  case_revision: number;
  rules_version: string;
  model: string | null;
  major: Json;
  findings: Json;
  by_user: string;
  at: Moment;
}

export interface FindingVerdictRow {
  reply: string | null;
  reply_by: string | null;
  reply_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  screening_id: string;
  rule: string;
  verdict: 'confirmed' | 'overruled' | 'asked';
  reason: string;
  by_user: string;
  at: Moment;
}

export interface ReviewRoundRow {
  id: string;
  document_id: string;
  version: number;
  digest: string;
  case_revision: number;
  screening_id: string;
  submitted_by: string;
  submitted_at: Moment;
  reviewer: string | null;
  conclusion: string | null;
  reasons: string | null;
  opinion_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface RuleSignOffRow {
  id: string;
  rule: string;
  rule_version: string;
  articles_digest: string;
  note: string;
  by_user: string;
  by_name: string;
  at: Moment;
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}
