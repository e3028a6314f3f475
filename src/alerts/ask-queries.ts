import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** How many of some officials exist. */
export const officialsKnown = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({ count: z.number() }),
  sql: `select count(*) as count from json_each(:ids) x join official o on o.id = x.value`,
});

/** An ask of an official; none when the id is taken: the same form was sent twice. */
export const insertAsk = statement({
  params: z.object({
    rows: z.array(z.object({ id: z.string(), officialId: z.string() })),
    issueId: z.string(),
    billId: z.string().nullable(),
    words: z.string(),
    now: z.number(),
    by: z.string(),
  }),
  row: z.object({ id: z.string() }),
  sql: `insert into ask (id, official_id, issue_id, bill_id, words, set_at, set_by)
        select r.value ->> 'id', r.value ->> 'officialId', :issueId, :billId, :words, :now, :by
        from json_each(:rows) r where true
        on conflict (id) do nothing returning id`,
});

/** An open ask is over; no row when it was already. */
export const closeAsk = statement({
  params: z.object({ id: z.string(), now: z.number(), by: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `update ask set ended_at = :now, ended_by = :by where id = :id and ended_at is null returning id`,
});

/** An ask that was ended stands again. */
export const openAsk = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `update ask set ended_at = null, ended_by = null where id = :id and ended_at is not null returning id`,
});

/** Whether there is an ask. */
export const askExists = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from ask where id = :id`,
});

/**
 * The open asks of some officials, the oldest first: about what, where the association stands on the bill, and the
 * newest federal talking points about it, of the bill before those of the issue.
 */
export const openAsks = statement({
  params: z.object({ officialIds: z.array(z.string()) }),
  row: z.object({
    id: z.string(),
    officialId: z.string(),
    issueId: z.string(),
    issueName: z.string(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    position: z.enum(['support', 'oppose', 'amend', 'monitor', 'neutral']).nullable(),
    words: z.string(),
    setAt: z.number(),
    talkingPointsId: z.string().nullable(),
  }),
  sql: `select k.id, k.official_id as officialId, k.issue_id as issueId, i.name as issueName, k.bill_id as billId,
          b.number as billNumber, p.position, k.words, k.set_at as setAt, (
            select t.id from talking_points t
            where t.level = 'federal' and (t.bill_id = k.bill_id or t.issue_id = k.issue_id)
              and exists (select 1 from talking_points_version v where v.talking_points_id = t.id)
            order by t.bill_id is k.bill_id desc, t.updated_at desc limit 1) as talkingPointsId
        from json_each(:officialIds) x
        join ask k on k.official_id = x.value and k.ended_at is null
        join issue i on i.id = k.issue_id
        left join bill b on b.id = k.bill_id
        left join position p on p.bill_id = k.bill_id and p.to_on is null and p.organization_id = (
          select id from organization where kind = 'association' order by id limit 1)
        order by k.official_id, k.set_at, k.id`,
  scans: { talking_points: 'some dozens', organization: 'a handful' },
});

/** The federal talking points that are published, by title, each with its newest version. */
export const federalPoints = statement({
  params: z.object({}),
  row: z.object({
    id: z.string(),
    title: z.string(),
    issueName: z.string(),
    billNumber: z.string().nullable(),
    expiresOn: z.string().nullable(),
    no: z.number(),
    changeNote: z.string(),
    publishedAt: z.number(),
  }),
  sql: `select t.id, t.title, i.name as issueName, b.number as billNumber, t.expires_on as expiresOn, v.no,
          v.change_note as changeNote, v.published_at as publishedAt
        from talking_points t
        join issue i on i.id = t.issue_id
        left join bill b on b.id = t.bill_id
        join talking_points_version v on v.talking_points_id = t.id and v.no = (
          select max(no) from talking_points_version where talking_points_id = t.id)
        where t.level = 'federal' order by t.title, t.id`,
  scans: { talking_points: 'some dozens' },
});
