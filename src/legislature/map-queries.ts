import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const nothing = z.object({});
const map = z.object({ chamberId: z.string(), state: z.string() });
const SEATS = { seat: 'some hundreds of seats for each state' };
/** Seats of a map that is prepared end on the day they begin: no statement takes them for seats in force. */
const PREPARED = `s.from_on = s.to_on`;

/** The maps that are prepared: from which day, how many seats, how many school districts reach them. */
export const mapsPrepared = statement({
  params: nothing,
  row: map.extend({ name: z.string(), on: z.string(), seats: z.number(), districts: z.number() }),
  sql: `select c.id as chamberId, s.state, c.name, min(s.from_on) as "on", count(*) as seats,
               (select count(distinct r.district_nces) from seat x join reach r on r.seat_id = x.id
                where x.chamber_id = c.id and x.state = s.state and x.from_on = x.to_on) as districts
        from chamber c join seat s on s.chamber_id = c.id and ${PREPARED}
        group by c.id, s.state order by c.id, s.state`,
  scans: { chamber: 'four chambers for each state', ...SEATS },
});

/** The map of a chamber in a state that was prepared, if any, is not: its reach first. */
export const dropPreparedReach = statement({
  params: map,
  row: nothing,
  sql: `delete from reach where seat_id in
          (select s.id from seat s where s.chamber_id = :chamberId and s.state = :state and ${PREPARED})`,
});

/** And then its seats; nobody holds one. */
export const dropPreparedSeats = statement({
  params: map,
  row: z.object({ id: z.string() }),
  sql: `delete from seat where chamber_id = :chamberId and state = :state and from_on = to_on returning id`,
});

/** The seats of a map that begins on a day. */
export const putPreparedSeats = statement({
  params: z.object({ seats: z.array(z.record(z.string(), z.unknown())), on: z.string() }),
  row: nothing,
  sql: `insert into seat (id, chamber_id, state, district, from_on, to_on)
        select value ->> 'seatId', value ->> 'chamberId', value ->> 'state', value ->> 'district', :on, :on
        from json_each(:seats)`,
});

/** Which school districts will reach them. */
export const putPreparedReach = statement({
  params: z.object({ rows: z.array(z.record(z.string(), z.unknown())) }),
  row: nothing,
  sql: `insert into reach (district_nces, seat_id, share, source)
        select value ->> 'districtNces', value ->> 'seatId', value ->> 'share', 'csv' from json_each(:rows)`,
});

/** The seats of a map that was prepared for a day are in force. */
export const openSeats = statement({
  params: map.extend({ on: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `update seat set to_on = null
        where chamber_id = :chamberId and state = :state and from_on = :on and to_on = :on returning id`,
});

/** School districts with active members in some states, and which of them a list of rows names not. */
export const membersUnreached = statement({
  params: z.object({ state: z.string(), reached: z.array(z.string()) }),
  row: z.object({ districts: z.number() }),
  sql: `select count(*) as districts from district d
        where d.state = :state and d.nces not in (select value from json_each(:reached))
          and exists (select 1 from member m where m.district_nces = d.nces and m.state = 'active')`,
  scans: { district: 'some hundreds of districts for each state' },
});

/** The seats that a school district reaches on a day, past or to come, with who holds them then as far as is known. */
export const seatsOnDay = statement({
  params: z.object({ nces: z.string(), on: z.string() }),
  row: z.object({
    seatId: z.string(),
    chamberId: z.string(),
    chamberName: z.string(),
    seatLabel: z.string(),
    state: z.string(),
    district: z.string(),
    share: z.number(),
    title: z.string(),
    officialId: z.string().nullable(),
    name: z.string().nullable(),
  }),
  sql: `select s.id as seatId, c.id as chamberId, c.name as chamberName, c.seat_label as seatLabel, s.state, s.district,
               r.share, c.official_title as title, o.id as officialId, o.name
        from reach r
        join seat s on s.id = r.seat_id
        join chamber c on c.id = s.chamber_id
        left join tenure t on t.seat_id = s.id and (t.from_on is null or t.from_on <= :on)
          and (t.to_on is null or t.to_on > :on)
        left join official o on o.id = t.official_id
        where r.district_nces = :nces
          and (s.from_on is null or s.from_on <= :on)
          and (s.to_on is null or s.to_on > :on or ${PREPARED})
          and (${PREPARED} or not exists (select 1 from seat n where n.chamber_id = s.chamber_id and n.state = s.state
               and n.from_on = n.to_on and n.from_on <= :on))
        order by c.level desc, c.kind desc, r.share desc, s.id`,
  scans: { tenure: 'holders by now of some hundreds of seats, where one district is asked about on a day' },
});
