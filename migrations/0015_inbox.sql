-- A thread set aside until an instant comes back by itself, or when they write. notified_at: when its assignee was last
-- told by mail of something new in it.
alter table conversation add column snoozed_until integer;
alter table conversation add column assigned_by text;
alter table conversation add column assigned_at integer;
alter table conversation add column notified_at integer;

-- Mails and texts of machines, so that a storm of them is counted apart from people.
create index reply_machine on reply (received_at) where machine is not null;

-- One row: a note of staff in a thread, for staff; never sent. Erasable: it may speak of a person.
create table conversation_note (
  id text primary key,
  conversation_id text not null references conversation (id),
  body text not null,
  by text not null,
  at integer not null,
  removed_at integer
) strict;
create index conversation_note_thread on conversation_note (conversation_id, id);

-- One row: a word that staff sort threads by.
create table label (
  id text primary key,
  name text not null collate nocase unique,
  created_by text not null,
  created_at integer not null
) strict;

-- One row: a thread bears a label.
create table conversation_label (
  label_id text not null references label (id),
  conversation_id text not null references conversation (id),
  primary key (label_id, conversation_id)
) strict, without rowid;
create index conversation_label_thread on conversation_label (conversation_id);

-- One row: an answer written once and used often, with merge fields still in it.
create table snippet (
  id text primary key,
  title text not null,
  words text not null,
  updated_by text not null,
  updated_at integer not null,
  removed_at integer
) strict;

-- One row: staff said whose a thread of an unknown address is. reply_ids is a JSON list of what moved, so that it can move back;
-- contact_point_id is set where the address became the member's own by it.
create table thread_binding (
  id text primary key,
  conversation_id text not null references conversation (id),
  member_id text not null,
  contact_point_id text,
  reply_ids text not null check (json_valid(reply_ids)),
  by text not null,
  at integer not null,
  undone_at integer
) strict;
create index thread_binding_thread on thread_binding (conversation_id) where undone_at is null;

-- One row: a message to all who gave one answer to an alert. Its deliveries are of source kind 'answer' and name it.
create table follow_up (
  id text primary key,
  alert_id text not null,
  option_no integer not null,
  region_id text,
  people integer not null,
  by text not null,
  at integer not null
) strict;
create index follow_up_alert on follow_up (alert_id, at);

-- One row: a staff person wants a mail each morning of what waits; 'mine' or 'all'. No row: no mail.
create table inbox_digest (
  staff_id text primary key,
  which text not null check (which in ('mine', 'all')),
  sent_on text
) strict;
