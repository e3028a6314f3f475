-- Why an approver let an alert, and its nudges, go past the weekly budget of messages; null: it keeps to it.
alter table approval add column over_budget text;

-- One row: somebody of the network rang a member whom messages do not reach; the newest call counts.
create table member_call (
  member_id text primary key references member (id) on delete cascade,
  called_at integer not null,
  called_by text not null
) strict;
