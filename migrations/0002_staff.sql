-- One row: a person who may sign in to the console.
create table staff (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified integer not null default 0,
  image text,
  created_at integer not null,
  updated_at integer not null
) strict;

-- One row: a browser that is signed in.
create table sign_in (
  id text primary key,
  staff_id text not null references staff (id) on delete cascade,
  token text not null unique,
  expires_at integer not null,
  ip_address text,
  user_agent text,
  created_at integer not null,
  updated_at integer not null
) strict;
create index sign_in_staff on sign_in (staff_id);

-- One row: a way to sign in that belongs to a staff person.
create table sign_in_account (
  id text primary key,
  staff_id text not null references staff (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  access_token_expires_at integer,
  refresh_token_expires_at integer,
  scope text,
  id_token text,
  password text,
  created_at integer not null,
  updated_at integer not null
) strict;
create index sign_in_account_staff on sign_in_account (staff_id);

-- One row: a code or link sent to somebody who wants to sign in.
create table sign_in_code (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at integer not null,
  created_at integer not null,
  updated_at integer not null
) strict;
create index sign_in_code_identifier on sign_in_code (identifier);

-- One row: how often somebody asked for codes or tried one since began_at; key is a keyed hash.
create table sign_in_rate (
  key text primary key,
  count integer not null,
  began_at integer not null
) strict;
create index sign_in_rate_began on sign_in_rate (began_at);

-- One row: what a staff person may do, from when until when. region_id for a regional president,
-- organization_id for a partner.
create table role (
  id text primary key,
  staff_id text not null references staff (id) on delete cascade,
  role text not null check (role in ('owner', 'director', 'coordinator', 'staff', 'regional_president', 'partner', 'board')),
  region_id text,
  organization_id text,
  granted_at integer not null,
  granted_by text not null,
  ended_at integer,
  check (role <> 'regional_president' or region_id is not null),
  check (role <> 'partner' or organization_id is not null)
) strict;
create unique index role_current on role (staff_id) where ended_at is null;

-- One row: a phone of a staff person, for approval requests and for texting in.
create table staff_phone (
  staff_id text primary key references staff (id) on delete cascade,
  phone text not null unique,
  added_at integer not null
) strict;

-- One row: a person asked to join the staff of the network.
create table invitation (
  id text primary key,
  email text not null,
  name text not null,
  role text not null,
  region_id text,
  organization_id text,
  token_hash text not null unique,
  invited_by text not null,
  invited_at integer not null,
  expires_at integer not null,
  accepted_at integer,
  withdrawn_at integer
) strict;

-- One row: a key of the JSON API. The key itself is shown once and kept only as a hash.
create table api_key (
  id text primary key,
  name text not null,
  staff_id text not null references staff (id) on delete cascade,
  prefix text not null,
  key_hash text not null unique,
  scopes text not null check (json_valid(scopes)),
  created_at integer not null,
  last_used_on text,
  revoked_at integer
) strict;

-- One row: a setting of the network that staff may change.
create table network_setting (
  key text primary key,
  value text not null check (json_valid(value)),
  changed_at integer not null,
  changed_by text not null
) strict;
