-- When a member was erased on request: the row stays, so that counts and the log stay true, and names nobody.
alter table member add column erased_at integer;

-- One row: a code sent to a member's own number or address, so that they may open their settings or prove a new one.
-- The code itself is stored nowhere: it follows from the id and a secret.
create table member_code (
  id text primary key,
  member_id text not null,
  contact_point_id text not null,
  purpose text not null check (purpose in ('open', 'verify')),
  sent_at integer not null,
  expires_at integer not null,
  tries integer not null default 0,
  used_at integer
) strict;
create index member_code_member on member_code (member_id, sent_at);
