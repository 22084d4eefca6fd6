-- 核对的经过: who decided what of a fact that was read, and when. What stands is in the case file alone.
create table fact_decisions (
  case_id text not null references cases (id) on delete cascade,
  revision int not null,
  key text not null,
  value jsonb,
  by_user text not null,
  at timestamptz not null default now(),
  primary key (case_id, revision, key)
);
