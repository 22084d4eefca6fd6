-- 录音录像: each recording of a case; its bytes lie under their digest in the data folder and are never changed.
-- `began` and `ended` as the case file writes a moment: Beijing time, YYYY-MM-DDTHH:MM.
create table recordings (
  id text primary key,
  case_id text not null references cases (id) on delete cascade,
  kind text not null check (kind in ('hearing', 'inspection', 'interview', 'service')),
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  began text,
  ended text,
  kept_by text not null,
  kept_at timestamptz not null default now(),
  unique (case_id, sha256)
);

-- A recording on its way in: `received` bytes of `bytes` are on the disk. Gone once it is kept or given up.
create table recording_uploads (
  id text primary key,
  case_id text not null references cases (id) on delete cascade,
  kind text not null check (kind in ('hearing', 'inspection', 'interview', 'service')),
  name text not null,
  bytes bigint not null,
  modified bigint not null,
  received bigint not null default 0,
  began text,
  ended text,
  by_user text not null,
  begun_at timestamptz not null default now()
);
create index recording_uploads_case on recording_uploads (case_id);

-- 转写稿: the text of a recording, by an engine, imported or typed. `revision` counts its changes.
create table transcripts (
  id text primary key,
  recording_id text not null references recordings on delete cascade,
  revision integer not null default 0,
  source text not null check (source in ('engine', 'import', 'typed')),
  engine text,
  model text,
  seconds double precision,
  dropped jsonb not null default '[]',
  made_by text not null,
  made_at timestamptz not null default now()
);
create index transcripts_recording on transcripts (recording_id, made_at desc);

-- `version`: the revision that last touched it. Times in seconds; `uncertain` in code points of the text.
create table transcript_segments (
  transcript_id text not null references transcripts on delete cascade,
  id integer not null,
  start_s double precision not null,
  end_s double precision not null,
  text text not null,
  role text,
  speaker text,
  confidence double precision,
  channel integer,
  uncertain jsonb not null default '[]',
  version integer not null default 0,
  primary key (transcript_id, id)
);

-- Every change of a transcript with what stood there before and after. Rows are added and never changed.
create table transcript_changes (
  transcript_id text not null references transcripts on delete cascade,
  revision integer not null,
  kind text not null,
  from_s double precision not null,
  to_s double precision not null,
  before jsonb not null,
  after jsonb not null,
  undoes integer,
  by_user text not null,
  at timestamptz not null default now(),
  primary key (transcript_id, revision)
);
create function refuse_transcript_change() returns trigger language plpgsql as $$
begin
  -- What goes with its case goes whole.
  if tg_op = 'DELETE' and not exists (select from transcripts where id = old.transcript_id) then
    return old;
  end if;
  raise exception '转写稿的修改记录只能追加，不能修改或删除';
end $$;
create trigger transcript_changes_append_only before update or delete on transcript_changes
  for each row execute function refuse_transcript_change();

-- Who has a transcript open, so that two editors know of each other.
create table transcript_editors (
  transcript_id text not null references transcripts on delete cascade,
  person_id text not null,
  seen_at timestamptz not null default now(),
  primary key (transcript_id, person_id)
);
