-- One row: a figure about a district as it was until it was replaced or taken off, with who did that.
create table district_fact_past (
  id integer primary key,
  district_nces text not null references district (nces) on delete cascade,
  key text not null,
  value text not null,
  as_of text not null,
  source text not null,
  until_at integer not null,
  until_by text not null
) strict;
create index district_fact_past_district on district_fact_past (district_nces, id);

-- Names of figures are kept as they are compared: "Title I_dollars" and "title i dollars" are one. Of two that
-- become one the newer stays, the other goes among those of the past. One row: a figure, until this file's end.
create table district_fact_named (
  district_nces text not null,
  key text not null,
  value text not null,
  as_of text not null,
  source text not null,
  place integer not null
) strict;
insert into district_fact_named
select district_nces, named, value, as_of, source,
  row_number() over (partition by district_nces, named order by as_of desc, key)
from (select *, lower(trim(replace(replace(replace(replace(replace(key, '_', ' '), '-', ' '), '  ', ' '), '  ', ' '), '  ', ' '))) as named
      from district_fact);
delete from district_fact;
insert into district_fact (district_nces, key, value, as_of, source)
select district_nces, key, value, as_of, source from district_fact_named where place = 1;
insert into district_fact_past (district_nces, key, value, as_of, source, until_at, until_by)
select district_nces, key, value, as_of, source, unixepoch() * 1000, 'system' from district_fact_named where place > 1;
drop table district_fact_named;

-- An import may be of figures. The lines go aside first: taking their import away would take them too.
-- One row: a file that was imported (not a dry run).
create table import_next (
  id text primary key,
  kind text not null check (kind in ('members', 'districts', 'figures', 'reach', 'officials', 'committees', 'congress', 'bills')),
  file_name text not null,
  file_hash text not null,
  mapping text not null default '{}' check (json_valid(mapping)),
  state text not null check (state in ('done', 'undone')),
  rows_created integer not null,
  rows_updated integer not null,
  rows_unchanged integer not null,
  rows_rejected integer not null,
  at integer not null,
  by text not null,
  undone_at integer
) strict;
insert into import_next
select id, kind, file_name, file_hash, mapping, state, rows_created, rows_updated, rows_unchanged, rows_rejected, at, by, undone_at
from import;

-- One row: what an import did with one line of its file, and how the row looked before. Erased with the member.
create table import_row_next (
  import_id text not null references import_next (id) on delete cascade,
  line integer not null,
  outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
  subject_id text,
  before text check (before is null or json_valid(before)),
  problems text not null default '[]' check (json_valid(problems)),
  primary key (import_id, line)
) strict;
insert into import_row_next select import_id, line, outcome, subject_id, before, problems from import_row;

drop table import_row;
drop table import;
alter table import_next rename to import;
alter table import_row_next rename to import_row;
create index import_at on import (at);
create index import_row_subject on import_row (subject_id);
