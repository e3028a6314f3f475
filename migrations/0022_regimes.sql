-- Regimes become data, and rules get a reviewer and a history.

-- One row: a body of reporting rules, by the short name that filers, rules and obligations carry.
create table regime (
  id text primary key,
  name text not null
) strict;
insert into regime (id, name) values
  ('mt', 'Montana'),
  ('ms', 'Mississippi'),
  ('ma', 'Massachusetts'),
  ('lda', 'federal'),
  ('irs', 'IRS');

-- One row: an organization files in a regime, in a capacity (principal, client), from when until when.
create table filer_next (
  organization_id text not null references organization (id),
  regime text not null references regime (id),
  from_on text not null,
  to_on text,
  primary key (organization_id, regime)
) strict;
insert into filer_next (organization_id, regime, from_on, to_on) select organization_id, regime, from_on, to_on from filer;
drop table filer;
alter table filer_next rename to filer;

-- A rule is never edited: a correction ends a row and adds one. What may be written on a row later is that a person
-- looked it over, and that a proposal came to nothing. Rows that came with a release stay open to later releases.
alter table rule add column reviewed_by text;
alter table rule add column reviewed_at integer;
alter table rule add column replaces_id text references rule (id);
alter table rule add column added_at integer;
alter table rule add column added_by text;
alter table rule add column withdrawn_at integer;
create trigger rule_no_edit before update of regime, key, value, operator, unit, from_on, source, evidence on rule
  when old.added_at is not null
  begin select raise(abort, 'a rule is corrected by a new row'); end;
create trigger rule_no_delete before delete on rule
  when old.added_at is not null
  begin select raise(abort, 'a rule is ended, never removed'); end;

insert into rule (id, regime, key, value, operator, unit, from_on, to_on, source, evidence, state) values
  ('mt.principal_business_days.2004', 'mt', 'principal_business_days', '5', 'at_most', 'days', '2004-01-01', null, 'COPP lobbying FAQ has the time for lobbyists (L-1, L-2); the same for a principal alone (L-3) is our careful reading', 'GL', 'in_force'),
  ('mt.allocation_rounding.2004', 'mt', 'allocation_rounding', 'half_up', null, 'text', '2004-01-01', null, 'ARM 44.12.211 gives pay times lobbying hours or days over all; to the cent, half a cent up, is ours', 'GL', 'in_force'),
  ('ms.session_1_through.1994', 'ms', 'session_1_through', '02-24', null, 'date', '1994-01-01', null, 'Miss. Code title 5, chapter 8 names the due day alone; that the first report goes through the day before is ours', 'GL', 'in_force'),
  ('ms.registration_from.1994', 'ms', 'registration_from', '01-01', null, 'date', '1994-01-01', null, 'Miss. Code title 5, chapter 8: a registration is for the calendar year', 'V', 'in_force');
