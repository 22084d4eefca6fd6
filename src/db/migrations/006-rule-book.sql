-- 规则签认: who read a rule and stands for it, at which version of the rule and of the articles it rests on.
create table rule_sign_offs (
  id text primary key,
  rule text not null,
  rule_version text not null,
  -- SHA-256 over the official texts of the rule's articles as they were read.
  articles_digest text not null,
  note text not null default '',
  by_user text not null,
  by_name text not null,
  at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index rule_sign_offs_rule on rule_sign_offs (rule, at);
