-- One row: a rule of a regime as dated data with its source. state 'proposed' has no effect.
create table rule (
  id text primary key,
  regime text not null,
  key text not null,
  value text not null,
  operator text check (operator in ('more_than', 'at_least', 'less_than', 'at_most', 'equals')),
  unit text not null check (unit in ('cents', 'days', 'minutes', 'percent', 'date', 'count', 'text')),
  from_on text not null,
  to_on text,
  source text not null,
  evidence text not null,
  state text not null check (state in ('in_force', 'proposed'))
) strict;
create index rule_key on rule (regime, key, from_on);

-- One row: a day that moves due dates: a holiday, or an event of a legislature.
create table calendar_event (
  jurisdiction text not null,
  on_date text not null,
  kind text not null check (kind in ('holiday', 'session_start', 'sine_die')),
  name text not null,
  source text not null,
  primary key (jurisdiction, on_date, kind)
) strict;

-- One row: a report that falls due for a filer (for a lobbyist's own report, also the lobbyist).
create table obligation (
  id text primary key,
  regime text not null,
  form text not null,
  organization_id text not null references organization (id),
  lobbyist_id text references lobbyist (id),
  name text not null,
  period_from text not null,
  period_to text not null,
  statutory_due_on text not null,
  due_on text not null,
  internal_due_on text not null,
  state text not null check (state in ('not_triggered', 'open', 'prepared', 'filed', 'filed_by_other')),
  trace text not null default '[]' check (json_valid(trace)),
  updated_at integer not null
) strict;
create unique index obligation_once on obligation (regime, form, organization_id, coalesce(lobbyist_id, ''), period_from, period_to);

-- One row: a prepared or filed report. Frozen once filed; a later change makes a new version that supersedes it.
create table filing (
  id text primary key,
  obligation_id text not null references obligation (id),
  version integer not null,
  supersedes_id text references filing (id),
  state text not null check (state in ('prepared', 'filed', 'superseded')),
  total_cents integer not null,
  rules text not null check (json_valid(rules)),
  prepared_at integer not null,
  prepared_by text not null,
  filed_at integer,
  filed_by text,
  hash text,
  unique (obligation_id, version)
) strict;

-- One row: a line of a filing, in the form's own order.
create table filing_line (
  filing_id text not null references filing (id),
  no integer not null,
  section text not null,
  label text not null,
  detail text not null default '',
  amount_cents integer,
  primary key (filing_id, no)
) strict;

-- One row: a row of the log that a filing line took, and how many cents of it.
create table filing_source (
  filing_id text not null,
  line_no integer not null,
  source_kind text not null check (source_kind in ('activity', 'expense')),
  source_id text not null,
  cents integer,
  primary key (filing_id, line_no, source_kind, source_id),
  foreign key (filing_id, line_no) references filing_line (filing_id, no)
) strict;
create index filing_source_source on filing_source (source_kind, source_id);

-- One row: a frozen file of a filing in object storage, with the SHA-256 of its bytes.
create table filing_copy (
  filing_id text not null references filing (id),
  format text not null check (format in ('csv', 'html', 'json')),
  object_key text not null,
  sha256 text not null,
  size integer not null,
  primary key (filing_id, format)
) strict;
create trigger filing_copy_no_update before update on filing_copy begin select raise(abort, 'a filed copy is never edited'); end;
create trigger filing_copy_no_delete before delete on filing_copy begin select raise(abort, 'a filed copy is never removed'); end;
