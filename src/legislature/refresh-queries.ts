import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { committeeRow, committeeSeatRow, officialRow } from './kept-rows.ts';

const nothing = z.object({});
const list = z.array(z.record(z.string(), z.unknown()));
const texts = z.array(z.string());

/** The chambers of a file are there. */
export const putChambers = statement({
  params: z.object({ chambers: list }),
  row: nothing,
  sql: `insert into chamber (id, jurisdiction, level, kind, name, seat_label, official_title)
        select value ->> 'id', value ->> 'jurisdiction', value ->> 'level', value ->> 'kind', value ->> 'name',
               value ->> 'seatLabel', value ->> 'officialTitle'
        from json_each(:chambers) where true
        on conflict (id) do nothing`,
});

/** The seats of a file are there, with the division id where the file has it. */
export const putSeats = statement({
  params: z.object({ seats: list }),
  row: nothing,
  sql: `insert into seat (id, chamber_id, state, district, division, from_on)
        select value ->> 'id', value ->> 'chamberId', value ->> 'state', value ->> 'district', value ->> 'division',
               value ->> 'fromOn'
        from json_each(:seats) where true
        on conflict (id) do update set division = excluded.division
        where excluded.division is not null and seat.division is not excluded.division`,
});

/** The people of a file are there as the file has them; what staff corrected by hand stays beside it. */
export const putOfficials = statement({
  params: z.object({ officials: list }),
  row: nothing,
  sql: `insert into official (id, name, given, family, party, email, phone, office, links, source, as_of)
        select value ->> 'id', value ->> 'name', value ->> 'given', value ->> 'family', value ->> 'party',
               value ->> 'email', value ->> 'phone', value ->> 'office', value ->> 'links', value ->> 'source', value ->> 'asOf'
        from json_each(:officials) where true
        on conflict (id) do update set name = excluded.name, given = excluded.given, family = excluded.family,
          party = excluded.party, email = excluded.email, phone = excluded.phone, office = excluded.office,
          links = excluded.links, source = excluded.source, as_of = excluded.as_of`,
});

/** Who holds a seat of these chambers and states, and does not according to the file, holds it no more. */
export const endTenures = statement({
  params: z.object({ chambers: texts, states: texts, holders: list, on: z.string() }),
  row: nothing,
  sql: `update tenure set to_on = :on
        where to_on is null
          and seat_id in (select s.id from seat s where s.chamber_id in (select value from json_each(:chambers))
                          and s.state in (select value from json_each(:states)))
          and (seat_id, official_id) not in
              (select value ->> 'seatId', value ->> 'officialId' from json_each(:holders))`,
});

/** Who holds a seat according to the file, and not yet, holds it from now. */
export const beginTenures = statement({
  params: z.object({ holders: list }),
  row: nothing,
  sql: `insert into tenure (id, seat_id, official_id, from_on)
        select value ->> 'id', value ->> 'seatId', value ->> 'officialId', value ->> 'fromOn'
        from json_each(:holders)
        where not exists (select 1 from tenure t where t.seat_id = value ->> 'seatId' and t.to_on is null)`,
});

/** Every seat of some chambers in some states, of maps past and present, with who holds it now. */
export const seatsNow = statement({
  params: z.object({ chambers: texts, states: texts }),
  row: z.object({
    seatId: z.string(),
    chamberId: z.string(),
    state: z.string(),
    district: z.string(),
    fromOn: z.string().nullable(),
    toOn: z.string().nullable(),
    tenureId: z.string().nullable(),
    officialId: z.string().nullable(),
    officialName: z.string().nullable(),
  }),
  sql: `select s.id as seatId, s.chamber_id as chamberId, s.state, s.district,
               s.from_on as fromOn, s.to_on as toOn, t.id as tenureId, o.id as officialId, o.name as officialName
        from seat s
        left join tenure t on t.seat_id = s.id and t.to_on is null
        left join official o on o.id = t.official_id
        where s.chamber_id in (select value from json_each(:chambers))
          and s.state in (select value from json_each(:states))
        order by s.id`,
});

/** The people of a list as the last file had them, without what staff corrected. */
export const officialsNow = statement({
  params: z.object({ ids: texts }),
  row: officialRow,
  sql: `select id, name, given, family, party, email, phone, office, links, source, as_of as asOf from official
        where id in (select value from json_each(:ids))`,
});

/** The committees of a file are there. */
export const putCommittees = statement({
  params: z.object({ committees: list }),
  row: nothing,
  sql: `insert into committee (id, jurisdiction, chamber_id, name, source, as_of)
        select value ->> 'id', value ->> 'jurisdiction', value ->> 'chamberId', value ->> 'name', value ->> 'source', value ->> 'asOf'
        from json_each(:committees) where true
        on conflict (id) do update set chamber_id = excluded.chamber_id, name = excluded.name,
          source = excluded.source, as_of = excluded.as_of`,
});

/** Memberships of a jurisdiction's committees that the file does not have are over. */
export const dropCommitteeSeats = statement({
  params: z.object({ jurisdiction: z.string(), seats: list }),
  row: nothing,
  sql: `delete from committee_seat
        where committee_id in (select id from committee where jurisdiction = :jurisdiction)
          and (committee_id, official_id) not in
              (select value ->> 'committeeId', value ->> 'officialId' from json_each(:seats))`,
  scans: { committee: 'some dozens of committees for each state' },
});

/** Committees of a jurisdiction that the file does not have are gone, unless a hearing was held there. */
export const dropCommittees = statement({
  params: z.object({ jurisdiction: z.string(), ids: texts }),
  row: nothing,
  sql: `delete from committee
        where jurisdiction = :jurisdiction and id not in (select value from json_each(:ids))
          and not exists (select 1 from bill_event e where e.committee_id = committee.id)`,
  scans: {
    committee: 'some dozens of committees for each state',
    bill_event: 'some hundreds of events in a session',
  },
});

/** The memberships of a file are there, with their roles. */
export const putCommitteeSeats = statement({
  params: z.object({ seats: list }),
  row: nothing,
  sql: `insert into committee_seat (committee_id, official_id, role)
        select value ->> 'committeeId', value ->> 'officialId', value ->> 'role'
        from json_each(:seats) where true
        on conflict (committee_id, official_id) do update set role = excluded.role
        where committee_seat.role <> excluded.role`,
});

/** The committees of a jurisdiction as they are now. */
export const committeesNow = statement({
  params: z.object({ jurisdiction: z.string() }),
  row: committeeRow,
  sql: `select id, jurisdiction, chamber_id as chamberId, name, source, as_of as asOf from committee where jurisdiction = :jurisdiction order by id`,
  scans: { committee: 'some dozens of committees for each state' },
});

/** The memberships of a jurisdiction's committees as they are now. */
export const committeeSeatsNow = statement({
  params: z.object({ jurisdiction: z.string() }),
  row: committeeSeatRow,
  sql: `select cs.committee_id as committeeId, cs.official_id as officialId, cs.role
        from committee k join committee_seat cs on cs.committee_id = k.id
        where k.jurisdiction = :jurisdiction`,
  scans: { committee: 'some dozens of committees for each state' },
});

/** The last refresh of a kind of data about a jurisdiction is this one. */
export const putFeed = statement({
  params: z.object({
    jurisdiction: z.string(),
    kind: z.string(),
    source: z.string(),
    asOf: z.string(),
    importedAt: z.number(),
    importedBy: z.string(),
  }),
  row: nothing,
  sql: `insert into feed (jurisdiction, kind, source, as_of, imported_at, imported_by)
        values (:jurisdiction, :kind, :source, :asOf, :importedAt, :importedBy)
        on conflict (jurisdiction, kind) do update set source = excluded.source, as_of = excluded.as_of,
          imported_at = excluded.imported_at, imported_by = excluded.imported_by`,
});

/** Of which day the last data of a kind about a jurisdiction were, from where, and when they came. */
export const feedOf = statement({
  params: z.object({ jurisdiction: z.string(), kind: z.string() }),
  row: z.object({ source: z.string(), asOf: z.string(), importedAt: z.number(), importedBy: z.string() }),
  sql: `select source, as_of as asOf, imported_at as importedAt, imported_by as importedBy from feed where jurisdiction = :jurisdiction and kind = :kind`,
});

/** What data there are, from where and of which day. */
export const feeds = statement({
  params: nothing,
  row: z.object({
    jurisdiction: z.string(),
    kind: z.string(),
    source: z.string(),
    asOf: z.string(),
    importedAt: z.number(),
  }),
  sql: `select jurisdiction, kind, source, as_of as asOf, imported_at as importedAt from feed
        order by jurisdiction, kind`,
  scans: { feed: 'a handful of rows for each state' },
});

/** Every school district of some states: what it is called and its ZIP code. */
export const districtsOf = statement({
  params: z.object({ states: texts }),
  row: z.object({ nces: z.string(), name: z.string(), state: z.string(), zip: z.string().nullable() }),
  sql: `select nces, name, state, zip from district where state in (select value from json_each(:states))
        order by nces`,
  scans: { district: 'some hundreds of districts for each state' },
});

/** The districts of a list that are known. */
export const knownDistricts = statement({
  params: z.object({ ids: texts }),
  row: z.object({ nces: z.string(), name: z.string(), state: z.string() }),
  sql: `select nces, name, state from district where nces in (select value from json_each(:ids))`,
});

/** The chambers there are. */
export const knownChambers = statement({
  params: nothing,
  row: z.object({
    id: z.string(),
    jurisdiction: z.string(),
    level: z.enum(['state', 'federal']),
    kind: z.enum(['lower', 'upper']),
    name: z.string(),
    seatLabel: z.string(),
    officialTitle: z.enum(['Sen.', 'Rep.']),
  }),
  sql: `select id, jurisdiction, level, kind, name, seat_label as seatLabel, official_title as officialTitle from chamber
        order by id`,
  scans: { chamber: 'four chambers for each state' },
});

/** Every seat of the maps in force, with the chamber it belongs to. */
export const allSeats = statement({
  params: nothing,
  row: z.object({
    seatId: z.string(),
    chamberId: z.string(),
    level: z.enum(['state', 'federal']),
    kind: z.enum(['lower', 'upper']),
    seatLabel: z.string(),
    state: z.string(),
    district: z.string(),
  }),
  sql: `select s.id as seatId, c.id as chamberId, c.level, c.kind, c.seat_label as seatLabel, s.state, s.district
        from chamber c join seat s on s.chamber_id = c.id
        where s.to_on is null
        order by s.id`,
  scans: { chamber: 'four chambers for each state', seat: 'some hundreds of seats for each state' },
});

/** The reach of some districts as it is now. */
export const reachNow = statement({
  params: z.object({ districts: texts }),
  row: z.object({
    districtNces: z.string(),
    seatId: z.string(),
    chamberId: z.string(),
    share: z.number(),
    source: z.enum(['csv', 'zip', 'hand', 'statewide']),
    importId: z.string().nullable(),
  }),
  sql: `select r.district_nces as districtNces, r.seat_id as seatId, s.chamber_id as chamberId, r.share, r.source,
               r.import_id as importId
        from reach r join seat s on s.id = r.seat_id
        where r.district_nces in (select value from json_each(:districts)) and s.to_on is null`,
});

/** What a file or map says about reach is so, and said by it, but for chambers that staff set by hand for a district. */
export const putReach = statement({
  params: z.object({ rows: list, source: z.string(), importId: z.string() }),
  row: nothing,
  sql: `insert into reach (district_nces, seat_id, share, source, import_id)
        select value ->> 'districtNces', value ->> 'seatId', value ->> 'share', :source, :importId
        from json_each(:rows)
        where not exists (select 1 from reach r join seat s on s.id = r.seat_id
                          where r.district_nces = value ->> 'districtNces' and r.source = 'hand'
                            and s.chamber_id = value ->> 'chamberId')
        on conflict (district_nces, seat_id) do update set share = excluded.share, source = excluded.source,
          import_id = excluded.import_id`,
});

/** For the districts and chambers that a file speaks of, what it does not say any more is gone; not what staff set. */
export const dropReach = statement({
  params: z.object({ rows: list, scopes: list, source: z.string() }),
  row: nothing,
  sql: `delete from reach
        where source = :source
          and district_nces in (select value ->> 'districtNces' from json_each(:scopes))
          and (district_nces, (select chamber_id from seat where seat.id = seat_id and seat.to_on is null)) in
              (select value ->> 'districtNces', value ->> 'chamberId' from json_each(:scopes))
          and (district_nces, seat_id) not in
              (select value ->> 'districtNces', value ->> 'seatId' from json_each(:rows))`,
});

/** A district's reach into one chamber, cleared before staff set it by hand. */
export const clearReach = statement({
  params: z.object({ districtNces: z.string(), chamberId: z.string() }),
  row: nothing,
  sql: `delete from reach where district_nces = :districtNces
        and seat_id in (select id from seat where chamber_id = :chamberId and to_on is null)`,
});

/** A district's reach into one chamber, as staff set it. */
export const setReachRows = statement({
  params: z.object({ districtNces: z.string(), chamberId: z.string(), rows: list }),
  row: nothing,
  sql: `insert into reach (district_nces, seat_id, share, source)
        select d.nces, s.id, value ->> 'share', 'hand'
        from json_each(:rows) join seat s on s.id = value ->> 'seatId' and s.chamber_id = :chamberId
        join district d on d.nces = :districtNces`,
});

/** Senators, and the one representative of a small state, reach every school district of their state. */
export const fillStatewide = statement({
  params: nothing,
  row: nothing,
  sql: `insert into reach (district_nces, seat_id, share, source)
        select d.nces, s.id, 1.0, 'statewide'
        from seat s join district d on d.state = s.state
        where s.to_on is null
          and (s.chamber_id = 'us-senate' or (s.chamber_id = 'us-house' and s.district = 'At-Large'))
        on conflict (district_nces, seat_id) do nothing`,
  scans: {
    district: 'some hundreds of districts for each state',
    seat: 'some hundreds of seats for each state',
  },
});

/** The seats of a chamber in a state end with their map; their reach stays with them on record. */
export const endSeats = statement({
  params: z.object({ chamberId: z.string(), state: z.string(), on: z.string() }),
  row: nothing,
  sql: `update seat set to_on = :on where chamber_id = :chamberId and state = :state and to_on is null`,
});

/** Who held a seat that ended holds it no more. */
export const endTenuresOfSeats = statement({
  params: z.object({ chamberId: z.string(), state: z.string(), on: z.string() }),
  row: nothing,
  sql: `update tenure set to_on = :on where to_on is null
          and seat_id in (select id from seat where chamber_id = :chamberId and state = :state and to_on = :on)`,
});

/** The maps in force: each chamber in each state, with its seats, holders and the school districts that reach them. */
export const mapsInForce = statement({
  params: nothing,
  row: z.object({
    chamberId: z.string(),
    name: z.string(),
    level: z.enum(['state', 'federal']),
    state: z.string(),
    seats: z.number(),
    holders: z.number(),
    districts: z.number(),
    fromOn: z.string().nullable(),
  }),
  sql: `select c.id as chamberId, c.name, c.level, s.state, count(*) as seats, count(t.id) as holders,
               (select count(distinct r.district_nces) from reach r join seat x on x.id = r.seat_id
                where x.chamber_id = c.id and x.state = s.state and x.to_on is null) as districts,
               max(s.from_on) as fromOn
        from chamber c
        join seat s on s.chamber_id = c.id and s.to_on is null
        left join tenure t on t.seat_id = s.id and t.to_on is null
        where c.id <> 'us-senate'
        group by c.id, s.state order by c.level desc, c.id, s.state`,
  scans: { chamber: 'four chambers for each state', seat: 'some hundreds of seats for each state' },
});

/** Staff correct how an official is reached. */
export const correctOfficialRow = statement({
  params: z.object({ id: z.string(), override: z.record(z.string(), z.unknown()) }),
  row: nothing,
  sql: `update official set override = json_patch(override, :override) where id = :id`,
});
