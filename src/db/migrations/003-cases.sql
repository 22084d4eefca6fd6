create table cases (
  id text primary key,
  number text,
  title text not null,
  field text not null,
  jurisdiction text not null,
  example boolean not null default false,
  revision integer not null,
  file jsonb not null,
  created_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table case_handlers (
  case_id text not null references cases on delete cascade,
  user_id text not null,
  since timestamptz not null default now(),
  primary key (case_id, user_id)
);
create table case_revisions (
  case_id text not null references cases on delete cascade,
  revision integer not null,
  file jsonb not null,
  by_user text not null,
  at timestamptz not null default now(),
  note text not null,
  primary key (case_id, revision)
);
create table screenings (
  id text primary key,
  case_id text not null references cases on delete cascade,
  case_revision integer not null,
  rules_version text not null,
  model text,
  major jsonb not null,
  findings jsonb not null,
  by_user text not null,
  at timestamptz not null default now()
);
create index screenings_case on screenings (case_id, at desc);
create table finding_verdicts (
  screening_id text not null references screenings on delete cascade,
  rule text not null,
  verdict text not null check (verdict in ('confirmed', 'overruled', 'asked')),
  reason text not null default '',
  by_user text not null,
  at timestamptz not null default now(),
  primary key (screening_id, rule)
);
