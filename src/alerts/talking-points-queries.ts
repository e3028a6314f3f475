import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const idOnly = z.object({ id: z.string() });

/** Talking points are shared with a partner, as SQL. @param table their alias @param organization an SQL value */
export const sharedWith = (table: string, organization: string): string =>
  `(${table}.shared = 1 and (${table}.shared_with is null
            or ${organization} in (select value from json_each(${table}.shared_with))))`;

/** What an alert comes to is told to a partner, as SQL: its talking points are not kept for others. @param alert its alias */
export const openToPartner = (alert: string, organization: string): string =>
  `not exists (select 1 from talking_points kept where kept.id = ${alert}.talking_points_id
            and kept.shared_with is not null and not ${sharedWith('kept', organization)})`;

/** One row where what an alert comes to is told to a partner. */
export const alertOpenTo = statement({
  params: z.object({ alertId: z.string(), partner: z.string() }),
  row: idOnly,
  sql: `select a.id from alert a where a.id = :alertId and ${openToPartner('a', ':partner')}`,
});

/** A new document of talking points; no row when the id is taken: the same form was sent twice. */
export const insertTalkingPoints = statement({
  params: z.object({
    id: z.string(),
    issueId: z.string(),
    billId: z.string().nullable(),
    level: z.string(),
    title: z.string(),
    body: z.string(),
    short: z.string(),
    expiresOn: z.string().nullable(),
    variantOf: z.string().nullable(),
    now: z.number(),
    by: z.string(),
  }),
  row: idOnly,
  sql: `insert into talking_points (id, issue_id, bill_id, level, title, draft_md, draft_short, expires_on, variant_of,
          created_at, created_by, updated_at)
        values (:id, :issueId, :billId, :level, :title, :body, :short, :expiresOn, :variantOf, :now, :by, :now)
        on conflict do nothing returning id`,
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
    short: z.string(),
    expiresOn: z.string().nullable(),
    seenAt: z.number(),
    now: z.number(),
  }),
  row: idOnly,
  sql: `update talking_points set issue_id = :issueId, bill_id = :billId, level = :level, title = :title,
          draft_md = :body, draft_short = :short, expires_on = :expiresOn, updated_at = :now
        where id = :id and updated_at = :seenAt returning id`,
});

/** The draft as the next version; no row when the newest version already says the same, or the draft moved on. */
export const publishDraft = statement({
  params: z.object({
    id: z.string(),
    talkingPointsId: z.string(),
    body: z.string(),
    short: z.string(),
    changeNote: z.string(),
    now: z.number(),
    by: z.string(),
  }),
  row: z.object({ id: z.string(), no: z.number() }),
  sql: `insert into talking_points_version (id, talking_points_id, no, body_md, short_text, change_note, published_at, published_by)
        select :id, t.id, coalesce(n.no, 0) + 1, :body, :short, :changeNote, :now, :by
        from talking_points t
        left join talking_points_version n on n.talking_points_id = t.id and n.no = (
          select max(no) from talking_points_version where talking_points_id = t.id)
        where t.id = :talkingPointsId and t.draft_md = :body and t.draft_short = :short
          and (n.id is null or n.body_md <> :body or n.short_text <> :short)
        returning id, no`,
});

/** Whether partners see the document, and which: every one where none is named. */
export const setShared = statement({
  params: z.object({
    id: z.string(),
    shared: z.boolean(),
    organizationIds: z.array(z.string()).nullable(),
    now: z.number(),
    by: z.string(),
  }),
  row: idOnly,
  sql: `update talking_points set shared = :shared, shared_with = iif(:shared, :organizationIds, null), shared_at = iif(:shared, :now, null),
          shared_by = iif(:shared, :by, null)
        where id = :id returning id`,
});

/** Organizations that talking points can be shared with: the partners, and others whose people sign in as one. */
export const partners = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select o.id, o.name from organization o
        where o.kind = 'partner' or exists (
          select 1 from role r where r.organization_id = o.id and r.role = 'partner' and r.ended_at is null)
        order by o.name, o.id`,
  scans: { organization: 'a handful', role: 'a few dozen rows: the staff of one network' },
});

/** One document with what it is about and the draft; for a partner only where it is shared with them. */
export const talkingPointsRow = statement({
  params: z.object({ id: z.string(), partner: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    title: z.string(),
    level: z.enum(['state', 'federal']),
    issueId: z.string(),
    issueName: z.string(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    draft: z.string(),
    draftShort: z.string(),
    expiresOn: z.string().nullable(),
    shared: z.number(),
    sharedAt: z.number().nullable(),
    sharedByName: z.string().nullable(),
    sharedWith: z.string().nullable(),
    variantId: z.string().nullable(),
    variantPublished: z.number(),
    createdAt: z.number(),
    updatedAt: z.number(),
  }),
  sql: `select t.id, t.title, t.level, t.issue_id as issueId, i.name as issueName, t.bill_id as billId,
          b.number as billNumber, t.draft_md as draft, t.draft_short as draftShort, t.expires_on as expiresOn,
          t.shared, t.shared_at as sharedAt, s.name as sharedByName, t.shared_with as sharedWith, w.id as variantId,
          exists (select 1 from talking_points_version x where x.talking_points_id = w.id) as variantPublished,
          t.created_at as createdAt, t.updated_at as updatedAt
        from talking_points t
        join issue i on i.id = t.issue_id
        left join bill b on b.id = t.bill_id
        left join staff s on s.id = t.shared_by
        left join talking_points w on w.id = coalesce(t.variant_of, (select id from talking_points where variant_of = t.id))
        where t.id = :id and (:partner is null or ${sharedWith('t', ':partner')})`,
});

/** Documents by title, each with its newest version's number and time, after a place in the list. */
export const talkingPointsRows = statement({
  params: z.object({
    /** The organization of a partner, who sees what is shared with it and published; null for everything. */
    partner: z.string().nullable(),
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
    expiresOn: z.string().nullable(),
    shared: z.number(),
    updatedAt: z.number(),
    no: z.number().nullable(),
    changeNote: z.string().nullable(),
    publishedAt: z.number().nullable(),
    unpublished: z.number(),
  }),
  sql: `select t.id, t.title, t.level, t.issue_id as issueId, i.name as issueName, t.bill_id as billId,
          b.number as billNumber, t.expires_on as expiresOn, t.shared, t.updated_at as updatedAt, v.no,
          v.change_note as changeNote, v.published_at as publishedAt,
          t.draft_md <> coalesce(v.body_md, '') or t.draft_short <> coalesce(v.short_text, '') as unpublished
        from talking_points t
        join issue i on i.id = t.issue_id
        left join bill b on b.id = t.bill_id
        left join talking_points_version v on v.talking_points_id = t.id and v.no = (
          select max(no) from talking_points_version where talking_points_id = t.id)
        where t.id > :after
          and (:partner is null or (${sharedWith('t', ':partner')} and v.no is not null))
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
    short: z.string(),
    expiresOn: z.string().nullable(),
    changeNote: z.string(),
    publishedAt: z.number(),
    publishedBy: z.string(),
  }),
  sql: `select v.id, v.no, t.title, v.body_md as body, v.short_text as short, t.expires_on as expiresOn, v.change_note as changeNote, v.published_at as publishedAt,
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

/** Whether words may be written as the twin of these: their legislature, and whether they have a twin already. */
export const twinOf = statement({
  params: z.object({ id: z.string(), besides: z.string() }),
  row: z.object({ level: z.enum(['state', 'federal']), taken: z.number() }),
  sql: `select t.level, t.variant_of is not null
            or exists (select 1 from talking_points w where w.variant_of = t.id and w.id <> :besides) as taken
        from talking_points t where t.id = :id`,
});

/** The figures about a district, by its NCES id or as the district of a member; one row without a figure where it has none. */
export const figuresOfDistrict = statement({
  params: z.object({ nces: z.string().nullable(), memberId: z.string().nullable() }),
  row: z.object({
    district: z.string(),
    key: z.string().nullable(),
    value: z.string().nullable(),
    asOf: z.string().nullable(),
    source: z.string().nullable(),
  }),
  sql: `select d.name as district, f.key, f.value, f.as_of as asOf, f.source
        from district d left join district_fact f on f.district_nces = d.nces
        where d.nces = coalesce(:nces, (select district_nces from member where id = :memberId))
        order by f.key`,
});

/** Districts with active members of which a figure is not known, by figure and name. */
export const districtsWithout = statement({
  params: z.object({ keys: z.array(z.string()) }),
  row: z.object({ key: z.string(), nces: z.string(), name: z.string() }),
  sql: `select k.value as key, d.nces, d.name from json_each(:keys) k cross join district d
        where exists (select 1 from member m where m.district_nces = d.nces and m.state = 'active')
          and not exists (select 1 from district_fact f where f.district_nces = d.nces and f.key = k.value)
        order by k.key, d.name, d.nces`,
  scans: { district: 'the few hundred districts of a state' },
});

/** Districts by name, to look at words as they are read there. */
export const districtChoices = statement({
  params: z.object({}),
  row: z.object({ value: z.string(), label: z.string() }),
  sql: `select d.nces as value, d.name as label from district d
        where exists (select 1 from member m where m.district_nces = d.nces and m.state = 'active')
        order by d.name, d.nces`,
  scans: { district: 'the few hundred districts of a state' },
});

/** What an alert's talking points are for, until when, the legislature of its bill, and the title of their twin. */
export const pointsOfAlert = statement({
  params: z.object({ talkingPointsId: z.string(), billId: z.string().nullable() }),
  row: z.object({
    level: z.enum(['state', 'federal']),
    expiresOn: z.string().nullable(),
    jurisdiction: z.string().nullable(),
    variant: z.string().nullable(),
  }),
  sql: `select t.level, t.expires_on as expiresOn, l.jurisdiction, w.title as variant
        from talking_points t
        left join bill b on b.id = :billId
        left join legislative_session l on l.id = b.legislative_session_id
        left join talking_points w on w.id = coalesce(t.variant_of, (select id from talking_points where variant_of = t.id))
        where t.id = :talkingPointsId`,
});

/** The association itself, which sends unless told otherwise. */
export const ownOrganization = statement({
  params: z.object({}),
  row: idOnly,
  sql: `select id from organization where kind = 'association' order by id limit 1`,
  scans: { organization: 'a handful' },
});
