-- One row: a chamber of a legislature (Montana House, US Senate).
create table chamber (
  id text primary key,
  jurisdiction text not null,
  level text not null check (level in ('state', 'federal')),
  kind text not null check (kind in ('lower', 'upper')),
  name text not null,
  seat_label text not null,
  official_title text not null
) strict;

-- One row: a session of a legislature, from its start to its adjournment sine die.
create table legislative_session (
  id text primary key,
  jurisdiction text not null,
  name text not null,
  kind text not null check (kind in ('regular', 'special')),
  starts_on text not null,
  ends_on text
) strict;

-- One row: a seat in a chamber; districts are text (Massachusetts names them).
create table seat (
  id text primary key,
  chamber_id text not null references chamber (id),
  state text not null,
  district text not null,
  division text,
  from_on text,
  to_on text
) strict;
create index seat_chamber on seat (chamber_id, state);

-- One row: a person who holds or held a seat. Office data only, from a public source; staff overrides survive a refresh.
create table official (
  id text primary key,
  name text not null,
  given text not null,
  family text not null,
  party text,
  email text,
  phone text,
  office text,
  links text not null default '[]' check (json_valid(links)),
  override text not null default '{}' check (json_valid(override)),
  source text not null,
  as_of text not null
) strict;
create index official_family on official (family);

-- One row: an official holds a seat. Roles end; people stay.
create table tenure (
  id text primary key,
  seat_id text not null references seat (id),
  official_id text not null references official (id),
  from_on text,
  to_on text
) strict;
create unique index tenure_current on tenure (seat_id) where to_on is null;
create index tenure_official on tenure (official_id);

-- One row: a committee; chamber_id is empty for a joint one.
create table committee (
  id text primary key,
  jurisdiction text not null,
  chamber_id text references chamber (id),
  name text not null,
  source text not null,
  as_of text not null
) strict;

-- One row: an official sits on a committee.
create table committee_seat (
  committee_id text not null references committee (id) on delete cascade,
  official_id text not null references official (id),
  role text not null default 'member',
  primary key (committee_id, official_id)
) strict;
create index committee_seat_official on committee_seat (official_id);

-- One row: a school district overlaps a seat's district, with the share of the school district.
create table reach (
  district_nces text not null references district (nces),
  seat_id text not null references seat (id),
  share real not null check (share > 0 and share <= 1),
  source text not null check (source in ('csv', 'zip', 'hand', 'statewide')),
  import_id text,
  primary key (district_nces, seat_id)
) strict;
create index reach_seat on reach (seat_id);

-- One row: a subject that the network follows.
create table issue (
  id text primary key,
  name text not null unique,
  summary text not null default '',
  created_at integer not null
) strict;

-- One row: the director ranks an issue for a legislative session.
create table priority (
  legislative_session_id text not null references legislative_session (id),
  issue_id text not null references issue (id),
  rank integer not null check (rank between 1 and 20),
  set_at integer not null,
  set_by text not null,
  primary key (legislative_session_id, issue_id),
  unique (legislative_session_id, rank)
) strict;

-- One row: a bill of a legislative session.
create table bill (
  id text primary key,
  legislative_session_id text not null references legislative_session (id),
  number text not null,
  title text not null,
  status text not null,
  status_on text not null,
  issue_id text references issue (id),
  source text not null,
  created_at integer not null,
  unique (legislative_session_id, number)
) strict;

-- One row: something happens to a bill (a hearing, a vote, a change of status).
create table bill_event (
  id text primary key,
  bill_id text not null references bill (id),
  kind text not null check (kind in ('hearing', 'vote', 'status')),
  at integer not null,
  committee_id text references committee (id),
  note text not null default '',
  source text not null
) strict;
create index bill_event_bill on bill_event (bill_id, at);

-- One row: where an organization stands on a bill, from a date until a date.
create table position (
  id text primary key,
  bill_id text not null references bill (id),
  organization_id text not null references organization (id),
  position text not null check (position in ('support', 'oppose', 'amend', 'monitor', 'neutral')),
  from_on text not null,
  to_on text,
  set_by text not null
) strict;
create unique index position_current on position (bill_id, organization_id) where to_on is null;

-- One row: the last refresh of one kind of data about one jurisdiction: from where, of which day, taken in when.
create table feed (
  jurisdiction text not null,
  kind text not null check (kind in ('officials', 'committees', 'congress', 'reach', 'zip')),
  source text not null,
  as_of text not null,
  imported_at integer not null,
  imported_by text not null,
  primary key (jurisdiction, kind)
) strict;
