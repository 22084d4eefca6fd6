-- 执法全过程记录: append-only, each entry bound to the one before it by its hash.
create table record_entries (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  actor_role text not null,
  action text not null,
  object text not null,
  digest text,
  detail jsonb not null default '{}',
  previous_hash text not null,
  hash text not null unique
);
create function refuse_record_change() returns trigger language plpgsql as $$
begin
  raise exception '执法全过程记录只能追加，不能修改或删除';
end $$;
create trigger record_entries_append_only before update or delete or truncate on record_entries
  for each statement execute function refuse_record_change();

-- What a person sees of background work; the queue itself belongs to pg-boss.
create table job_progress (
  id text primary key,
  kind text not null,
  subject text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0,
  total integer,
  message text not null default '',
  result jsonb,
  error text,
  started_by text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
