-- One row: the association, an affiliate or a partner of it.
create table organization (
  id text primary key,
  name text not null unique,
  short_name text not null,
  kind text not null check (kind in ('association', 'affiliate', 'partner')),
  tax_status text check (tax_status in ('501c3', '501c3h', '501c4', '501c5', '501c6', 'government', 'other')),
  address text,
  phone text,
  created_at integer not null
) strict;

-- One row: a region of the association.
create table region (
  id text primary key,
  name text not null unique
) strict;

-- One row: a school district, by its NCES id.
create table district (
  nces text primary key,
  name text not null,
  county text,
  state text not null,
  state_id text,
  class text,
  zip text,
  zone text,
  source text not null,
  as_of text,
  import_id text
) strict;
create index district_name on district (name);

-- One row: a figure about a district (enrolment, dollars) with its source and date.
create table district_fact (
  district_nces text not null references district (nces),
  key text not null,
  value text not null,
  as_of text not null,
  source text not null,
  primary key (district_nces, key)
) strict;

-- One row: a member of the network. Erasable: other rows hold the id only.
create table member (
  id text primary key,
  first_name text not null,
  last_name text not null,
  kind text not null check (kind in ('superintendent', 'assistant superintendent', 'executive director', 'retired', 'associate')),
  title text,
  organization_id text not null references organization (id),
  region_id text references region (id),
  district_nces text references district (nces),
  zone text,
  language text not null default 'en',
  state text not null default 'active' check (state in ('active', 'left')),
  created_at integer not null,
  updated_at integer not null,
  left_at integer
) strict;
create index member_name on member (last_name, first_name, id);
create index member_region on member (region_id);
create index member_district on member (district_nces);

-- One row: a member belongs to an organization of the network.
create table membership (
  member_id text not null references member (id) on delete cascade,
  organization_id text not null references organization (id),
  from_on text not null,
  to_on text,
  primary key (member_id, organization_id)
) strict;

-- One row: one phone or address of one member. address_hash is keyed, and outlives the row in suppression.
create table contact_point (
  id text primary key,
  member_id text not null references member (id) on delete cascade,
  channel text not null check (channel in ('sms', 'email')),
  address text not null,
  address_hash text not null,
  is_public integer not null default 0 check (is_public in (0, 1)),
  is_primary integer not null default 1 check (is_primary in (0, 1)),
  state text not null check (state in ('active', 'unconsented', 'held', 'suppressed', 'invalid')),
  state_reason text,
  created_at integer not null,
  updated_at integer not null,
  unique (member_id, channel, address)
) strict;
create index contact_point_address on contact_point (channel, address);
create index contact_point_hash on contact_point (address_hash);
create unique index contact_point_primary on contact_point (member_id, channel) where is_primary = 1;

-- One row: a wording by which members agreed to texts; each version is kept.
create table consent_text (
  version text primary key,
  body text not null,
  from_on text not null
) strict;

-- One row: permission given, withdrawn, put on hold or cleared. Append-only; address_hash instead of the number.
create table consent_event (
  id text primary key,
  at integer not null,
  on_date text not null,
  member_id text,
  contact_point_id text,
  channel text not null check (channel in ('sms', 'email')),
  address_hash text not null,
  organization_id text,
  kind text not null check (kind in ('granted', 'revoked', 'held', 'released', 'invalidated')),
  text_version text,
  source text not null,
  evidence_kind text,
  evidence_id text,
  actor_kind text not null,
  actor_id text not null
) strict;
create index consent_event_member on consent_event (member_id, id);
create index consent_event_hash on consent_event (address_hash, id);
create trigger consent_event_no_update before update on consent_event begin select raise(abort, 'the consent ledger is append-only'); end;
create trigger consent_event_no_delete before delete on consent_event begin select raise(abort, 'the consent ledger is append-only'); end;

-- One row: an address that must not be sent to. Keyed hash only, so it outlives the member.
-- by_carrier = 1: the carrier stopped it, and only START from the number lifts it.
create table suppression (
  address_hash text primary key,
  channel text not null check (channel in ('sms', 'email')),
  reason text not null check (reason in ('stopped', 'unsubscribed', 'complained', 'bounced', 'wrong_number', 'staff', 'held')),
  by_carrier integer not null default 0 check (by_carrier in (0, 1)),
  consent_event_id text not null,
  at integer not null
) strict;

-- One row: a named group of members.
create table member_group (
  id text primary key,
  name text not null unique
) strict;

-- One row: a member is in a group.
create table group_member (
  group_id text not null references member_group (id) on delete cascade,
  member_id text not null references member (id) on delete cascade,
  primary key (group_id, member_id)
) strict;
create index group_member_member on group_member (member_id);

-- One row: a file that was imported (not a dry run).
create table import (
  id text primary key,
  kind text not null check (kind in ('members', 'districts', 'reach', 'officials', 'committees', 'congress', 'bills')),
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
create index import_at on import (at);

-- One row: what an import did with one line of its file, and how the row looked before. Erased with the member.
create table import_row (
  import_id text not null references import (id) on delete cascade,
  line integer not null,
  outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'rejected')),
  subject_id text,
  before text check (before is null or json_valid(before)),
  problems text not null default '[]' check (json_valid(problems)),
  primary key (import_id, line)
) strict;
create index import_row_subject on import_row (subject_id);
