-- One row: a number that nobody here has, which texted in and was told so. Kept for the thirty days in which it is
-- not told again, then deleted; deliveries hold the id and the hash only.
create table stranger (
  id text primary key,
  address text not null,
  address_hash text not null unique,
  told_at integer not null
) strict;
create index stranger_told on stranger (told_at);
