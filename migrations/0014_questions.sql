-- An alert asks up to six questions of several kinds, one after another. The four tables are made anew, since SQLite
-- cannot loosen a check or a column; children are dropped before their parents, so that no reference breaks.

-- One row: one question of an alert, in its order. The first stands in the alert's own words, the others are asked after it.
-- after_question and after_option name the question and the choice by number, after which alone it is asked.
create table question_new (
  id text primary key,
  alert_id text not null references alert (id),
  no integer not null default 1 check (no between 1 and 6),
  prompt text not null,
  kind text not null check (kind in ('choice', 'many', 'text', 'number', 'scale', 'officials')),
  after_question integer,
  after_option integer,
  least real,
  most real,
  unit text,
  low_label text,
  high_label text,
  unique (alert_id, no),
  check ((after_question is null) = (after_option is null)),
  check (after_question is null or after_question < no)
) strict;
insert into question_new (id, alert_id, no, prompt, kind) select id, alert_id, 1, prompt, kind from question;

-- One row: one numbered choice of a question. outcome says what choosing it means for the chain; synonyms is a JSON
-- list of other words that mean it.
create table question_option_new (
  id text primary key,
  question_id text not null references question_new (id),
  no integer not null check (no between 1 and 9),
  label text not null,
  outcome text not null check (outcome in ('contacted', 'will', 'cannot', 'help', 'other')),
  synonyms text not null default '[]' check (json_valid(synonyms)),
  unique (question_id, no)
) strict;
insert into question_option_new (id, question_id, no, label, outcome)
  select id, question_id, no, label, outcome from question_option;
drop table question_option;
drop table question;
alter table question_new rename to question;
alter table question_option_new rename to question_option;

-- One row: one answer given by a member to a question. Append-only; words stay in reply, which can be erased.
-- option_ids is a JSON list of ids where several may be chosen; officials one of {officialId, stance}.
create table answer_new (
  id text primary key,
  alert_id text not null,
  question_id text not null,
  member_id text not null,
  option_id text,
  option_ids text check (option_ids is null or json_valid(option_ids)),
  number real,
  officials text check (officials is null or json_valid(officials)),
  door text not null check (door in ('sms', 'email', 'web', 'staff')),
  reply_id text,
  delivery_id integer,
  confidence text not null check (confidence in ('sure', 'likely', 'needs_review')),
  at integer not null
) strict;
insert into answer_new (id, alert_id, question_id, member_id, option_id, door, reply_id, delivery_id, confidence, at)
  select id, alert_id, question_id, member_id, option_id, door, reply_id, delivery_id, confidence, at from answer;

-- One row: a member's current answer to a question; what was answered other than one choice is in the answer.
create table response_new (
  alert_id text not null,
  question_id text not null,
  member_id text not null,
  answer_id text not null references answer_new (id),
  option_id text,
  revised integer not null default 0,
  first_at integer not null,
  at integer not null,
  primary key (alert_id, question_id, member_id)
) strict;
insert into response_new (alert_id, question_id, member_id, answer_id, option_id, revised, first_at, at)
  select alert_id, question_id, member_id, answer_id, option_id, revised, first_at, at from response;
drop table response;
drop table answer;
alter table answer_new rename to answer;
alter table response_new rename to response;
create index answer_alert on answer (alert_id, at);
create trigger answer_no_update before update on answer begin select raise(abort, 'an answer is never edited'); end;
create trigger answer_no_delete before delete on answer begin select raise(abort, 'an answer is never removed'); end;

-- A draft made from an answer to "which of your officials", once for each member, question and official.
alter table contact_report add column question_id text;
create unique index contact_report_question on contact_report (question_id, member_id, official_id) where question_id is not null;
