-- What holds an alert near an election: who is a candidate, and how wide the window is in which naming one is held.

-- One row: an official stands in an election on a day, as staff have it from a source.
create table candidacy (
  id text primary key,
  official_id text not null references official (id),
  election_on text not null,
  office text not null,
  source text not null,
  added_at integer not null,
  added_by text not null,
  unique (official_id, election_on)
) strict;

-- One row: how many days before an election a message that names a candidate is held, and whether scorecards of
-- legislators may go out at all. The newest row for a day holds; null organization: for every organization.
create table campaign_window (
  id text primary key,
  organization_id text references organization (id),
  days integer not null check (days between 0 and 730),
  scorecards integer not null check (scorecards in (0, 1)),
  from_on text not null,
  source text not null,
  evidence text not null,
  decided_at integer not null,
  decided_by text not null
) strict;
create trigger campaign_window_no_update before update on campaign_window begin select raise(abort, 'a window is followed by another, never edited'); end;
create trigger campaign_window_no_delete before delete on campaign_window begin select raise(abort, 'a window is followed by another, never removed'); end;
insert into campaign_window (id, organization_id, days, scorecards, from_on, source, evidence, decided_at, decided_by) values
  ('campaign_window.2007', null, 60, 0, '2007-06-18', 'Rev. Rul. 2007-41 weighs how near an election is and names no days; 60 is ours, to be confirmed by counsel', 'GL', 0, 'release');
