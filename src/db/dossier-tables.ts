import type { Json, Moment } from './tables.ts';

/** The rows of reading a dossier: its files as handed in, and what was read of them. */

export interface DossierFileRow {
  case_id: string;
  name: string;
  sha256: string;
  bytes: number;
  added_by: string;
  added_at: Moment;
}

export interface DossierReadingRow {
  id: string;
  case_id: string;
  case_revision: number;
  reading: Json;
  by_user: string;
  at: Moment;
}

export interface FactDecisionRow {
  case_id: string;
  /** The revision of the case that it made. */
  revision: number;
  /** What the fact is about: its keyed path. */
  key: string;
  /** Null once taken out. */
  value: Json;
  by_user: string;
  at: Moment;
}
