-- One row: how often the page of a delivery was opened, or its forms sent, by whatever it was; `human`: as far as can be
-- told, by a person; `suspect`: as programs that check links do. `choices` is a digest of what was sent last, or '*' where
-- different things were sent within three seconds. No address and no name of a program is kept.
create table page_hit (
  delivery_id integer not null,
  act text not null check (act in ('open', 'send')),
  raw integer not null,
  human integer not null,
  suspect integer not null,
  choices text,
  first_at integer not null,
  last_at integer not null,
  primary key (delivery_id, act)
) strict, without rowid;

-- Message-Ids of the thread that a mail belongs to, between spaces, its own last; so that what answers it stands under it.
alter table reply add column mail_ids text;
alter table wording add column answers_mail text;
