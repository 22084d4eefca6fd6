-- 废止: what the articles of a source say about other norms. `day` is null where they follow the repealing norm's own
-- first day.
create table law_repeals (
  source integer not null references library_sources on delete cascade,
  article text not null,
  target text not null,
  part boolean not null,
  day text,
  primary key (source, article, target)
);
create index law_repeals_target on law_repeals (target);

-- The norm whose words ended a version, worked out with its last day. An import run is undone as a whole; what it
-- replaced is set aside until then.
alter table library_sources add column ended_by text;
alter table library_sources add column import_run text;
alter table library_sources add column set_aside_by text;
alter table library_sources drop constraint library_sources_state_check;
alter table library_sources add constraint library_sources_state_check
  check (state in ('loading', 'live', 'set-aside'));

create table library_imports (
  id text primary key,
  by_user text,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  undone_at timestamptz,
  undone_by text,
  report jsonb
);

-- What changed from one version of a norm to the next, and what rested on the changed articles when that was found.
create table law_changes (
  title text not null,
  old_version text not null,
  new_version text not null,
  import_run text,
  found_at timestamptz not null default now(),
  articles jsonb not null,
  affected jsonb not null,
  primary key (title, old_version, new_version)
);
