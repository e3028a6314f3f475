import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const nothing = z.object({});
const texts = z.array(z.string());
const ids = z.object({ ids: texts });

/** Who held or holds a seat, and whether the seat's map is in force. */
export const tenuresByIds = statement({
  params: ids,
  row: z.object({
    id: z.string(),
    toOn: z.string().nullable(),
    seatToOn: z.string().nullable(),
  }),
  sql: `select t.id, t.to_on as toOn, s.to_on as seatToOn
        from json_each(:ids) one join tenure t on t.id = one.value join seat s on s.id = t.seat_id`,
});

/** The seats of a list that school districts reach, those aside that every district of the state reaches by itself. */
export const seatsReached = statement({
  params: ids,
  row: z.object({ id: z.string() }),
  sql: `select one.value as id from json_each(:ids) one
        where exists (select 1 from reach r where r.seat_id = one.value and r.source <> 'statewide')`,
});

/** Who came to seats by an import never did. */
export const dropTenures = statement({
  params: ids,
  row: nothing,
  sql: `delete from tenure where id in (select value from json_each(:ids)) and to_on is null`,
});

/** Who left seats by an import holds them on, where nobody else does and the map is in force. */
export const reopenTenures = statement({
  params: ids,
  row: nothing,
  sql: `update tenure set to_on = null
        where id in (select value from json_each(:ids))
          and exists (select 1 from seat s where s.id = tenure.seat_id and s.to_on is null)
          and not exists (select 1 from tenure o where o.seat_id = tenure.seat_id and o.to_on is null)`,
});

/** People who came with an import are gone. */
export const dropOfficials = statement({
  params: ids,
  row: nothing,
  sql: `delete from official where id in (select value from json_each(:ids))
          and not exists (select 1 from tenure t where t.official_id = official.id)`,
});

/** Seats that came with an import are not reached by themselves any more. */
export const dropStatewide = statement({
  params: ids,
  row: nothing,
  sql: `delete from reach where seat_id in (select value from json_each(:ids)) and source = 'statewide'`,
});

/** Seats that came with an import are gone, where nobody holds or held them and no school district reaches them. */
export const dropSeats = statement({
  params: ids,
  row: nothing,
  sql: `delete from seat where id in (select value from json_each(:ids))
          and not exists (select 1 from tenure t where t.seat_id = seat.id)
          and not exists (select 1 from reach r where r.seat_id = seat.id)`,
  scans: { tenure: 'holders of some hundreds of seats, and only where an import is undone' },
});

/** The committees of a list where a hearing was held or is to come. */
export const committeesHeard = statement({
  params: ids,
  row: z.object({ id: z.string() }),
  sql: `select one.value as id from json_each(:ids) one
        where exists (select 1 from bill_event e where e.committee_id = one.value)`,
  scans: { bill_event: 'some hundreds of events in a session' },
});

/** The reach of some districts into seats of any map, as it is now. */
export const reachOfAll = statement({
  params: z.object({ districts: texts }),
  row: z.object({
    districtNces: z.string(),
    districtName: z.string(),
    seatId: z.string(),
    share: z.number(),
    source: z.string(),
    importId: z.string().nullable(),
    toOn: z.string().nullable(),
  }),
  sql: `select r.district_nces as districtNces, d.name as districtName, r.seat_id as seatId, r.share, r.source,
               r.import_id as importId, s.to_on as toOn
        from json_each(:districts) one
        join reach r on r.district_nces = one.value
        join district d on d.nces = r.district_nces
        join seat s on s.id = r.seat_id`,
});

/** Shares that came with an import are gone, where it was the last to say them. */
export const takeBackReach = statement({
  params: z.object({
    rows: z.array(z.object({ districtNces: z.string(), seatId: z.string() })),
    importId: z.string(),
  }),
  row: nothing,
  sql: `delete from reach where import_id = :importId
          and (district_nces, seat_id) in
              (select value ->> 'districtNces', value ->> 'seatId' from json_each(:rows))`,
});

/** Shares are as before an import, where nothing has been said of them since. */
export const putReachBack = statement({
  params: z.object({ rows: z.array(z.record(z.string(), z.unknown())), importId: z.string() }),
  row: nothing,
  sql: `insert into reach (district_nces, seat_id, share, source, import_id)
        select value ->> 'districtNces', value ->> 'seatId', value ->> 'share', value ->> 'source', value ->> 'importId'
        from json_each(:rows) where true
        on conflict (district_nces, seat_id) do update set share = excluded.share, source = excluded.source,
          import_id = excluded.import_id
        where reach.import_id = :importId`,
});

/** There are no data of a kind about a jurisdiction. */
export const dropFeed = statement({
  params: z.object({ jurisdiction: z.string(), kind: z.string() }),
  row: nothing,
  sql: `delete from feed where jurisdiction = :jurisdiction and kind = :kind`,
});
