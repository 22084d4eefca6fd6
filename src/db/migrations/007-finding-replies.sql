-- 承办人对审核人员询问的答复.
alter table finding_verdicts add column reply text;
alter table finding_verdicts add column reply_by text;
alter table finding_verdicts add column reply_at timestamptz;
