-- Who made a norm, and the text of its paper as it was read, before page breaks and running heads were taken out.
alter table library_sources add column issuer text;
create table library_originals (
  source integer primary key references library_sources on delete cascade,
  sha256 text not null,
  text text not null
);
