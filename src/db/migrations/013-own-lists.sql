-- 行政执法事项清单: an agency's own list of items is a source of the library, so that it is replaced and taken back as a
-- whole. It has no entries: its items rule over those of the bundled catalogue. `map` tells which column holds what,
-- where somebody had to say so.
alter table library_sources drop constraint library_sources_kind_check;
alter table library_sources add constraint library_sources_kind_check
  check (kind in ('law', 'benchmark', 'case', 'items'));

create table own_lists (
  source integer primary key references library_sources on delete cascade,
  agency text not null,
  map jsonb
);

create table own_violations (
  source integer not null references own_lists on delete cascade,
  place integer not null,
  item jsonb not null,
  primary key (source, place)
);
