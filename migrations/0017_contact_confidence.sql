-- How sure each field of a draft is (JSON: field to 'sure' or 'likely'; candidates: ids of officials whom an unclear name
-- fits); which of several drafts of one reply it is; when and how often the member was asked whether it is right.
alter table contact_report add column confidence text check (confidence is null or json_valid(confidence));
alter table contact_report add column reply_no integer not null default 0;
alter table contact_report add column asked_at integer;
alter table contact_report add column asks integer not null default 0;
drop index contact_report_reply;
create unique index contact_report_reply on contact_report (reply_id, reply_no) where reply_id is not null;
