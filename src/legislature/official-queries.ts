import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Contact as staff corrected it, else as the source has it; an empty correction takes it away. */
const contact = (field: 'email' | 'phone' | 'office') =>
  `nullif(coalesce(o.override ->> '${field}', o.${field}), '') as ${field}`;

const OFFICIAL = `o.id as officialId, o.name, o.given, o.family, o.party, ${contact('phone')}, ${contact('email')}`;
const SEAT = `c.official_title as title, c.id as chamberId, c.name as chamberName, c.level, c.kind,
  c.seat_label as seatLabel, s.id as seatId, s.state, s.district`;
const COMMITTEES = `(select json_group_array(json_object('id', k.id, 'name', k.name, 'role', cs.role) order by k.name)
  from committee_seat cs join committee k on k.id = cs.committee_id where cs.official_id = o.id) as committees`;

const seatShape = {
  title: z.enum(['Sen.', 'Rep.']),
  chamberId: z.string(),
  chamberName: z.string(),
  level: z.enum(['state', 'federal']),
  kind: z.enum(['lower', 'upper']),
  seatLabel: z.string(),
  seatId: z.string(),
  state: z.string(),
  district: z.string(),
};
const officialShape = {
  officialId: z.string(),
  name: z.string(),
  given: z.string(),
  family: z.string(),
  party: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
};

const REACHED = `join seat s on s.id = r.seat_id
        join chamber c on c.id = s.chamber_id
        join tenure t on t.seat_id = s.id and t.to_on is null
        join official o on o.id = t.official_id`;
const NEAREST = `c.level desc, c.kind desc, r.share desc, s.id`;

/** The officials whom a school district reaches, the state's own first, the largest share first. */
export const officialsOfDistrictRows = statement({
  params: z.object({ nces: z.string() }),
  row: z.object({ ...officialShape, ...seatShape, share: z.number(), committees: z.string() }),
  sql: `select ${OFFICIAL}, ${SEAT}, r.share, ${COMMITTEES}
        from reach r ${REACHED}
        where r.district_nces = :nces order by ${NEAREST}`,
});

/** Holders of the seats that the school district of a member reaches; none where the member has no district. */
export const officialsOfMemberRows = statement({
  params: z.object({ memberId: z.string() }),
  row: officialsOfDistrictRows.row,
  sql: `select ${OFFICIAL}, ${SEAT}, r.share, ${COMMITTEES}
        from member m join reach r on r.district_nces = m.district_nces ${REACHED}
        where m.id = :memberId order by ${NEAREST}`,
});

/** Everyone who holds a seat now: whom words of a reply may mean. */
export const currentOfficials = statement({
  params: z.object({}),
  row: z.object({ ...officialShape, ...seatShape, committees: z.string() }),
  sql: `select ${OFFICIAL}, ${SEAT}, ${COMMITTEES}
        from chamber c
        join seat s on s.chamber_id = c.id
        join tenure t on t.seat_id = s.id and t.to_on is null
        join official o on o.id = t.official_id
        order by s.id`,
  scans: {
    chamber: 'four chambers for each state',
    seat: 'some hundreds of seats for each state',
    tenure: 'holders of those seats',
    official: 'holders of those seats',
  },
});

/** Chambers with how many seats there are and how many are vacant. */
export const chambersWithSeats = statement({
  params: z.object({}),
  row: z.object({
    id: z.string(),
    name: z.string(),
    level: z.enum(['state', 'federal']),
    jurisdiction: z.string(),
    seats: z.number(),
    vacant: z.number(),
  }),
  sql: `select c.id, c.name, c.level, c.jurisdiction, count(s.id) as seats,
               sum(s.id is not null and t.id is null) as vacant
        from chamber c
        left join seat s on s.chamber_id = c.id and s.to_on is null
        left join tenure t on t.seat_id = s.id and t.to_on is null
        group by c.id order by c.level desc, c.id`,
  scans: { chamber: 'four chambers for each state', seat: 'some hundreds of seats for each state' },
});

/** Seats in the order of their ids, vacant ones too, by chamber, committee or part of a name or district. */
export const seatsWithOfficials = statement({
  params: z.object({
    chamberId: z.string().nullable(),
    committeeId: z.string().nullable(),
    q: z.string().nullable(),
    after: z.string(),
    limit: z.number(),
  }),
  row: z.object({
    ...seatShape,
    officialId: z.string().nullable(),
    name: z.string().nullable(),
    party: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
  sql: `select o.id as officialId, o.name, o.party, ${contact('phone')}, ${contact('email')}, ${SEAT}
        from seat s
        join chamber c on c.id = s.chamber_id
        left join tenure t on t.seat_id = s.id and t.to_on is null
        left join official o on o.id = t.official_id
        where s.id > :after and s.to_on is null
          and (:chamberId is null or s.chamber_id = :chamberId)
          and (:committeeId is null
               or exists (select 1 from committee_seat cs where cs.committee_id = :committeeId and cs.official_id = o.id))
          and (:q is null or o.name like '%' || :q || '%' or s.district = :q
               or c.seat_label || ' ' || s.district = upper(:q))
        order by s.id limit :limit`,
  scans: { seat: 'some hundreds of seats for each state' },
});

/** One official with contact, source and day of the data. */
export const officialById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    ...officialShape,
    office: z.string().nullable(),
    links: z.string(),
    override: z.string(),
    source: z.string(),
    asOf: z.string(),
    committees: z.string(),
  }),
  sql: `select ${OFFICIAL}, ${contact('office')}, o.links, o.override, o.source, o.as_of as asOf, ${COMMITTEES}
        from official o where o.id = :id`,
});

/** The seats that an official holds or held, the newest first. */
export const tenuresOf = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ ...seatShape, fromOn: z.string().nullable(), toOn: z.string().nullable() }),
  sql: `select ${SEAT}, t.from_on as fromOn, t.to_on as toOn
        from tenure t join seat s on s.id = t.seat_id join chamber c on c.id = s.chamber_id
        where t.official_id = :id order by t.to_on is null desc, t.to_on desc`,
});

/** The school districts that reach a seat, with how many active members they have. */
export const districtsReaching = statement({
  params: z.object({ seatId: z.string(), regionId: z.string().nullable() }),
  row: z.object({ nces: z.string(), name: z.string(), share: z.number(), members: z.number() }),
  sql: `select d.nces, d.name, r.share,
               (select count(*) from member m where m.district_nces = d.nces and m.state = 'active'
                and (:regionId is null or m.region_id = :regionId)) as members
        from reach r join district d on d.nces = r.district_nces
        where r.seat_id = :seatId order by r.share desc, d.name limit 200`,
});

/** Committees with how many sit on them. */
export const committeesWithCounts = statement({
  params: z.object({ chamberId: z.string().nullable(), q: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    jurisdiction: z.string(),
    chamberId: z.string().nullable(),
    chamberName: z.string().nullable(),
    members: z.number(),
    asOf: z.string(),
  }),
  sql: `select k.id, k.name, k.jurisdiction, k.chamber_id as chamberId, c.name as chamberName,
               (select count(*) from committee_seat cs where cs.committee_id = k.id) as members, k.as_of as asOf
        from committee k left join chamber c on c.id = k.chamber_id
        where (:chamberId is null or k.chamber_id = :chamberId or (:chamberId = 'joint' and k.chamber_id is null))
          and (:q is null or k.name like '%' || :q || '%')
        order by k.name, k.id`,
  scans: { committee: 'some dozens of committees for each state' },
});

/** One committee. */
export const committeeById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    jurisdiction: z.string(),
    chamberName: z.string().nullable(),
    source: z.string(),
    asOf: z.string(),
  }),
  sql: `select k.id, k.name, k.jurisdiction, c.name as chamberName, k.source, k.as_of as asOf
        from committee k left join chamber c on c.id = k.chamber_id where k.id = :id`,
});

/** Who sits on a committee, chairs first, each with the seat they hold now. */
export const committeeMembers = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    ...officialShape,
    role: z.string(),
    title: z.enum(['Sen.', 'Rep.']).nullable(),
    chamberId: z.string().nullable(),
    seatLabel: z.string().nullable(),
    seatId: z.string().nullable(),
    state: z.string().nullable(),
    district: z.string().nullable(),
    reached: z.number(),
  }),
  sql: `select ${OFFICIAL}, cs.role, c.official_title as title, c.id as chamberId, c.seat_label as seatLabel,
               s.id as seatId, s.state, s.district,
               (select count(*) from reach r join member m on m.district_nces = r.district_nces
                where r.seat_id = s.id and m.state = 'active') as reached
        from committee_seat cs
        join official o on o.id = cs.official_id
        left join tenure t on t.official_id = o.id and t.to_on is null
        left join seat s on s.id = t.seat_id
        left join chamber c on c.id = s.chamber_id
        where cs.committee_id = :id
        order by case cs.role when 'chair' then 0 when 'vice chair' then 1 when 'member' then 3 else 2 end, o.family, o.given`,
});

/** Chambers whose seats a school district could reach and reaches none of, the senators of the country aside. */
const LACKS = `(select json_group_array(c.id) from chamber c
  where c.id <> 'us-senate' and exists (select 1 from seat s where s.chamber_id = c.id and s.state = d.state and s.to_on is null)
    and not exists (select 1 from reach r join seat s on s.id = r.seat_id
                    where r.district_nces = d.nces and s.chamber_id = c.id and s.to_on is null))`;
const GAP_SCANS = {
  district: 'some hundreds of districts for each state',
  chamber: 'four chambers for each state',
};

/** School districts that reach no seat of a chamber of theirs, with those chambers as a JSON list of ids. */
export const districtsWithoutReach = statement({
  params: z.object({ after: z.string(), limit: z.number() }),
  row: z.object({
    nces: z.string(),
    name: z.string(),
    county: z.string().nullable(),
    zip: z.string().nullable(),
    members: z.number(),
    lacks: z.string(),
  }),
  sql: `select * from (
          select d.nces, d.name, d.county, d.zip,
                 (select count(*) from member m where m.district_nces = d.nces and m.state = 'active') as members,
                 ${LACKS} as lacks
          from district d where d.nces > :after)
        where lacks <> '[]'
        order by nces limit :limit`,
  scans: GAP_SCANS,
});

/** How many school districts have such a gap, how many members they have, and what would fill how many of them. */
export const gapsInReach = statement({
  params: z.object({}),
  row: z.object({
    districts: z.number(),
    members: z.number(),
    house: z.number(),
    byZip: z.number(),
    state: z.number(),
  }),
  sql: `with gap as materialized (
          select * from (select d.nces, d.zip, ${LACKS} as lacks from district d) where lacks <> '[]')
        select count(*) as districts,
               (select count(*) from gap g cross join member m on m.district_nces = g.nces and m.state = 'active') as members,
               coalesce(sum(lacks like '%"us-house"%'), 0) as house,
               coalesce(sum(lacks like '%"us-house"%' and zip is not null), 0) as byZip,
               coalesce(sum(lacks <> '["us-house"]'), 0) as state
        from gap`,
  scans: GAP_SCANS,
});

/** One district by its NCES id. */
export const districtByNces = statement({
  params: z.object({ nces: z.string() }),
  row: z.object({ nces: z.string(), name: z.string(), county: z.string().nullable(), state: z.string() }),
  sql: `select nces, name, county, state from district where nces = :nces`,
});
