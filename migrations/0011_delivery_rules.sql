-- One row: how many segments carriers take from one kind of sender in a second, a minute or a day, between two dates.
-- `carrier` names the one that sets the limit; which carrier a number belongs to is not known, so each binds every text.
create table carrier_limit (
  id text primary key,
  profile text not null,
  carrier text not null check (carrier in ('all', 'att', 'tmobile', 'verizon')),
  period text not null check (period in ('second', 'minute', 'day')),
  segments integer not null check (segments > 0),
  from_on text not null,
  to_on text,
  source text not null
) strict;

-- One row: between which hours texts may reach a state on one kind of day, between two dates. State '*' is the
-- network's own rule for all; no hours: not at all that day. set_by and reason only where a person set it.
create table send_window (
  id text primary key,
  state text not null,
  days text not null check (days in ('weekday', 'saturday', 'sunday')),
  opens text,
  closes text,
  from_on text not null,
  to_on text,
  source text not null,
  set_by text,
  reason text,
  check ((opens is null) = (closes is null)),
  check ((set_by is null) = (reason is null))
) strict;

-- One row: a time zone in which an area code is used. A code with several rows may be in any of them.
create table area_code (
  code text not null,
  zone text not null,
  primary key (code, zone)
) strict, without rowid;

-- One row: a queue message that was given up after its last try, kept until a person settles it. Ids only.
create table dead_letter (
  id text primary key,
  queue text not null,
  kind text not null,
  body text not null check (json_valid(body)),
  problem text,
  attempts integer not null,
  arrived_at integer not null,
  settled_at integer,
  settled_by text,
  outcome text check (outcome in ('replayed', 'discarded')),
  check ((settled_at is null) = (outcome is null))
) strict;
create index dead_letter_open on dead_letter (arrived_at) where settled_at is null;

-- One row: up to when a provider's list was read by one sweep.
create table watermark (
  name text primary key,
  at integer not null
) strict;

-- A text that did not arrive, and the mail that goes in its place.
alter table delivery add column instead_of integer;
-- Who ordered the attempt that follows this one; null where it was made by itself.
alter table attempt add column ordered_by text;
create index delivery_failed on delivery (updated_at) where state in ('undelivered', 'failed', 'unconfirmed');

alter table alert add column scheduled_by text;
alter table alert add column sent_out_at integer;
alter table alert add column supersedes text references alert (id);
-- What was foretold when a person approved: JSON, as the preview showed it.
alter table approval add column forecast text check (forecast is null or json_valid(forecast));

-- What a sender used today is known by its Pacer alone.
drop table sender_usage;

-- What is unclear, and what is out of messages to one person. An alert's rows are found through its tally: an index
-- row at each step of each of them was a third of all that a send writes.
drop index delivery_unsettled;
create index delivery_unsettled on delivery (claimed_at)
  where (state = 'unknown' or (state in ('submitting', 'accepted') and source_kind not in ('alert', 'nudge')));

-- What became of the last try of a job, and how often a clock has handed it out again.
alter table outbox add column problem text;
alter table outbox add column tries integer not null default 0;

-- Of deliveries to one member those of alerts are found through the alert.
drop index delivery_recipient;
create index delivery_recipient on delivery (recipient_id, id) where source_kind <> 'alert';
