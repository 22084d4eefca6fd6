import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { DossierFileRow, DossierReadingRow, FactDecisionRow } from './dossier-tables.ts';
import type { CasePlaceRow, DeviationReasonRow } from './evenness-tables.ts';
import type { HearingTables } from './hearing-tables.ts';
import type {
  LawAmendmentRow,
  LawChangeRow,
  LawRepealRow,
  LibraryImportRow,
  LibraryOriginalRow,
  OwnListRow,
  OwnViolationRow,
} from './library-tables.ts';
import type { FindingVerdictRow, ReviewRoundRow, RuleSignOffRow, ScreeningRow } from './review-tables.ts';

/** Row types of every table, as the migrations make them. JSON columns are typed by the rooms that own them. */
export type Json = ColumnType<unknown, string, string>;
export type Moment = ColumnType<Date, Date | string | undefined, Date | string>;

export interface RecordEntryRow {
  seq: ColumnType<number, number, never>;
  at: ColumnType<Date, Date | string, never>;
  actor: string;
  actor_role: string;
  action: string;
  object: string;
  digest: string | null;
  detail: Json;
  previous_hash: string;
  hash: string;
}

export interface JobProgressRow {
  id: string;
  kind: string;
  subject: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  done: Generated<number>;
  total: number | null;
  message: Generated<string>;
  result: ColumnType<unknown, string | null | undefined, string | null>;
  error: string | null;
  started_by: string;
  created_at: Moment;
  updated_at: Moment;
}

export interface CaseRow {
  id: string;
  number: string | null;
  title: string;
  field: string;
  jurisdiction: string;
  example: boolean;
  revision: number;
  file: Json;
  created_by: string;
  created_at: Moment;
  updated_at: Moment;
}

export interface CaseHandlerRow {
  case_id: string;
  user_id: string;
  since: Moment;
}

export interface CaseRevisionRow {
  case_id: string;
  revision: number;
  file: Json;
  by_user: string;
  at: Moment;
  note: string;
}

export interface DocumentRow {
  id: string;
  case_id: string;
  form: string;
  title: string;
  state: 'draft' | 'in-review' | 'returned' | 'passed' | 'signed';
  current_version: number;
  created_at: Moment;
}

export interface DocumentVersionRow {
  document_id: string;
  version: number;
  case_revision: number;
  body: string;
  docx: Uint8Array;
  digest: string;
  draft: Json;
  by_user: string;
  at: Moment;
  note: string;
}

export interface SigningKeyRow {
  id: string;
  user_id: string;
  public_key: string;
  wrapped_private_key: string;
  created_at: Moment;
  retired_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface SignatureRow {
  id: string;
  document_id: string;
  version: number;
  digest: string;
  signer: string;
  key_id: string;
  signed_at: ColumnType<Date, Date | string, never>;
  package: Uint8Array;
  package_digest: string;
}

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  username: string;
  display_username: string | null;
  role: 'handler' | 'reviewer' | 'head' | 'trainer' | 'auditor' | 'administrator';
  legal_qualification_on: string | null;
  first_review_on: string | null;
  certificate_number: string | null;
  example: Generated<boolean>;
  disabled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_at: Moment;
  updated_at: Moment;
}

export interface SessionRow {
  id: string;
  token: string;
  user_id: string;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Moment;
  updated_at: Moment;
}

/** One way of signing in; for us always the password. */
export interface AccountRow {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  password: string | null;
  created_at: Moment;
  updated_at: Moment;
}

export interface PasswordFailureRow {
  username: string;
  failures: number;
  last_at: ColumnType<Date, Date | string, Date | string>;
}

export interface StaffSettingRow {
  name: string;
  value: string;
}

export interface LibrarySourceRow {
  id: GeneratedAlways<number>;
  kind: 'law' | 'benchmark' | 'case' | 'items';
  key: string;
  origin: 'bundled' | 'imported';
  state: 'loading' | 'live' | 'set-aside';
  title: string;
  version_date: string | null;
  number: string | null;
  level: string | null;
  region: string | null;
  stated_from: string | null;
  stated_to: string | null;
  replaced_by: string | null;
  in_force_from: string | null;
  in_force_to: string | null;
  effective_known: Generated<boolean>;
  last_article: number | null;
  complete: Generated<boolean>;
  articles: Generated<number>;
  digest: string;
  file: string;
  imported_at: Moment;
  ended_by: ColumnType<string | null, string | null | undefined, string | null>;
  issuer: ColumnType<string | null, string | null | undefined, string | null>;
  import_run: ColumnType<string | null, string | null | undefined, string | null>;
  set_aside_by: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface EntryRow {
  seq: GeneratedAlways<number>;
  source: number;
  id: string;
  kind: 'law' | 'benchmark' | 'case';
  title: string;
  law: string | null;
  article: string | null;
  chapter: string | null;
  text: string;
  text_is: 'official' | 'gist';
  region: string | null;
  level: string | null;
  payload: Json;
}

export interface EntryVectorRow {
  entry: number;
  model: string;
  vector: string;
}

export interface LexicalSegmentRow {
  id: GeneratedAlways<number>;
  state: 'building' | 'live';
  bits: number;
  docs: number;
  doc_table: Uint8Array;
  created_at: Moment;
}

export interface LexicalBlockRow {
  segment: number;
  block: number;
  data: Uint8Array;
}

export interface LibraryStateRow {
  only_row: Generated<boolean>;
  revision: ColumnType<number | string, number, number>;
  bundled_digest: string | null;
  embedding_model: string | null;
  embedding_folder: string | null;
}

export interface Tables extends HearingTables {
  library_sources: LibrarySourceRow;
  library_originals: LibraryOriginalRow;
  entries: EntryRow;
  entry_vectors: EntryVectorRow;
  lexical_segments: LexicalSegmentRow;
  lexical_blocks: LexicalBlockRow;
  library_state: LibraryStateRow;
  law_repeals: LawRepealRow;
  law_amendments: LawAmendmentRow;
  law_changes: LawChangeRow;
  library_imports: LibraryImportRow;
  own_lists: OwnListRow;
  own_violations: OwnViolationRow;
  people: PersonRow;
  sessions: SessionRow;
  accounts: AccountRow;
  password_failures: PasswordFailureRow;
  staff_settings: StaffSettingRow;
  record_entries: RecordEntryRow;
  job_progress: JobProgressRow;
  cases: CaseRow;
  case_handlers: CaseHandlerRow;
  case_revisions: CaseRevisionRow;
  screenings: ScreeningRow;
  finding_verdicts: FindingVerdictRow;
  dossier_files: DossierFileRow;
  dossier_readings: DossierReadingRow;
  fact_decisions: FactDecisionRow;
  documents: DocumentRow;
  document_versions: DocumentVersionRow;
  review_rounds: ReviewRoundRow;
  rule_sign_offs: RuleSignOffRow;
  signing_keys: SigningKeyRow;
  signatures: SignatureRow;
  deviation_reasons: DeviationReasonRow;
  case_places: CasePlaceRow;
}
