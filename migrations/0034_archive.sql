-- The whole network as files, back from files, and how long what may go is kept.

-- One row: everything written to files, on a person's order. position tells the job where it stands, as JSON.
create table archive_export (
  id text primary key,
  state text not null check (state in ('writing', 'ready', 'failed', 'gone')),
  asked_at integer not null,
  asked_by text not null,
  position text not null check (json_valid(position)),
  parts_done integer not null default 0,
  parts integer not null,
  missing integer not null default 0,
  ready_at integer,
  gone_at integer
) strict;
create unique index archive_export_writing on archive_export (state) where state = 'writing';

-- One row: one file of an export, deflated in object storage; size and sha256 are of what it unpacks to.
create table archive_piece (
  export_id text not null references archive_export (id) on delete cascade,
  name text not null,
  rows integer not null,
  size integer not null,
  packed integer not null,
  crc32 integer not null,
  sha256 text not null,
  primary key (export_id, name)
) strict, without rowid;

-- One row: an export being put into this network while it was empty. At most one runs.
create table restoration (
  id text primary key,
  state text not null check (state in ('running', 'done')),
  manifest text not null check (json_valid(manifest)),
  begun_at integer not null,
  begun_by text not null,
  done_at integer
) strict;
create unique index restoration_running on restoration (state) where state = 'running';

-- One row: what of one kind is removed once it is so many days old, switched on by a person. No row: nothing of it is removed.
create table retention (
  kind text primary key,
  days integer not null check (days > 0),
  set_at integer not null,
  set_by text not null,
  ran_at integer,
  removed integer not null default 0
) strict;

-- One row: the fewest days for which something of a kind is kept, from when until when, with why. The longest in force binds.
create table retention_floor (
  id text primary key,
  kind text not null,
  days integer not null check (days > 0),
  from_on text not null,
  to_on text,
  source text not null
) strict;
insert into retention_floor (id, kind, days, from_on, source) values
  ('originals.2026', 'originals', 90, '2026-01-01', 'Our own: a mail whose reading is doubted can be read again as it came'),
  ('words.2026', 'words', 1461, '2026-01-01', '28 USC 1658(a): four years in which somebody may sue over a text, and what a member wrote is the proof'),
  ('tries.2026', 'tries', 1461, '2026-01-01', '28 USC 1658(a): four years in which somebody may sue over a text'),
  ('pages.2026', 'pages', 120, '2026-01-01', 'Our own: a page lives until thirty days after its alert is closed');

-- One row: nothing at all is removed from set_at to lifted_at, for the reason given: a lawsuit, an audit.
create table retention_hold (
  id text primary key,
  reason text not null check (reason <> ''),
  set_at integer not null,
  set_by text not null,
  lifted_at integer,
  lifted_by text
) strict;
create unique index retention_hold_open on retention_hold (lifted_at is null) where lifted_at is null;

-- What may be removed is found by its age, and what was removed is not looked at again.
create index reply_original on reply (received_at) where raw_key is not null;
create index reply_words on reply (received_at) where body <> '' or from_address <> '';
create index outgoing_words on outgoing (at) where body <> '';

-- The tax statuses an organization had, as a JSON list of {from, status}, the earliest first; tax_status is the last of
-- them. What is read for a day takes the last one that began by then, and the first where none did.
alter table organization add column tax_history text not null default '[]' check (json_valid(tax_history));
update organization set tax_history = json_array(json_object('from', '0001-01-01', 'status', tax_status))
  where tax_status is not null;
