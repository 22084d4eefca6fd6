create extension if not exists vector;

-- The library. A source is what is imported and replaced as a whole: one version of a norm, one benchmark,
-- one file of entries. Its entries are searched only while it is live, so nothing half-imported is ever seen.
create table library_sources (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('law', 'benchmark', 'case')),
  key text not null,
  origin text not null check (origin in ('bundled', 'imported')),
  state text not null check (state in ('loading', 'live')),
  title text not null,
  version_date text,
  number text,
  level text,
  region text,
  -- What the source itself says; null where it is silent.
  stated_from text,
  stated_to text,
  replaced_by text,
  -- In force, both days included, worked out from all versions of the norm.
  in_force_from text,
  in_force_to text,
  effective_known boolean not null default false,
  last_article integer,
  complete boolean not null default true,
  articles integer not null default 0,
  digest text not null,
  file text not null,
  imported_at timestamptz not null default now()
);
create unique index library_sources_live on library_sources (key, origin) where state = 'live';
create index library_sources_title on library_sources (title);

create table entries (
  seq integer generated always as identity primary key,
  source integer not null references library_sources on delete cascade,
  id text not null,
  kind text not null,
  title text not null,
  law text,
  article text,
  chapter text,
  text text not null,
  text_is text not null check (text_is in ('official', 'gist')),
  region text,
  level text,
  payload jsonb not null default '{}'
);
create index entries_id on entries (id);
create index entries_source on entries (source);

-- No fixed dimension: models differ. One row per model, so that old vectors serve while new ones are made.
create table entry_vectors (
  entry integer not null references entries on delete cascade,
  model text not null,
  vector halfvec not null,
  primary key (entry, model)
);

-- The lexical index: immutable segments, each cut into blocks by the hash of the term. Small segments come with
-- each import transaction and are merged into larger ones; ids are never used twice, so blocks can be cached.
create table lexical_segments (
  id integer generated always as identity primary key,
  state text not null check (state in ('building', 'live')),
  bits integer not null,
  docs integer not null,
  doc_table bytea not null,
  created_at timestamptz not null default now()
);
create table lexical_blocks (
  segment integer not null references lexical_segments on delete cascade,
  block integer not null,
  data bytea not null,
  primary key (segment, block)
);
alter table lexical_blocks alter column data set storage external;
alter table lexical_segments alter column doc_table set storage external;

-- One row. The revision rises with every change that a search could see.
create table library_state (
  only_row boolean primary key default true check (only_row),
  revision bigint not null default 0,
  bundled_digest text
);
insert into library_state default values;
