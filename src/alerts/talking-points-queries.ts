import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const idOnly = z.object({ id: z.string() });

/** A new document of talking points; no row when the id is taken: the same form was sent twice. */
export const insertTalkingPoints = statement({
  params: z.object({
    id: z.string(),
    issueId: z.string(),
    billId: z.string().nullable(),
    level: z.string(),
    title: z.string(),
    body: z.string(),
    now: z.number(),
    by: z.string(),
  }),
  row: idOnly,
  sql: `insert into talking_points (id, issue_id, bill_id, level, title, draft_md, created_at, created_by, updated_at)
        values (:id, :issueId, :billId, :level, :title, :body, :now, :by, :now)
        on conflict (id) do nothing returning id`,
});

/** The document as it is now written; no row when somebody else wrote since `seenAt`. */
export const updateTalkingPoints = statement({
  params: z.object({
    id: z.string(),
    issueId: z.string(),
    billId: z.string().nullable(),
    level: z.string(),
    title: z.string(),
    body: z.string(),
    seenAt: z.number(),
    now: z.number(),
  }),
  row: idOnly,
  sql: `update talking_points set issue_id = :issueId, bill_id = :billId, level = :level, title = :title,
          draft_md = :body, updated_at = :now
        where id = :id and updated_at = :seenAt returning id`,
});

/** The draft as the next version; no row when the newest version already says the same, or the draft moved on. */
export const publishDraft = statement({
  params: z.object({
    id: z.string(),
    talkingPointsId: z.string(),
    body: z.string(),
    changeNote: z.string(),
    now: z.number(),
    by: z.string(),
  }),
  row: z.object({ id: z.string(), no: z.number() }),
  sql: `insert into talking_points_version (id, talking_points_id, no, body_md, change_note, published_at, published_by)
        select :id, t.id, coalesce(n.no, 0) + 1, :body, :changeNote, :now, :by
        from talking_points t
        left join talking_points_version n on n.talking_points_id = t.id and n.no = (
          select max(no) from talking_points_version where talking_points_id = t.id)
        where t.id = :talkingPointsId and t.draft_md = :body and coalesce(n.body_md, '') <> :body
        returning id, no`,
});

/** Whether partners see the document. */
export const setShared = statement({
  params: z.object({ id: z.string(), shared: z.boolean() }),
  row: idOnly,
  sql: `update talking_points set shared = :shared where id = :id returning id`,
});

/** One document with what it is about and the draft. */
export const talkingPointsRow = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    id: z.string(),
    title: z.string(),
    level: z.enum(['state', 'federal']),
    issueId: z.string(),
    issueName: z.string(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    draft: z.string(),
    shared: z.number(),
    createdAt: z.number(),
    updatedAt: z.number(),
  }),
  sql: `select t.id, t.title, t.level, t.issue_id as issueId, i.name as issueName, t.bill_id as billId,
          b.number as billNumber, t.draft_md as draft, t.shared, t.created_at as createdAt, t.updated_at as updatedAt
        from talking_points t join issue i on i.id = t.issue_id left join bill b on b.id = t.bill_id
        where t.id = :id`,
});

/** Documents by title, each with its newest version's number and time, after a place in the list. */
export const talkingPointsRows = statement({
  params: z.object({
    sharedOnly: z.number(),
    issueId: z.string().nullable(),
    billId: z.string().nullable(),
    after: z.string(),
    limit: z.number(),
  }),
  row: z.object({
    id: z.string(),
    title: z.string(),
    level: z.enum(['state', 'federal']),
    issueId: z.string(),
    issueName: z.string(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    shared: z.number(),
    updatedAt: z.number(),
    no: z.number().nullable(),
    changeNote: z.string().nullable(),
    publishedAt: z.number().nullable(),
    unpublished: z.number(),
  }),
  sql: `select t.id, t.title, t.level, t.issue_id as issueId, i.name as issueName, t.bill_id as billId,
          b.number as billNumber, t.shared, t.updated_at as updatedAt, v.no, v.change_note as changeNote,
          v.published_at as publishedAt, t.draft_md <> coalesce(v.body_md, '') as unpublished
        from talking_points t
        join issue i on i.id = t.issue_id
        left join bill b on b.id = t.bill_id
        left join talking_points_version v on v.talking_points_id = t.id and v.no = (
          select max(no) from talking_points_version where talking_points_id = t.id)
        where t.id > :after
          and (:sharedOnly = 0 or (t.shared = 1 and v.no is not null))
          and (:issueId is null or t.issue_id = :issueId)
          and (:billId is null or t.bill_id = :billId)
        order by t.id limit :limit`,
});

/** The published versions of a document, newest first, without their words. */
export const versionRows = statement({
  params: z.object({ talkingPointsId: z.string() }),
  row: z.object({
    id: z.string(),
    no: z.number(),
    changeNote: z.string(),
    publishedAt: z.number(),
    publishedBy: z.string(),
    publishedByName: z.string().nullable(),
  }),
  sql: `select v.id, v.no, v.change_note as changeNote, v.published_at as publishedAt,
          v.published_by as publishedBy, s.name as publishedByName
        from talking_points_version v left join staff s on s.id = v.published_by
        where v.talking_points_id = :talkingPointsId order by v.no desc`,
});

/** One published version by its number, the newest where no number is given. */
export const pointsVersion = statement({
  params: z.object({ talkingPointsId: z.string(), no: z.number().nullable() }),
  row: z.object({
    id: z.string(),
    no: z.number(),
    title: z.string(),
    body: z.string(),
    changeNote: z.string(),
    publishedAt: z.number(),
    publishedBy: z.string(),
  }),
  sql: `select v.id, v.no, t.title, v.body_md as body, v.change_note as changeNote, v.published_at as publishedAt,
          v.published_by as publishedBy
        from talking_points_version v join talking_points t on t.id = v.talking_points_id
        where v.talking_points_id = :talkingPointsId and (:no is null or v.no = :no)
        order by v.no desc limit 1`,
});

/** Whether an issue and a bill exist. */
export const subjectExists = statement({
  params: z.object({ issueId: z.string(), billId: z.string().nullable() }),
  row: z.object({ issue: z.number(), bill: z.number() }),
  sql: `select exists (select 1 from issue where id = :issueId) as issue,
          (:billId is null or exists (select 1 from bill where id = :billId)) as bill`,
});
