-- 案卷的原件: each file as it was handed in, its bytes under their digest in the data folder.
create table dossier_files (
  case_id text not null references cases (id) on delete cascade,
  name text not null,
  sha256 text not null,
  bytes bigint not null,
  added_by text not null,
  added_at timestamptz not null default now(),
  primary key (case_id, name)
);

-- 阅卷的结果: what was read of the dossier, each reading as it was.
create table dossier_readings (
  id text primary key,
  case_id text not null references cases (id) on delete cascade,
  case_revision int not null,
  reading jsonb not null,
  by_user text not null,
  at timestamptz not null default now()
);
create index dossier_readings_case on dossier_readings (case_id, at desc);
