-- One row: the words of one sending, with merge fields still in them. Erasable where they quote a person.
create table wording (
  id text primary key,
  sms_text text,
  email_subject text,
  email_text text,
  created_at integer not null
) strict;

-- One row: one message owed to one person on one channel by one source. recipient_id is a member,
-- or a staff person for source_kind 'notice'. The current attempt lives in the row; earlier ones in attempt.
-- address_hash only where there is no contact point (staff), so that a STOP from there is seen too.
create table delivery (
  id integer primary key,
  source_kind text not null check (source_kind in ('alert', 'nudge', 'question', 'answer', 'confirmation', 'invitation', 'notice')),
  source_id text not null,
  round integer not null default 0,
  recipient_id text not null,
  channel text not null check (channel in ('sms', 'email')),
  contact_point_id text,
  address_hash text,
  wording_id text not null,
  carried_by integer references delivery (id),
  urgent integer not null default 0 check (urgent in (0, 1)),
  state text not null check (state in ('planned', 'waiting', 'submitting', 'accepted', 'sent', 'delivered', 'undelivered', 'failed', 'skipped', 'on-hold', 'unknown', 'unconfirmed', 'expired', 'cancelled')),
  reason text,
  due_at integer not null,
  deadline_at integer,
  attempt_no integer not null default 0,
  claim_id text,
  claimed_at integer,
  token_hash text,
  provider_id text,
  provider_rank integer not null default 0,
  error_code text,
  segments integer,
  price_micros integer,
  fee_micros integer,
  talking_points_version_id text,
  updated_at integer not null,
  unique (source_kind, source_id, round, recipient_id, channel)
) strict;
create index delivery_open on delivery (due_at) where state in ('planned', 'waiting');
create index delivery_unsettled on delivery (claimed_at) where state in ('submitting', 'unknown', 'accepted');
create unique index delivery_token on delivery (token_hash) where token_hash is not null;
create index delivery_recipient on delivery (recipient_id, id);
create index delivery_carried on delivery (carried_by) where carried_by is not null;

-- One row: an earlier try of a delivery, kept when a new one was planned.
create table attempt (
  delivery_id integer not null references delivery (id),
  no integer not null,
  provider_id text,
  state text not null,
  error_code text,
  price_micros integer,
  fee_micros integer,
  claimed_at integer,
  primary key (delivery_id, no)
) strict;

-- One row: how many deliveries of a source are in a state, kept in the same batch as the change.
create table rollup (
  source_kind text not null,
  source_id text not null,
  channel text not null,
  state text not null,
  count integer not null,
  segments integer not null default 0,
  price_micros integer not null default 0,
  primary key (source_kind, source_id, channel, state)
) strict;

-- One row: a provider told us something once. event_hash is keyed, so the same event is applied once.
create table provider_event (
  event_hash text primary key,
  provider text not null check (provider in ('twilio', 'mail')),
  received_at integer not null
) strict;
create index provider_event_received on provider_event (received_at);

-- One row: a number or address we send from, and its limits.
create table sender (
  id text primary key,
  channel text not null check (channel in ('sms', 'email')),
  address text not null,
  profile text not null,
  per_second integer not null,
  per_day integer
) strict;

-- One row: what a sender used on a day of its carrier's clock.
create table sender_usage (
  sender_id text not null references sender (id),
  on_date text not null,
  segments integer not null,
  primary key (sender_id, on_date)
) strict;

-- One row: what one unit costs from a date until a date, in millionths of a dollar.
create table rate (
  id text primary key,
  channel text not null check (channel in ('sms', 'email')),
  unit text not null check (unit in ('segment', 'message')),
  price_micros integer not null,
  fee_micros integer not null,
  from_on text not null,
  to_on text,
  source text not null
) strict;

-- What an installation begins with: a 10DLC campaign of a non-profit with a good trust score, and a mail provider's
-- plan for sending. Change them to what the carrier and the provider grant.
insert into sender (id, channel, address, profile, per_second, per_day) values
  ('main', 'sms', 'messaging-service', '10DLC, trust score 75 to 100', 75, null),
  ('mail', 'email', 'mail-from', 'mail provider', 100, null);

insert into rate (id, channel, unit, price_micros, fee_micros, from_on, to_on, source) values
  ('sms-2025', 'sms', 'segment', 8300, 0, '2025-01-01', null, 'Twilio’s US price for one outbound segment, 0.0083 USD, read 2026-11; used until the account’s own figures come with each message'),
  ('email-2025', 'email', 'message', 350, 0, '2025-01-01', null, 'Cloudflare Email Service, 0.35 USD for a thousand, read 2026-11');
