-- The log in depth: what a person was paid, what was given to the association, proof kept beside a line, entries that
-- come back every week, and what each regime asks of a line beyond its kind.

-- Parts of the minutes; where none is given all of them count as one.
alter table activity add column minutes_direct integer check (minutes_direct is null or minutes_direct >= 0);
alter table activity add column minutes_prep integer check (minutes_prep is null or minutes_prep >= 0);
alter table activity add column minutes_travel integer check (minutes_travel is null or minutes_travel >= 0);
-- Who paid for the time: the association itself where null; else a name such as a partner's or the district's.
alter table activity add column payer text;
alter table activity add column branch text check (branch is null or branch in ('legislative', 'executive', 'both'));
alter table activity add column level text check (level is null or level in ('federal', 'state', 'local'));
-- JSON lists: chambers, committees or agencies spoken with; issue codes of the federal act (EDU, BUD).
alter table activity add column bodies text check (bodies is null or json_valid(bodies));
alter table activity add column issue_codes text check (issue_codes is null or json_valid(issue_codes));
-- A draft request number or words, where there is no bill yet; what joins several exchanges into one occasion.
alter table activity add column matter text;
alter table activity add column occasion_key text;
-- Answers to what a regime asks, 0 or 1; null: not asked, since no class hangs on it, or not answered yet.
alter table activity add column official_capacity integer check (official_capacity in (0, 1));
alter table activity add column on_record integer check (on_record in (0, 1));
alter table activity add column written_request integer check (written_request in (0, 1));
alter table activity add column specific_legislation integer check (specific_legislation in (0, 1));
alter table activity add column reflects_view integer check (reflects_view in (0, 1));
alter table activity add column direct_interest integer check (direct_interest in (0, 1));
alter table activity add column asks_non_members integer check (asks_non_members in (0, 1));
alter table activity add column covered_official integer check (covered_official in (0, 1));
-- JSON list of the calls to action found in a message: tell, contact, mechanism, identify (26 CFR 56.4911-2(b)(2)(iii)).
alter table activity add column calls_to_action text check (calls_to_action is null or json_valid(calls_to_action));
-- How the line came here, which line it was split from, and which recurring entry made it for its day.
alter table activity add column door text check (door is null or door in ('form', 'line', 'sms', 'calendar', 'contact', 'alert', 'recurring', 'split', 'api'));
alter table activity add column split_of text references activity (id);
alter table activity add column recurring_id text references recurring_entry (id);
create unique index activity_recurring on activity (recurring_id, on_date) where recurring_id is not null;
create index activity_person_day on activity (staff_id, on_date) where staff_id is not null;
create index activity_split on activity (split_of) where split_of is not null;

-- What regimes ask of an expense beyond its category.
alter table expense add column split_of text references expense (id);
alter table expense add column event_name text;
-- 1: the whole legislature and every statewide official was invited, for one day, all alike (Mississippi).
alter table expense add column event_all_invited integer check (event_all_invited in (0, 1));
alter table expense add column attendance integer check (attendance is null or attendance >= 0);
alter table expense add column officials_attending integer check (officials_attending is null or officials_attending >= 0);
-- JSON lists: names of those present; {officialId, shareCents, family} of each official who had a part of it.
alter table expense add column attendees text check (attendees is null or json_valid(attendees));
alter table expense add column beneficiaries text check (beneficiaries is null or json_valid(beneficiaries));
alter table expense add column reimbursed_to text;
alter table expense add column is_travel integer check (is_travel in (0, 1));
alter table expense add column is_overhead integer check (is_overhead in (0, 1));
alter table expense add column is_third_party_lobbying integer check (is_third_party_lobbying in (0, 1));
alter table expense add column is_capital integer check (is_capital in (0, 1));
-- JSON: {method, numerator, denominator}, and {candidate, office, on} of a campaign contribution.
alter table expense add column allocation text check (allocation is null or json_valid(allocation));
alter table expense add column contribution text check (contribution is null or json_valid(contribution));
create index expense_split on expense (split_of) where split_of is not null;

-- One row: what an expense is in one regime, who said so and why. class is a category of the regime, or not_reported.
create table expense_class (
  expense_id text not null references expense (id),
  regime text not null,
  class text not null,
  by text not null,
  at integer not null,
  reason text not null default '',
  primary key (expense_id, regime)
) strict;
insert into expense_class (expense_id, regime, class, by, at)
  select id, 'mt', mt_category, created_by, updated_at from expense where mt_category is not null;
insert into expense_class (expense_id, regime, class, by, at)
  select id, 'ms', ms_category, created_by, updated_at from expense where ms_category is not null;

-- One row: what a person who lobbies was paid for a span of days. Benefits are in benefit_cents; counted is a JSON list
-- of what those are. paid_by is a JSON list of {name, basisPoints} where several paid, adding up to 10,000.
create table compensation_period (
  id text primary key,
  organization_id text not null references organization (id),
  person_key text not null,
  person_name text not null,
  lobbyist_id text references lobbyist (id),
  staff_id text,
  from_on text not null,
  to_on text not null check (to_on >= from_on),
  pay_cents integer not null check (pay_cents >= 0),
  benefit_cents integer not null default 0 check (benefit_cents >= 0),
  counted text not null default '[]' check (json_valid(counted)),
  total_minutes integer check (total_minutes is null or total_minutes > 0),
  all_lobbying integer not null default 0 check (all_lobbying in (0, 1)),
  paid_by text not null default '[]' check (json_valid(paid_by)),
  note text not null default '',
  state text not null check (state in ('confirmed', 'removed')),
  created_at integer not null,
  created_by text not null,
  updated_at integer not null
) strict;
create index compensation_person on compensation_period (person_key, from_on) where state = 'confirmed';

-- One row: dues, a fee or a gift that the association received, and whether it was given for lobbying.
create table dues_receipt (
  id text primary key,
  organization_id text not null references organization (id),
  received_on text not null,
  amount_cents integer not null check (amount_cents > 0),
  payer_kind text not null check (payer_kind in ('district', 'government', '501c3', 'individual', 'business', 'other')),
  payer text not null,
  payer_address text,
  member_id text references member (id),
  kind text not null check (kind in ('dues', 'contribution')),
  earmarked integer not null default 0 check (earmarked in (0, 1)),
  issue_id text references issue (id),
  earmark text not null default '',
  notice_cents integer check (notice_cents is null or notice_cents >= 0),
  note text not null default '',
  state text not null check (state in ('confirmed', 'removed')),
  created_at integer not null,
  created_by text not null,
  updated_at integer not null
) strict;
create index dues_received on dues_receipt (received_on);

-- One row: a file kept beside a row of the log: a receipt, a letter, testimony. The object's key is its SHA-256.
create table attachment (
  id text primary key,
  subject_kind text not null check (subject_kind in ('activity', 'expense', 'compensation', 'dues')),
  subject_id text not null,
  kind text not null check (kind in ('receipt', 'invoice', 'letter', 'testimony', 'notice', 'other')),
  name text not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  state text not null check (state in ('kept', 'removed')),
  added_at integer not null,
  added_by text not null,
  removed_at integer,
  removed_by text
) strict;
create unique index attachment_once on attachment (subject_kind, subject_id, sha256) where state = 'kept';
create index attachment_hash on attachment (sha256) where state = 'kept';

-- One row: an entry that comes back: on a weekday (1 Monday to 7 Sunday) or a day of the month it makes a draft, once.
create table recurring_entry (
  id text primary key,
  organization_id text not null references organization (id),
  staff_id text not null references staff (id),
  every text not null check (every in ('week', 'month')),
  on_day integer not null check (on_day between 1 and 31 and (every = 'month' or on_day <= 7)),
  kind text not null,
  method text,
  official_id text references official (id),
  bill_id text references bill (id),
  position text,
  minutes integer check (minutes is null or minutes between 1 and 1440),
  note text not null default '',
  from_on text not null,
  to_on text,
  created_at integer not null,
  created_by text not null
) strict;

-- One row: a text from a staff phone that became a draft of the log, so that a reply confirms that one.
create table staff_line (
  reply_id text primary key,
  staff_id text not null,
  activity_id text references activity (id),
  at integer not null
) strict;
create index staff_line_staff on staff_line (staff_id, at);
