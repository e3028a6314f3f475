-- Frozen copies in two more formats, what an office answered to a filing, and calendars that people subscribe to.

-- One row: a frozen file of a filing in object storage, with the SHA-256 of its bytes.
create table filing_copy_next (
  filing_id text not null references filing (id),
  format text not null check (format in ('csv', 'html', 'json', 'pdf', 'xlsx')),
  object_key text not null,
  sha256 text not null,
  size integer not null,
  primary key (filing_id, format)
) strict;
insert into filing_copy_next (filing_id, format, object_key, sha256, size)
  select filing_id, format, object_key, sha256, size from filing_copy;
drop table filing_copy;
alter table filing_copy_next rename to filing_copy;
create trigger filing_copy_no_update before update on filing_copy begin select raise(abort, 'a filed copy is never edited'); end;
create trigger filing_copy_no_delete before delete on filing_copy begin select raise(abort, 'a filed copy is never removed'); end;

-- One row: a calendar that a person subscribed to, by the hash of its address. At most one of a person is open.
create table calendar_feed (
  id text primary key,
  staff_id text not null references staff (id) on delete cascade,
  token_hash text not null unique,
  made_at integer not null,
  revoked_at integer
) strict;
create unique index calendar_feed_open on calendar_feed (staff_id) where revoked_at is null;

-- One row: what the office answered to a filing: the day, its number, and the file of it where there is one. Never edited: a second one is added.
create table filing_receipt (
  id text primary key,
  filing_id text not null references filing (id),
  submitted_on text not null,
  reference text not null default '',
  type text,
  size integer,
  sha256 text,
  added_at integer not null,
  added_by text not null,
  check ((sha256 is null) = (type is null) and (sha256 is not null or reference <> ''))
) strict;
create index filing_receipt_filing on filing_receipt (filing_id);
create trigger filing_receipt_no_update before update on filing_receipt begin select raise(abort, 'what an office answered is never edited'); end;
create trigger filing_receipt_no_delete before delete on filing_receipt begin select raise(abort, 'what an office answered is never removed'); end;
