-- Lines of the law that the log is watched against, and which of them are near. Evidence as in 0010.
insert into rule (id, regime, key, value, operator, unit, from_on, to_on, source, evidence, state)
  select id || '.near_share', id, 'near_share', '80', 'at_least', 'percent', '1977-01-01', null,
    'No rule of law: from this share of a limit on, its line is shown as near', 'GL', 'in_force' from regime;

-- One row: a line of the law that a filer's log is near or past, as of when the due dates were last worked out. Names
-- nobody: who it is about is a lobbyist, a person of staff or an official, by id, or nobody.
create table threshold_near (
  organization_id text not null references organization (id),
  regime text not null,
  key text not null,
  subject text not null default '',
  period_from text not null,
  name text not null,
  state text not null check (state in ('near', 'crossed')),
  on_date text,
  updated_at integer not null,
  primary key (organization_id, regime, key, subject, period_from)
) strict;
