-- One row: a document of talking points for an issue. draft_md is what staff are writing now.
create table talking_points (
  id text primary key,
  issue_id text not null references issue (id),
  bill_id text references bill (id),
  level text not null check (level in ('state', 'federal')),
  title text not null,
  draft_md text not null default '',
  shared integer not null default 0 check (shared in (0, 1)),
  created_at integer not null,
  created_by text not null,
  updated_at integer not null
) strict;

-- One row: a published state of talking points. Never edited.
create table talking_points_version (
  id text primary key,
  talking_points_id text not null references talking_points (id),
  no integer not null,
  body_md text not null,
  change_note text not null default '',
  published_at integer not null,
  published_by text not null,
  unique (talking_points_id, no)
) strict;
create trigger talking_points_version_no_update before update on talking_points_version begin select raise(abort, 'a published version is never edited'); end;
create trigger talking_points_version_no_delete before delete on talking_points_version begin select raise(abort, 'a published version is never removed'); end;

-- One row: a message to many that asks or tells.
create table alert (
  id text primary key,
  kind text not null check (kind in ('action', 'update', 'survey', 'drill')),
  title text not null,
  organization_id text not null references organization (id),
  issue_id text references issue (id),
  bill_id text references bill (id),
  talking_points_id text references talking_points (id),
  state text not null check (state in ('draft', 'proposed', 'approved', 'scheduled', 'sending', 'paused', 'halted', 'open', 'closed', 'discarded', 'cancelled')),
  halted_reason text,
  sms_text text not null default '',
  email_subject text not null default '',
  email_text text not null default '',
  send_sms integer not null default 1 check (send_sms in (0, 1)),
  send_email integer not null default 1 check (send_email in (0, 1)),
  audience text not null default '{}' check (json_valid(audience)),
  deadline_at integer,
  scheduled_at integer,
  superseded_by text references alert (id),
  revision integer not null default 1,
  created_at integer not null,
  created_by text not null,
  proposed_at integer,
  proposed_by text,
  launched_at integer,
  launched_by text,
  closed_at integer
) strict;
create index alert_state on alert (state);

-- One row: the wording of an alert as it was approved, per channel, with its hash. Never edited.
create table alert_version (
  id text primary key,
  alert_id text not null references alert (id),
  revision integer not null,
  sms_text text not null,
  email_subject text not null,
  email_text text not null,
  hash text not null,
  frozen_at integer not null,
  unique (alert_id, revision)
) strict;
create trigger alert_version_no_update before update on alert_version begin select raise(abort, 'a frozen wording is never edited'); end;

-- One row: what an alert asks.
create table question (
  id text primary key,
  alert_id text not null references alert (id),
  prompt text not null,
  kind text not null check (kind in ('choice')),
  unique (alert_id)
) strict;

-- One row: one numbered choice of a question. outcome says what choosing it means for the chain.
create table question_option (
  id text primary key,
  question_id text not null references question (id),
  no integer not null check (no between 1 and 9),
  label text not null,
  outcome text not null check (outcome in ('contacted', 'will', 'cannot', 'help', 'other')),
  unique (question_id, no)
) strict;

-- One row: a named person approved one wording for one count of people. Voided by an edit.
create table approval (
  id text primary key,
  alert_id text not null references alert (id),
  alert_version_id text not null references alert_version (id),
  hash text not null,
  audience_count integer not null,
  approved_by text not null,
  approved_at integer not null,
  own integer not null default 0 check (own in (0, 1)),
  reason text,
  voided_at integer
) strict;
create unique index approval_current on approval (alert_id) where voided_at is null;
