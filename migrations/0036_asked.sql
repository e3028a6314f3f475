-- Whom alerts asked, counted as each went out: so that no page counts deliveries of years.

-- One row: how many people of one region, kind and class of district an alert was meant for as it went out, those left
-- out not counted. Empty: no region, no district. Written by the batch that plans the alert.
create table asked (
  alert_id text not null references alert (id),
  region_id text not null,
  kind text not null,
  class text not null,
  people integer not null,
  primary key (alert_id, region_id, kind, class)
) strict, without rowid;
insert into asked (alert_id, region_id, kind, class, people)
  select s.source_id, coalesce(m.region_id, ''), m.kind, coalesce(i.class, ''), count(*)
  from (select distinct d.source_id, d.recipient_id from delivery d
        where d.source_kind = 'alert' and d.round = 0 and d.state <> 'skipped') s
  join alert a on a.id = s.source_id
  join member m on m.id = s.recipient_id
  left join district i on i.nces = m.district_nces
  group by 1, 2, 3, 4;
