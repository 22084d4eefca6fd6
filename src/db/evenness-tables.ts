import type { Json, Moment } from './tables.ts';

/** Reasons for leaving the benchmark, and the places of fines. `fine` in fen. */

export interface DeviationReasonRow {
  id: string;
  case_id: string;
  case_revision: number;
  fine: number;
  tier: string;
  range: string;
  facts: string;
  evidence: Json;
  reason: string;
  by_user: string;
  at: Moment;
}

export interface CasePlaceRow {
  case_id: string;
  revision: number;
  basis: string;
  violation: string | null;
  place: Json;
}
