import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { RELATIONSHIP_KINDS } from './relationship-kinds.ts';

const nothing = z.object({});
const relationship = {
  id: z.string(),
  memberId: z.string(),
  officialId: z.string(),
  kind: z.enum(RELATIONSHIP_KINDS),
  strength: z.number(),
  sinceYear: z.number().nullable(),
  note: z.string(),
  source: z.enum(['staff', 'survey']),
  sourceId: z.string(),
  at: z.number(),
};
const RELATIONSHIP = `x.id, x.member_id as memberId, x.official_id as officialId, x.kind, x.strength,
  x.since_year as sinceYear, x.note, x.source, x.source_id as sourceId, x.at`;

/** Which active members know some officials, of each official who knows them best first. */
export const membersKnowing = statement({
  params: z.object({ officialIds: z.array(z.string()), regionId: z.string().nullable() }),
  row: z.object({
    ...relationship,
    firstName: z.string(),
    lastName: z.string(),
    districtName: z.string().nullable(),
    regionId: z.string().nullable(),
  }),
  sql: `select ${RELATIONSHIP}, m.first_name as firstName, m.last_name as lastName, d.name as districtName,
               m.region_id as regionId
        from relationship x
        join member m on m.id = x.member_id
        left join district d on d.nces = m.district_nces
        where x.official_id in (select value from json_each(:officialIds)) and x.removed_at is null
          and m.state = 'active' and (:regionId is null or m.region_id = :regionId)
        order by x.official_id, x.strength desc, m.last_name, m.first_name, m.id`,
});

/** Who holds a seat now, in the order of the seats, with how many members know them and how well the best does. */
export const officialsByKnown = statement({
  params: z.object({
    chamberId: z.string().nullable(),
    unknownOnly: z.boolean(),
    regionId: z.string().nullable(),
    after: z.string(),
    limit: z.number(),
  }),
  row: z.object({
    officialId: z.string(),
    name: z.string(),
    title: z.enum(['Sen.', 'Rep.']),
    chamberId: z.string(),
    seatLabel: z.string(),
    seatId: z.string(),
    state: z.string(),
    district: z.string(),
    members: z.number(),
    best: z.number(),
  }),
  sql: `select * from (
          select o.id as officialId, o.name, c.official_title as title, c.id as chamberId, c.seat_label as seatLabel,
                 s.id as seatId, s.state, s.district,
                 (select count(*) from relationship x join member m on m.id = x.member_id and m.state = 'active'
                  where x.official_id = o.id and x.removed_at is null
                    and (:regionId is null or m.region_id = :regionId)) as members,
                 coalesce((select max(x.strength) from relationship x join member m on m.id = x.member_id and m.state = 'active'
                  where x.official_id = o.id and x.removed_at is null
                    and (:regionId is null or m.region_id = :regionId)), 0) as best
          from seat s
          join chamber c on c.id = s.chamber_id
          join tenure t on t.seat_id = s.id and t.to_on is null
          join official o on o.id = t.official_id
          where s.id > :after and (:chamberId is null or s.chamber_id = :chamberId))
        where :unknownOnly = 0 or members = 0
        order by seatId limit :limit`,
  scans: { seat: 'some hundreds of seats for each state' },
});

/** Whom a member knows, best first, each with the seat they hold now or held last. */
export const officialsKnown = statement({
  params: z.object({ memberId: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    ...relationship,
    name: z.string(),
    title: z.enum(['Sen.', 'Rep.']).nullable(),
    current: z.number(),
  }),
  sql: `select ${RELATIONSHIP}, o.name, c.official_title as title, t.id is not null and t.to_on is null as current
        from relationship x
        join member m on m.id = x.member_id and (:regionId is null or m.region_id = :regionId)
        join official o on o.id = x.official_id
        left join tenure t on t.id = (select u.id from tenure u where u.official_id = o.id
          order by u.to_on is null desc, u.to_on desc limit 1)
        left join seat s on s.id = t.seat_id
        left join chamber c on c.id = s.chamber_id
        where x.member_id = :memberId and x.removed_at is null
        order by x.strength desc, o.family, o.given, o.id`,
});

/** One relationship, also one taken off; of a region's members where one is given. */
export const relationshipById = statement({
  params: z.object({ id: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    ...relationship,
    removedAt: z.number().nullable(),
    regionId: z.string().nullable(),
    firstName: z.string(),
    lastName: z.string(),
    officialName: z.string(),
  }),
  sql: `select ${RELATIONSHIP}, x.removed_at as removedAt, m.region_id as regionId,
               m.first_name as firstName, m.last_name as lastName, o.name as officialName
        from relationship x join member m on m.id = x.member_id join official o on o.id = x.official_id
        where x.id = :id and (:regionId is null or m.region_id = :regionId)`,
});

/** The two whom a relationship would join: the member's region, and whether both are there. */
export const sidesOfRelationship = statement({
  params: z.object({ memberId: z.string(), officialId: z.string() }),
  row: z.object({
    memberState: z.string(),
    regionId: z.string().nullable(),
    officialId: z.string().nullable(),
  }),
  sql: `select m.state as memberState, m.region_id as regionId, o.id as officialId
        from member m left join official o on o.id = :officialId
        where m.id = :memberId`,
});

/** The relationship that stands between two now. */
export const relationshipBetween = statement({
  params: z.object({ memberId: z.string(), officialId: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from relationship
        where member_id = :memberId and official_id = :officialId and removed_at is null`,
});

/** Active members whom the seat of an official is reached by, for choosing one; the largest share first. */
export const membersReaching = statement({
  params: z.object({ officialId: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    districtName: z.string(),
  }),
  sql: `select m.id, m.first_name as firstName, m.last_name as lastName, d.name as districtName
        from tenure t
        join reach r on r.seat_id = t.seat_id
        join district d on d.nces = r.district_nces
        join member m on m.district_nces = d.nces and m.state = 'active'
        where t.official_id = :officialId and t.to_on is null
          and (:regionId is null or m.region_id = :regionId)
        order by r.share desc, m.last_name, m.first_name, m.id limit 200`,
});

/** A member knows an official, unless that is known of the two already, or a side of it is not there. */
export const insertRelationship = statement({
  params: z.object({
    id: z.string(),
    memberId: z.string(),
    officialId: z.string(),
    kind: z.enum(RELATIONSHIP_KINDS),
    strength: z.number(),
    sinceYear: z.number().nullable(),
    note: z.string(),
    by: z.string(),
    now: z.number(),
  }),
  row: nothing,
  sql: `insert into relationship (id, member_id, official_id, kind, strength, since_year, note, source, source_id, at)
        values (:id, :memberId, :officialId, :kind, :strength, :sinceYear, :note, 'staff', :by, :now)
        on conflict do nothing`,
});

/** A relationship is as staff say now; what a survey told becomes staff's own. */
export const changeRelationshipRow = statement({
  params: z.object({
    id: z.string(),
    kind: z.enum(RELATIONSHIP_KINDS),
    strength: z.number(),
    sinceYear: z.number().nullable(),
    note: z.string(),
    by: z.string(),
    now: z.number(),
  }),
  row: nothing,
  sql: `update relationship set kind = :kind, strength = :strength, since_year = :sinceYear, note = :note,
          source = 'staff', source_id = :by, at = :now
        where id = :id and removed_at is null`,
});

/** A relationship is taken off the pages. */
export const removeRelationshipRow = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: nothing,
  sql: `update relationship set removed_at = :now where id = :id and removed_at is null`,
});

/** A relationship that was taken off stands again, unless the two have another by now. */
export const restoreRelationshipRow = statement({
  params: z.object({ id: z.string() }),
  row: nothing,
  sql: `update or ignore relationship set removed_at = null where id = :id and removed_at is not null`,
});

/** What earlier surveys said a member knows of those who were offered, and a later one does not, is over. */
export const dropLearned = statement({
  params: z.object({
    memberId: z.string(),
    offered: z.array(z.string()),
    known: z.array(z.string()),
    at: z.number(),
    now: z.number(),
  }),
  row: nothing,
  sql: `update relationship set removed_at = :now
        where member_id = :memberId and source = 'survey' and removed_at is null and at <= :at
          and official_id in (select value from json_each(:offered))
          and official_id not in (select value from json_each(:known))`,
});

/**
 * A member knows an official by their own word, so well and in this way; what they did not say stays, or begins in the
 * middle. Nothing where staff wrote it, said so later, or took this very word off.
 */
export const learnRelationship = statement({
  params: z.object({
    id: z.string(),
    memberId: z.string(),
    officialId: z.string(),
    kind: z.enum(RELATIONSHIP_KINDS).nullable(),
    strength: z.number().nullable(),
    alertId: z.string(),
    at: z.number(),
  }),
  row: nothing,
  sql: `insert into relationship (id, member_id, official_id, kind, strength, source, source_id, at)
        select :id, m.id, o.id, coalesce(:kind, 'acquainted'), coalesce(:strength, 2), 'survey', :alertId, :at
        from member m join official o on o.id = :officialId
        where m.id = :memberId and m.erased_at is null and not exists (select 1 from relationship x
          where x.member_id = m.id and x.official_id = o.id and x.removed_at is not null
            and x.source = 'survey' and x.source_id = :alertId and x.at >= :at)
        on conflict (member_id, official_id) where removed_at is null do update
          set kind = coalesce(:kind, kind), strength = coalesce(:strength, strength), source_id = :alertId, at = :at
          where source = 'survey' and at <= :at`,
});
