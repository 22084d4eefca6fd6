-- 笔录 drafted from a transcript. Until it is confirmed it is a draft; `confirmation` says who checked and signed it.
create table hearing_records (
  id text primary key,
  recording_id text not null references recordings on delete cascade,
  transcript_id text not null references transcripts on delete cascade,
  version integer not null,
  confirmed_at timestamptz,
  confirmed_by text,
  confirmation jsonb,
  digest text,
  made_by text not null,
  made_at timestamptz not null default now()
);
create index hearing_records_recording on hearing_records (recording_id, made_at desc);

-- Each saved form of a record, as it was. Rows are added and never changed.
create table hearing_record_versions (
  record_id text not null references hearing_records on delete cascade,
  version integer not null,
  transcript_revision integer not null,
  body jsonb not null,
  note text not null,
  by_user text not null,
  at timestamptz not null default now(),
  primary key (record_id, version)
);
create function refuse_record_version_change() returns trigger language plpgsql as $$
begin
  -- What goes with its case goes whole.
  if tg_op = 'DELETE' and not exists (select from hearing_records where id = old.record_id) then
    return old;
  end if;
  raise exception '笔录的各版只能追加，不能修改或删除';
end $$;
create trigger hearing_record_versions_append_only before update or delete on hearing_record_versions
  for each row execute function refuse_record_version_change();
