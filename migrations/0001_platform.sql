-- One row: somebody did something. Append-only; holds ids, never names, numbers or addresses.
create table journal (
  id text primary key,
  at integer not null,
  actor_kind text not null check (actor_kind in ('staff', 'member', 'provider', 'clock', 'system')),
  actor_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail text not null default '{}' check (json_valid(detail))
) strict;
create index journal_subject on journal (subject_kind, subject_id, id);
create trigger journal_no_update before update on journal begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_no_delete before delete on journal begin select raise(abort, 'the journal is append-only'); end;

-- One row: a job that a committed change asked for and no consumer has finished yet.
create table outbox (
  id text primary key,
  kind text not null,
  body text not null check (json_valid(body)),
  created_at integer not null,
  tried_at integer not null
) strict;
create index outbox_tried on outbox (tried_at);

-- One row: the last time a clock ran, and what it counted.
create table clock_run (
  name text primary key,
  ran_at integer not null,
  took_ms integer not null,
  counts text not null check (json_valid(counts)),
  problem text
) strict;

-- Never holds a row: inserting 0 fails its check, and with it the whole batch (a change that had to
-- happen did not, because somebody was first).
create table precondition (
  held integer not null check (held = 1)
) strict;

-- One row: a POST already answered for this idempotency key.
create table idempotency_key (
  key_hash text primary key,
  request_hash text not null,
  status integer,
  body text,
  created_at integer not null
) strict;
create index idempotency_key_created on idempotency_key (created_at);
