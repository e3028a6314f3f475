-- One row: the thread with one member across channels; or with one unknown address.
create table conversation (
  id text primary key,
  member_id text unique,
  address_hash text unique,
  state text not null check (state in ('open', 'done')),
  unread integer not null default 0,
  assigned_to text,
  last_at integer not null,
  check (member_id is not null or address_hash is not null)
) strict;
create index conversation_waiting on conversation (last_at) where state = 'open';

-- One row: one inbound message, stored before it is understood. Erasable: answers hold its id only.
create table reply (
  id text primary key,
  channel text not null check (channel in ('sms', 'email', 'web')),
  provider_id text not null,
  from_address text not null,
  address_hash text not null,
  to_address text not null,
  subject text,
  body text not null,
  raw_key text,
  opt_out_type text,
  token_delivery_id integer,
  trust text not null check (trust in ('verified', 'needs_review', 'probable', 'unknown')),
  machine text check (machine in ('auto_reply', 'bounce', 'complaint', 'tapback')),
  member_id text,
  conversation_id text references conversation (id),
  alert_id text,
  state text not null check (state in ('new', 'answered', 'handled', 'waiting')),
  meaning text,
  received_at integer not null,
  understood_at integer,
  unique (channel, provider_id)
) strict;
create index reply_new on reply (received_at) where state = 'new';
create index reply_conversation on reply (conversation_id, id);
create index reply_member on reply (member_id, id);

-- One row: one answer given by a member to a question. Append-only; the words stay in reply.
create table answer (
  id text primary key,
  alert_id text not null,
  question_id text not null,
  member_id text not null,
  option_id text not null,
  door text not null check (door in ('sms', 'email', 'web', 'staff')),
  reply_id text,
  delivery_id integer,
  confidence text not null check (confidence in ('sure', 'likely', 'needs_review')),
  at integer not null
) strict;
create index answer_alert on answer (alert_id, at);
create trigger answer_no_update before update on answer begin select raise(abort, 'an answer is never edited'); end;
create trigger answer_no_delete before delete on answer begin select raise(abort, 'an answer is never removed'); end;

-- One row: a member's current answer to a question.
create table response (
  alert_id text not null,
  question_id text not null,
  member_id text not null,
  answer_id text not null references answer (id),
  option_id text not null,
  revised integer not null default 0,
  first_at integer not null,
  at integer not null,
  primary key (alert_id, question_id, member_id)
) strict;

-- One row: a member opened the page of a delivery by a human act and was shown this version of the talking points.
create table talking_points_view (
  delivery_id integer not null,
  talking_points_version_id text not null,
  member_id text not null,
  first_at integer not null,
  primary key (delivery_id, talking_points_version_id)
) strict;

-- One row: a text or email that staff wrote in a conversation.
create table outgoing (
  id text primary key,
  conversation_id text not null references conversation (id),
  channel text not null check (channel in ('sms', 'email')),
  body text not null,
  by text not null,
  at integer not null
) strict;
create index outgoing_conversation on outgoing (conversation_id, id);
