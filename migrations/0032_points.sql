-- Until when the words hold, that day included; null: until they are changed.
alter table talking_points add column expires_on text;
-- The short form that is being written: what fits a text message.
alter table talking_points add column draft_short text not null default '';
-- The same subject before the other legislature: the words that were written second name the first.
alter table talking_points add column variant_of text references talking_points (id);
alter table talking_points add column shared_at integer;
alter table talking_points add column shared_by text;
create unique index talking_points_variant on talking_points (variant_of) where variant_of is not null;
alter table talking_points_version add column short_text text not null default '';

-- One row: what we ask of an official about an issue, perhaps by a bill; ended when it is settled or given up.
create table ask (
  id text primary key,
  official_id text not null references official (id),
  issue_id text not null references issue (id),
  bill_id text references bill (id),
  words text not null,
  set_at integer not null,
  set_by text not null,
  ended_at integer,
  ended_by text
) strict;
create index ask_open on ask (official_id) where ended_at is null;

-- What members heard about an issue, where no bill is named.
create index contact_report_issue on contact_report (issue_id, official_id, on_date) where issue_id is not null;
