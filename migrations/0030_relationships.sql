-- One row: a member knows an official: how, and how well (1 have met, 2 know each other, 3 know each other well).
-- One current row for each pair; removed_at takes it off the pages and is undone by clearing it.
create table relationship (
  id text primary key,
  member_id text not null references member (id),
  official_id text not null references official (id),
  kind text not null check (kind in ('acquainted', 'friend', 'family', 'neighbor', 'former_student', 'colleague', 'served_together', 'campaign', 'community')),
  strength integer not null check (strength between 1 and 3),
  since_year integer check (since_year is null or since_year between 1900 and 2200),
  note text not null default '',
  -- A survey's row is replaced by the member's next answer; what staff wrote never is. source_id: the alert, or the person of staff.
  source text not null check (source in ('staff', 'survey')),
  source_id text not null,
  at integer not null,
  removed_at integer
) strict;
create unique index relationship_current on relationship (member_id, official_id) where removed_at is null;
create index relationship_member on relationship (member_id);
create index relationship_official on relationship (official_id) where removed_at is null;

-- One row: how the last fetch of one kind of data about one jurisdiction from a service went. worked_at stays when a
-- later one fails, so that pages can say how old the data are and why; problem is null where the last one worked.
create table feed_fetch (
  jurisdiction text not null,
  kind text not null check (kind in ('officials', 'committees', 'bills')),
  service text not null check (service in ('openstates', 'legiscan')),
  tried_at integer not null,
  worked_at integer,
  problem text,
  primary key (jurisdiction, kind)
) strict;

-- One row: a bill as a service knows it. The bill follows the service's status until staff write another.
create table bill_feed (
  bill_id text primary key references bill (id),
  service text not null check (service in ('openstates', 'legiscan')),
  service_id text not null,
  change_hash text not null,
  status text not null,
  status_on text not null,
  url text,
  fetched_at integer not null
) strict;

-- The service's own name for an event that came from it; null for what staff wrote, which no fetch touches.
alter table bill_event add column feed_key text;
create unique index bill_event_feed on bill_event (bill_id, feed_key) where feed_key is not null;

-- 1: a question about a member's own officials asks which of them they know well, not whom they spoke with.
alter table question add column asks_known integer not null default 0 check (asks_known in (0, 1));
