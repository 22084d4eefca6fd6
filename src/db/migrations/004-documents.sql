create table documents (
  id text primary key,
  case_id text not null references cases on delete cascade,
  form text not null,
  title text not null,
  state text not null check (state in ('draft', 'in-review', 'returned', 'passed', 'signed')),
  current_version integer not null,
  created_at timestamptz not null default now()
);
create index documents_case on documents (case_id);
create table document_versions (
  document_id text not null references documents on delete cascade,
  version integer not null,
  case_revision integer not null,
  body text not null,
  docx bytea not null,
  digest text not null,
  draft jsonb not null,
  by_user text not null,
  at timestamptz not null default now(),
  note text not null,
  primary key (document_id, version)
);
-- One round of legal review of one exact version.
create table review_rounds (
  id text primary key,
  document_id text not null references documents on delete cascade,
  version integer not null,
  digest text not null,
  case_revision integer not null,
  screening_id text not null references screenings,
  submitted_by text not null,
  submitted_at timestamptz not null default now(),
  reviewer text,
  conclusion text,
  reasons text,
  opinion_at timestamptz,
  withdrawn_at timestamptz
);
create index review_rounds_document on review_rounds (document_id, submitted_at desc);
create table signing_keys (
  id text primary key,
  user_id text not null,
  public_key text not null,
  wrapped_private_key text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);
create unique index signing_keys_one_live on signing_keys (user_id) where retired_at is null;
create table signatures (
  id text primary key,
  document_id text not null unique references documents,
  version integer not null,
  digest text not null,
  signer text not null,
  key_id text not null references signing_keys,
  signed_at timestamptz not null,
  package bytea not null,
  package_digest text not null
);
