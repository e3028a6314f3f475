import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { detailOfActivity } from './log-queries.ts';

/** Fails its check where a person's day has more than 24 hours in the log. */
export const guardDay = statement({
  params: z.object({ staffId: z.string(), on: z.string() }),
  row: z.object({}),
  sql: `insert into precondition (held)
        select 0 where (select coalesce(sum(minutes), 0) from activity where staff_id = :staffId and on_date = :on and state <> 'removed') > 1440`,
});

/** The minutes that a person's day has in the log, one line left out. */
export const minutesOfDay = statement({
  params: z.object({ staffId: z.string(), on: z.string(), but: z.string() }),
  row: z.object({ minutes: z.number() }),
  sql: `select coalesce(sum(minutes), 0) as minutes from activity where staff_id = :staffId and on_date = :on and state <> 'removed' and id <> :but`,
});

/** Lines that look like this one: the same person, day, bill and minutes, or the same official, day and bill. */
export const likeActivity = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ id: z.string(), kind: z.string(), same: z.number() }),
  sql: `select o.id, o.kind, coalesce(o.minutes = v.minutes and o.kind = v.kind, 0) as same
          from activity v join activity o on o.on_date = v.on_date and o.id <> v.id and o.state <> 'removed'
           and o.organization_id = v.organization_id
           and coalesce(o.staff_id, o.lobbyist_id, o.member_id, '') = coalesce(v.staff_id, v.lobbyist_id, v.member_id, '')
           and coalesce(o.bill_id, '') = coalesce(v.bill_id, '')
         where v.id = :id and v.person_kind <> 'none' and (o.split_of is null or o.split_of <> coalesce(v.split_of, v.id))
           and ((o.minutes = v.minutes and o.kind = v.kind) or (o.official_id = v.official_id and v.official_id is not null))
         limit 5`,
});

/** A line is written anew; what was filed of it stays frozen in the filing. */
export const updateActivity = statement({
  params: z.object({
    id: z.string(),
    updatedAt: z.number(),
    onDate: z.string(),
    personKind: z.string(),
    lobbyistId: z.string().nullable(),
    staffId: z.string().nullable(),
    kind: z.string(),
    method: z.string().nullable(),
    officialId: z.string().nullable(),
    billId: z.string().nullable(),
    issueId: z.string().nullable(),
    position: z.string().nullable(),
    minutes: z.number().nullable(),
    directedBy: z.string(),
    reachMembers: z.number().nullable(),
    reachNonMembers: z.number().nullable(),
    note: z.string(),
    ...detailOfActivity,
    at: z.number(),
  }),
  row: z.object({}),
  sql: `update activity set on_date = :onDate, person_kind = :personKind, lobbyist_id = :lobbyistId, staff_id = :staffId, kind = :kind, method = :method,
               official_id = :officialId, bill_id = :billId, issue_id = :issueId, position = :position, minutes = :minutes, directed_by = :directedBy,
               reach_members = :reachMembers, reach_non_members = :reachNonMembers, note = :note,
               minutes_direct = :minutesDirect, minutes_prep = :minutesPrep, minutes_travel = :minutesTravel, payer = :payer,
               branch = :branch, level = :level, bodies = :bodies, issue_codes = :issueCodes, matter = :matter, occasion_key = :occasionKey,
               official_capacity = :officialCapacity, on_record = :onRecord, written_request = :writtenRequest,
               specific_legislation = :specificLegislation, reflects_view = :reflectsView, direct_interest = :directInterest,
               asks_non_members = :asksNonMembers, covered_official = :coveredOfficial, calls_to_action = :callsToAction, updated_at = :at
         where id = :id and state <> 'removed' and updated_at = :updatedAt`,
});

/** The first part of a split keeps the line's id and takes its share; somebody else's change undoes the split. */
export const shrinkActivity = statement({
  params: z.object({ id: z.string(), updatedAt: z.number(), minutes: z.number(), at: z.number() }),
  row: z.object({}),
  sql: `update activity set minutes = :minutes, minutes_direct = null, minutes_prep = null, minutes_travel = null, updated_at = :at
         where id = :id and state <> 'removed' and updated_at = :updatedAt`,
});

/** Minutes and lines of each person and day of a week. */
export const weekOf = statement({
  params: z.object({ from: z.string(), to: z.string() }),
  row: z.object({
    person: z.string(),
    staffId: z.string().nullable(),
    onDate: z.string(),
    lines: z.number(),
    untimed: z.number(),
    drafts: z.number(),
    minutes: z.number(),
  }),
  sql: `select coalesce(s.name, l.name, m.first_name || ' ' || m.last_name, 'The association') as person, v.staff_id as staffId, v.on_date as onDate,
               count(*) as lines, sum(v.minutes is null) as untimed, sum(v.state = 'draft') as drafts, coalesce(sum(v.minutes), 0) as minutes
          from activity v
          left join staff s on s.id = v.staff_id
          left join lobbyist l on l.id = v.lobbyist_id
          left join member m on m.id = v.member_id
         where v.on_date between :from and :to and v.state <> 'removed' and v.person_kind <> 'member'
         group by person, v.staff_id, v.on_date order by person, v.on_date`,
});

/** Lobbyists on the staff, who are expected to have something on each working day. */
export const staffLobbyists = statement({
  params: z.object({ from: z.string(), to: z.string() }),
  row: z.object({ staffId: z.string(), name: z.string() }),
  sql: `select distinct s.id as staffId, s.name from lobbyist l join staff s on s.id = l.staff_id
         where l.from_on <= :to and (l.to_on is null or l.to_on >= :from) order by s.name`,
  scans: { lobbyist: 'an association has a handful of lobbyists' },
});

/** Pairs of lines of a span that look like one, each pair once. */
export const twinsOf = statement({
  params: z.object({ from: z.string(), to: z.string() }),
  row: z.object({ id: z.string(), otherId: z.string(), onDate: z.string(), kind: z.string() }),
  sql: `select v.id, o.id as otherId, v.on_date as onDate, v.kind
          from activity v join activity o on o.on_date = v.on_date and o.id > v.id and o.organization_id = v.organization_id and o.state <> 'removed'
         where v.on_date between :from and :to and v.state <> 'removed' and v.person_kind <> 'none'
           and coalesce(o.staff_id, o.lobbyist_id, o.member_id, '') = coalesce(v.staff_id, v.lobbyist_id, v.member_id, '')
           and coalesce(o.bill_id, '') = coalesce(v.bill_id, '') and o.kind = v.kind and o.minutes = v.minutes
           and coalesce(o.official_id, '') = coalesce(v.official_id, '')
         order by v.on_date, v.id limit 50`,
});

/** A new recurring entry, once for its id. */
export const insertRecurring = statement({
  params: z.object({
    id: z.string(),
    organizationId: z.string(),
    staffId: z.string(),
    every: z.string(),
    onDay: z.number(),
    kind: z.string(),
    method: z.string().nullable(),
    officialId: z.string().nullable(),
    billId: z.string().nullable(),
    position: z.string().nullable(),
    minutes: z.number().nullable(),
    note: z.string(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into recurring_entry (id, organization_id, staff_id, every, on_day, kind, method, official_id, bill_id, position, minutes, note, from_on, to_on, created_at, created_by)
        values (:id, :organizationId, :staffId, :every, :onDay, :kind, :method, :officialId, :billId, :position, :minutes, :note, :fromOn, :toOn, :at, :by)
        on conflict (id) do nothing`,
});

/** Recurring entries with whose they are, running ones first. */
export const recurringEntries = statement({
  params: z.object({}),
  row: z.object({
    id: z.string(),
    organizationId: z.string(),
    staffId: z.string(),
    staffName: z.string(),
    every: z.enum(['week', 'month']),
    onDay: z.number(),
    kind: z.string(),
    method: z.string().nullable(),
    officialId: z.string().nullable(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    position: z.string().nullable(),
    minutes: z.number().nullable(),
    note: z.string(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
  }),
  sql: `select e.id, e.organization_id as organizationId, e.staff_id as staffId, s.name as staffName, e.every, e.on_day as onDay, e.kind, e.method,
               e.official_id as officialId, e.bill_id as billId, b.number as billNumber, e.position, e.minutes, e.note, e.from_on as fromOn, e.to_on as toOn
          from recurring_entry e join staff s on s.id = e.staff_id left join bill b on b.id = e.bill_id
         order by e.to_on is not null, s.name, e.id limit 200`,
  scans: { recurring_entry: 'a handful for each of the staff' },
});

/** The latest day up to one that recurring entries were made for, by entry. */
export const recurringMade = statement({
  params: z.object({ from: z.string() }),
  row: z.object({ recurringId: z.string().nullable(), onDate: z.string() }),
  sql: `select recurring_id as recurringId, on_date as onDate from activity where on_date >= :from and recurring_id is not null`,
});

/** A recurring entry ends on a day. */
export const endRecurring = statement({
  params: z.object({ id: z.string(), toOn: z.string() }),
  row: z.object({}),
  sql: `update recurring_entry set to_on = :toOn where id = :id and (to_on is null or to_on > :toOn)`,
});

/** A text of the staff that became a draft, once for its reply. */
export const insertStaffLine = statement({
  params: z.object({
    replyId: z.string(),
    staffId: z.string(),
    activityId: z.string().nullable(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into staff_line (reply_id, staff_id, activity_id, at) values (:replyId, :staffId, :activityId, :at) on conflict do nothing`,
});

/** The latest draft that a person of the staff made by text, while it waits. */
export const latestStaffLine = statement({
  params: z.object({ staffId: z.string(), after: z.number() }),
  row: z.object({ activityId: z.string().nullable(), state: z.string() }),
  sql: `select l.activity_id as activityId, v.state from staff_line l join activity v on v.id = l.activity_id
         where l.staff_id = :staffId and l.at >= :after order by l.at desc limit 1`,
});

/** The words of a reply that is a line of the log, and the number it came from. */
export const textOfReply = statement({
  params: z.object({ replyId: z.string() }),
  row: z.object({ body: z.string(), fromAddress: z.string(), receivedAt: z.number() }),
  sql: `select body, from_address as fromAddress, received_at as receivedAt from reply where id = :replyId`,
});

/** Whether any member has a number. */
export const memberHasNumber = statement({
  params: z.object({ address: z.string() }),
  row: z.object({ n: z.number() }),
  sql: `select exists (select 1 from contact_point where channel = 'sms' and address = :address) as n`,
});
