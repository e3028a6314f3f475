-- Between which hours a member wants texts, 'HH:MM' of their own clock; both null: the network's hours.
alter table member add column texts_from text check (texts_from glob '[0-2][0-9]:[0-5][0-9]');
alter table member add column texts_to text
  check ((texts_from is null) = (texts_to is null) and (texts_to is null or (texts_to glob '[0-2][0-9]:[0-5][0-9]' and texts_from < texts_to)));
-- Few have hours of their own: a claim looks here once for each text, and finds nothing.
create index member_texts on member (id, texts_from, texts_to) where texts_from is not null;
