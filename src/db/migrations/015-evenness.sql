-- Why a fine leaves the computed tier: who said so, when, for which sum. Rows are added and never changed.
create table deviation_reasons (
  id text primary key,
  case_id text not null references cases on delete cascade,
  case_revision integer not null,
  fine bigint not null,
  tier text not null,
  range text not null,
  facts text not null,
  evidence jsonb not null,
  reason text not null,
  by_user text not null,
  at timestamptz not null default now()
);
create index deviation_reasons_case on deviation_reasons (case_id, at desc);
-- The place of each penalty's fine in its statute's span, so that a page over many cases reads no files. It can be
-- reckoned anew at any time: a row whose revision or basis is not the present one counts as missing.
create table case_places (
  case_id text primary key references cases on delete cascade,
  revision integer not null,
  basis text not null,
  violation text,
  place jsonb
);
create index case_places_violation on case_places (violation);
