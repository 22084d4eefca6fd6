-- What a person should know of the recording that a transcript was made from, such as that its end is missing; and the
-- file that it was imported from.
alter table transcripts add column remarks jsonb not null default '[]';
alter table transcripts add column file text;
