-- One row: a person who lobbies for an organization for pay, in a regime, from when until when.
create table lobbyist (
  id text primary key,
  organization_id text not null references organization (id),
  regime text not null,
  name text not null,
  kind text not null check (kind in ('staff', 'contract')),
  staff_id text references staff (id),
  member_id text references member (id),
  from_on text not null,
  to_on text
) strict;

-- One row: an organization files in a regime, in a capacity (principal, client), from when until when.
create table filer (
  organization_id text not null references organization (id),
  regime text not null check (regime in ('mt', 'ms', 'ma', 'lda', 'irs')),
  from_on text not null,
  to_on text,
  primary key (organization_id, regime)
) strict;

-- One row: a member or lobbyist spoke with an official about a bill; where the official stands. A draft until confirmed.
create table contact_report (
  id text primary key,
  state text not null check (state in ('draft', 'confirmed', 'discarded')),
  member_id text,
  lobbyist_id text references lobbyist (id),
  official_id text references official (id),
  bill_id text references bill (id),
  issue_id text references issue (id),
  alert_id text references alert (id),
  reply_id text,
  method text check (method in ('in_person', 'phone', 'sms', 'email', 'letter', 'video', 'testimony', 'other')),
  stance text check (stance in ('support', 'lean_support', 'undecided', 'lean_oppose', 'oppose')),
  on_date text not null,
  note text not null default '',
  door text not null check (door in ('sms', 'email', 'web', 'staff')),
  created_at integer not null,
  created_by text not null,
  confirmed_at integer,
  confirmed_by text
) strict;
create index contact_report_draft on contact_report (created_at) where state = 'draft';
create index contact_report_official on contact_report (official_id, on_date);
create index contact_report_alert on contact_report (alert_id);
create unique index contact_report_reply on contact_report (reply_id) where reply_id is not null;
create index contact_report_member on contact_report (member_id) where member_id is not null;
create index contact_report_bill on contact_report (bill_id, official_id, on_date);

-- One row: a line of the lobbying log: who did what about which matter, on which day.
create table activity (
  id text primary key,
  organization_id text not null references organization (id),
  on_date text not null,
  person_kind text not null check (person_kind in ('staff_lobbyist', 'contract_lobbyist', 'staff_support', 'officer', 'member', 'none')),
  lobbyist_id text references lobbyist (id),
  staff_id text,
  member_id text,
  kind text not null check (kind in ('direct_contact', 'testimony', 'preparation', 'research', 'planning', 'solicitation_of_members', 'solicitation_of_public', 'event', 'monitoring', 'technical_response', 'administrative')),
  method text,
  official_id text references official (id),
  bill_id text references bill (id),
  issue_id text references issue (id),
  position text check (position in ('support', 'oppose', 'amend', 'monitor', 'neutral')),
  minutes integer check (minutes is null or minutes between 0 and 1440),
  directed_by text not null check (directed_by in ('client', 'lobbyist', 'independent')),
  reach_members integer,
  reach_non_members integer,
  contact_report_id text references contact_report (id),
  alert_id text references alert (id),
  state text not null check (state in ('draft', 'confirmed', 'removed')),
  note text not null default '',
  created_at integer not null,
  created_by text not null,
  updated_at integer not null
) strict;
create index activity_on on activity (on_date);
create unique index activity_contact_report on activity (contact_report_id) where contact_report_id is not null;
create unique index activity_alert on activity (alert_id) where alert_id is not null;

-- One row: what an activity is in one regime, by which rule and version, who said so and why.
create table activity_class (
  activity_id text not null references activity (id),
  regime text not null,
  class text not null,
  counts integer not null check (counts in (0, 1)),
  rule_id text not null,
  rule_version text not null,
  by text not null,
  at integer not null,
  reason text not null,
  primary key (activity_id, regime)
) strict;

-- One row: money spent. estimated = 1 until the carrier's real prices are complete.
create table expense (
  id text primary key,
  organization_id text not null references organization (id),
  incurred_on text not null,
  paid_on text,
  amount_cents integer not null check (amount_cents >= 0),
  payee text not null,
  payee_address text,
  purpose text not null,
  mt_category text check (mt_category in ('printing', 'advertising', 'postage', 'travel', 'salaries', 'entertainment', 'telephone', 'office', 'other')),
  ms_category text check (ms_category in ('a', 'b', 'c', 'd', 'e', 'f', 'g')),
  lobbyist_id text references lobbyist (id),
  official_id text references official (id),
  place text,
  bill_id text references bill (id),
  activity_id text references activity (id),
  alert_id text references alert (id),
  personal_living integer not null default 0 check (personal_living in (0, 1)),
  estimated integer not null default 0 check (estimated in (0, 1)),
  state text not null check (state in ('draft', 'confirmed', 'removed')),
  created_at integer not null,
  created_by text not null,
  updated_at integer not null
) strict;
create index expense_on on expense (incurred_on);
create unique index expense_alert on expense (alert_id) where alert_id is not null;
