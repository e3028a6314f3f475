import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { channelShape } from './consent-queries.ts';
import { KINDS } from './kinds.ts';
import { memberRow, pointSnapshot } from './snapshot.ts';

const listedRow = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  kind: z.enum(KINDS),
  title: z.string().nullable(),
  organizationId: z.string(),
  organization: z.string(),
  regionId: z.string().nullable(),
  region: z.string().nullable(),
  districtNces: z.string().nullable(),
  district: z.string().nullable(),
  zone: z.string().nullable(),
  state: z.enum(['active', 'left']),
  leftAt: z.number().nullable(),
});
export type ListedRow = z.infer<typeof listedRow>;

const listed = `m.id, m.first_name as firstName, m.last_name as lastName, m.kind, m.title,
  m.organization_id as organizationId, o.name as organization, m.region_id as regionId, r.name as region,
  m.district_nces as districtNces, d.name as district, m.zone, m.state, m.left_at as leftAt`;
const beside = `join organization o on o.id = m.organization_id
  left join region r on r.id = m.region_id
  left join district d on d.nces = m.district_nces`;
const hasPrimary = (channel: string, states: string) =>
  `exists (select 1 from contact_point p where p.member_id = m.id and p.channel = '${channel}'
     and p.is_primary = 1 and p.state in (${states}))`;
const hasAny = (channel: string) =>
  `exists (select 1 from contact_point p where p.member_id = m.id and p.channel = '${channel}')`;

/** How members of a list may be reached; the same sentences as the figures above the list. */
export const REACHES = ['email', 'text', 'no-consent', 'no-number', 'neither', 'closed'] as const;
const reached = `case :reach
  when 'email' then ${hasPrimary('email', `'active'`)}
  when 'text' then ${hasPrimary('sms', `'active'`)}
  when 'no-consent' then ${hasPrimary('sms', `'unconsented'`)}
  when 'no-number' then not ${hasAny('sms')}
  when 'neither' then not ${hasPrimary('email', `'active'`)} and not ${hasPrimary('sms', `'active'`)}
  when 'closed' then exists (select 1 from contact_point p where p.member_id = m.id and p.state in ('held', 'suppressed', 'invalid'))
  else 1 end`;

const filters = {
  state: z.enum(['active', 'left']),
  q: z.string().nullable(),
  regionId: z.string().nullable(),
  districtNces: z.string().nullable(),
  kind: z.enum(KINDS).nullable(),
  groupId: z.string().nullable(),
  reach: z.enum(REACHES).nullable(),
};
const filtered = `m.state = :state
  and (:regionId is null or m.region_id = :regionId)
  and (:districtNces is null or m.district_nces = :districtNces)
  and (:kind is null or m.kind = :kind)
  and (:q is null or instr(lower(m.first_name || ' ' || m.last_name || ' ' || coalesce(d.name, '')), lower(:q)) > 0)
  and (:groupId is null or exists (select 1 from group_member gm where gm.member_id = m.id and gm.group_id = :groupId))
  and ${reached}`;

/** A page of members by name after a key, narrowed by the filters. */
export const membersPage = statement({
  params: z.object({
    ...filters,
    afterLast: z.string(),
    afterFirst: z.string(),
    afterId: z.string(),
    limit: z.number(),
  }),
  row: listedRow,
  sql: `select ${listed} from member m ${beside}
        where (m.last_name, m.first_name, m.id) > (:afterLast, :afterFirst, :afterId) and ${filtered}
        order by m.last_name, m.first_name, m.id limit :limit`,
});

/** Those of a list of members that the filters leave, by name. */
export const membersAmong = statement({
  params: z.object({ ...filters, ids: z.array(z.string()) }),
  row: listedRow,
  sql: `select ${listed} from json_each(:ids) one join member m on m.id = one.value ${beside}
        where ${filtered} order by m.last_name, m.first_name, m.id`,
});

/** One member, left ones included; a region narrows it to members of that region. */
export const memberById = statement({
  params: z.object({ id: z.string(), regionId: z.string().nullable() }),
  row: listedRow.extend({ createdAt: z.number(), updatedAt: z.number() }),
  sql: `select ${listed}, m.created_at as createdAt, m.updated_at as updatedAt from member m ${beside}
        where m.id = :id and (:regionId is null or m.region_id = :regionId)`,
});

/** The contact points of a list of members, the primary ones first. */
export const pointsOf = statement({
  params: z.object({ memberIds: z.array(z.string()) }),
  row: pointSnapshot.extend({ memberId: z.string() }),
  sql: `select p.id, p.member_id as memberId, p.channel, p.address, p.address_hash as addressHash,
          p.is_public as isPublic, p.is_primary as isPrimary, p.state, p.state_reason as stateReason,
          p.created_at as createdAt, p.updated_at as updatedAt
        from json_each(:memberIds) one join contact_point p on p.member_id = one.value
        order by p.is_primary desc, p.id`,
});

/** The groups of a list of members by name. */
export const groupsOf = statement({
  params: z.object({ memberIds: z.array(z.string()) }),
  row: z.object({ memberId: z.string(), id: z.string(), name: z.string() }),
  sql: `select gm.member_id as memberId, g.id, g.name
        from json_each(:memberIds) one
        cross join group_member gm on gm.member_id = one.value
        cross join member_group g on g.id = gm.group_id
        order by g.name`,
});

/** Active members by how they can be reached at their primary address and number. */
export const memberFigures = statement({
  params: z.object({ regionId: z.string().nullable() }),
  row: z.object({
    members: z.number(),
    byEmail: z.number(),
    byText: z.number(),
    withoutConsent: z.number(),
    withoutNumber: z.number(),
    byNeither: z.number(),
    closed: z.number(),
  }),
  sql: `select count(*) as members,
          coalesce(sum(email), 0) as byEmail,
          coalesce(sum(text), 0) as byText,
          coalesce(sum(waiting), 0) as withoutConsent,
          coalesce(sum(not numbered), 0) as withoutNumber,
          coalesce(sum(not email and not text), 0) as byNeither,
          coalesce(sum(closed), 0) as closed
        from (
          select coalesce(max(p.is_primary and p.channel = 'email' and p.state = 'active'), 0) as email,
            coalesce(max(p.is_primary and p.channel = 'sms' and p.state = 'active'), 0) as text,
            coalesce(max(p.is_primary and p.channel = 'sms' and p.state = 'unconsented'), 0) as waiting,
            coalesce(max(p.channel = 'sms'), 0) as numbered,
            coalesce(max(p.state in ('held', 'suppressed', 'invalid')), 0) as closed
          from member m left join contact_point p on p.member_id = m.id
          where m.state = 'active' and (:regionId is null or m.region_id = :regionId)
          group by m.id)`,
  scans: { member: 'one pass over the roster, a few thousand rows at most, for the figures above the list' },
});

const consentLine = z.object({
  id: z.string(),
  at: z.number(),
  onDate: z.string(),
  channel: channelShape,
  contactPointId: z.string().nullable(),
  kind: z.string(),
  textVersion: z.string().nullable(),
  source: z.string(),
  evidenceKind: z.string().nullable(),
  evidenceId: z.string().nullable(),
  actorKind: z.string(),
  actorId: z.string(),
});
export type ConsentLine = z.infer<typeof consentLine>;

/** What the consent ledger says of a member, the newest first. */
export const ledgerOf = statement({
  params: z.object({ memberId: z.string() }),
  row: consentLine,
  sql: `select id, at, on_date as onDate, channel, contact_point_id as contactPointId, kind,
          text_version as textVersion, source, evidence_kind as evidenceKind, evidence_id as evidenceId,
          actor_kind as actorKind, actor_id as actorId
        from consent_event where member_id = :memberId order by id desc`,
});

/** The contact points of a member that the carrier itself stopped. */
export const carrierStopsOf = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select p.id from contact_point p join suppression s on s.address_hash = p.address_hash
        where p.member_id = :memberId and s.by_carrier = 1 order by p.is_primary desc, p.id`,
});

/** A page of suppressed addresses after a key, each with one of the members who have it, where there still is one. */
export const suppressionsPage = statement({
  params: z.object({ after: z.string(), limit: z.number(), channel: channelShape.nullable() }),
  row: z.object({
    addressHash: z.string(),
    channel: channelShape,
    reason: z.string(),
    byCarrier: z.number(),
    at: z.number(),
    memberId: z.string().nullable(),
    address: z.string().nullable(),
    memberName: z.string().nullable(),
  }),
  sql: `select s.address_hash as addressHash, s.channel, s.reason, s.by_carrier as byCarrier, s.at,
          m.id as memberId, p.address as address, m.first_name || ' ' || m.last_name as memberName
        from suppression s
        left join contact_point p on p.id = (select min(id) from contact_point where address_hash = s.address_hash)
        left join member m on m.id = p.member_id
        where s.address_hash > :after and (:channel is null or s.channel = :channel)
        order by s.address_hash limit :limit`,
});

const newMember = memberRow.extend({ updatedAt: z.number() });

/** New members; one whose id is there already stays as it is (a form sent twice). */
export const insertMembers = statement({
  params: z.object({ rows: z.array(newMember) }),
  row: z.object({ id: z.string() }),
  sql: `insert into member (id, first_name, last_name, kind, title, organization_id, region_id, district_nces, zone, state, created_at, updated_at)
        select r.value ->> 'id', r.value ->> 'firstName', r.value ->> 'lastName', r.value ->> 'kind', r.value ->> 'title',
          r.value ->> 'organizationId', r.value ->> 'regionId', r.value ->> 'districtNces', r.value ->> 'zone',
          r.value ->> 'state', r.value ->> 'updatedAt', r.value ->> 'updatedAt'
        from json_each(:rows) r where true
        on conflict (id) do nothing returning id`,
});

/** Members with every field as given. */
export const updateMembers = statement({
  params: z.object({ rows: z.array(memberRow) }),
  row: z.object({ id: z.string() }),
  sql: `update member set first_name = r.value ->> 'firstName', last_name = r.value ->> 'lastName',
          kind = r.value ->> 'kind', title = r.value ->> 'title', organization_id = r.value ->> 'organizationId',
          region_id = r.value ->> 'regionId', district_nces = r.value ->> 'districtNces', zone = r.value ->> 'zone',
          updated_at = r.value ->> 'updatedAt'
        from json_each(:rows) r where member.id = r.value ->> 'id'
        returning member.id`,
});

/** A member leaves the network, if still in it. */
export const leave = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `update member set state = 'left', left_at = :now, updated_at = :now where id = :id and state = 'active' returning id`,
});

/** A member who left comes back. */
export const comeBack = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `update member set state = 'active', left_at = null, updated_at = :now where id = :id and state = 'left' and erased_at is null returning id`,
});

/** Members belong to organizations from a day on. */
export const insertMemberships = statement({
  params: z.object({
    rows: z.array(z.object({ memberId: z.string(), organizationId: z.string() })),
    day: z.string(),
  }),
  row: z.object({}),
  sql: `insert into membership (member_id, organization_id, from_on)
        select r.value ->> 'memberId', r.value ->> 'organizationId', :day from json_each(:rows) r where true
        on conflict do nothing`,
});

/** Members join groups. */
export const insertGroupMembers = statement({
  params: z.object({ rows: z.array(z.object({ memberId: z.string(), groupId: z.string() })) }),
  row: z.object({}),
  sql: `insert into group_member (group_id, member_id)
        select r.value ->> 'groupId', r.value ->> 'memberId' from json_each(:rows) r where true
        on conflict do nothing`,
});

/** A member is in the groups of a list and in no others. */
export const leaveOtherGroups = statement({
  params: z.object({ memberId: z.string(), groupIds: z.array(z.string()) }),
  row: z.object({}),
  sql: `delete from group_member where member_id = :memberId
          and group_id not in (select value from json_each(:groupIds))`,
});

/** Contact points that are no longer the first of their channel: written before another takes the place. */
export const demotePoints = statement({
  params: z.object({ ids: z.array(z.string()), now: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `update contact_point set is_primary = 0, updated_at = :now
        where id in (select value from json_each(:ids)) and is_primary = 1 returning id`,
});

/**
 * Contact points, new or changed. The state of one that is there changes only from unconsented to active:
 * whatever closed it meanwhile stays.
 */
export const upsertPoints = statement({
  params: z.object({ rows: z.array(pointSnapshot.extend({ memberId: z.string() })) }),
  row: z.object({ id: z.string() }),
  sql: `insert into contact_point (id, member_id, channel, address, address_hash, is_public, is_primary, state, created_at, updated_at)
        select r.value ->> 'id', r.value ->> 'memberId', r.value ->> 'channel', r.value ->> 'address',
          r.value ->> 'addressHash', r.value ->> 'isPublic', r.value ->> 'isPrimary', r.value ->> 'state',
          r.value ->> 'createdAt', r.value ->> 'updatedAt'
        from json_each(:rows) r where true
        on conflict (member_id, channel, address) do update set
          is_public = excluded.is_public, is_primary = excluded.is_primary, updated_at = excluded.updated_at,
          state = case when contact_point.state = 'unconsented' then excluded.state else contact_point.state end
        returning id`,
});

/** Takes away one contact point of a member. */
export const deletePoint = statement({
  params: z.object({ id: z.string(), memberId: z.string() }),
  row: z.object({ id: z.string(), channel: channelShape }),
  sql: `delete from contact_point where id = :id and member_id = :memberId returning id, channel`,
});

/** Where a channel of a member has lost its first address, the oldest open one takes its place; none when the first was stopped. */
export const promoteOldest = statement({
  params: z.object({ memberId: z.string(), channel: channelShape, now: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `update contact_point set is_primary = 1, updated_at = :now
        where id = (select min(id) from contact_point where member_id = :memberId and channel = :channel)
          and not exists (select 1 from contact_point
            where member_id = :memberId and channel = :channel and is_primary = 1)
        returning id`,
});
