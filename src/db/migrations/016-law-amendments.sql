-- 修改决定: the norms that a decision of amendment changes. It is dated by its source, whose own first day becomes that
-- of the versions it makes.
create table law_amendments (
  source integer not null references library_sources on delete cascade,
  target text not null,
  primary key (source, target)
);
create index law_amendments_target on law_amendments (target);

-- A text without a day of adoption was given the first day of the norm's first wording.
update library_sources as u
set effective_known = false,
  in_force_from = case when d.dated then null else in_force_from end,
  in_force_to = case when d.dated then stated_to else in_force_to end
from (
  select o.id, exists (
    select from library_sources s
    where s.title = o.title and s.kind = 'law' and s.state = 'live' and s.version_date is not null
  ) as dated
  from library_sources o
  where o.kind = 'law' and o.version_date is null and o.stated_from is not null
) as d
where d.id = u.id;
update library_state set revision = revision + 1;
