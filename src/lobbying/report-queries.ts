import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const reportRow = z.object({
  id: z.string(),
  state: z.enum(['draft', 'confirmed', 'discarded']),
  memberId: z.string().nullable(),
  memberName: z.string().nullable(),
  districtName: z.string().nullable(),
  regionId: z.string().nullable(),
  lobbyistId: z.string().nullable(),
  lobbyistName: z.string().nullable(),
  officialId: z.string().nullable(),
  officialName: z.string().nullable(),
  billId: z.string().nullable(),
  billNumber: z.string().nullable(),
  issueId: z.string().nullable(),
  alertId: z.string().nullable(),
  alertTitle: z.string().nullable(),
  replyId: z.string().nullable(),
  method: z.string().nullable(),
  stance: z.string().nullable(),
  onDate: z.string(),
  note: z.string(),
  door: z.string(),
  /** JSON: a draft's fields, each 'sure' or 'likely', and `candidates`. */
  confidence: z.string().nullable(),
  createdAt: z.number(),
  confirmedAt: z.number().nullable(),
  confirmedBy: z.string().nullable(),
});
export type ContactReport = z.infer<typeof reportRow>;

const REPORT = `select r.id, r.state, r.member_id as memberId, m.first_name || ' ' || m.last_name as memberName, d.name as districtName,
               m.region_id as regionId, r.lobbyist_id as lobbyistId, l.name as lobbyistName,
               r.official_id as officialId, o.name as officialName, r.bill_id as billId, b.number as billNumber,
               r.issue_id as issueId, r.alert_id as alertId, a.title as alertTitle, r.reply_id as replyId, r.method, r.stance,
               r.on_date as onDate, r.note, r.door, r.confidence, r.created_at as createdAt,
               r.confirmed_at as confirmedAt, r.confirmed_by as confirmedBy
          from contact_report r
          left join member m on m.id = r.member_id
          left join district d on d.nces = m.district_nces
          left join lobbyist l on l.id = r.lobbyist_id
          left join official o on o.id = r.official_id
          left join bill b on b.id = r.bill_id
          left join alert a on a.id = r.alert_id`;

/** One contact report with the names a person reads. */
export const reportById = statement({
  params: z.object({ id: z.string() }),
  row: reportRow,
  sql: `${REPORT} where r.id = :id`,
});

/** Contact reports, newest first, within filters that may be left out; a region sees its members' only. */
export const reports = statement({
  params: z.object({
    state: z.string().nullable(),
    alertId: z.string().nullable(),
    billId: z.string().nullable(),
    officialId: z.string().nullable(),
    memberId: z.string().nullable(),
    regionId: z.string().nullable(),
    before: z.string().nullable(),
    limit: z.number(),
  }),
  row: reportRow,
  sql: `${REPORT}
         where (:state is null or r.state = :state)
           and (:alertId is null or r.alert_id = :alertId)
           and (:billId is null or r.bill_id = :billId)
           and (:officialId is null or r.official_id = :officialId)
           and (:memberId is null or r.member_id = :memberId)
           and (:regionId is null or m.region_id = :regionId)
           and r.id < coalesce(:before, 'zz')
         order by r.id desc limit :limit`,
});

/** A new contact report, once for its id; of a reply once for its place among the officials told. */
export const insertReport = statement({
  params: z.object({
    id: z.string(),
    state: z.string(),
    memberId: z.string().nullable(),
    lobbyistId: z.string().nullable(),
    officialId: z.string().nullable(),
    billId: z.string().nullable(),
    issueId: z.string().nullable(),
    alertId: z.string().nullable(),
    replyId: z.string().nullable(),
    replyNo: z.number(),
    method: z.string().nullable(),
    stance: z.string().nullable(),
    confidence: z.string().nullable(),
    onDate: z.string(),
    note: z.string(),
    door: z.string(),
    at: z.number(),
    by: z.string(),
    confirmedAt: z.number().nullable(),
    confirmedBy: z.string().nullable(),
  }),
  row: z.object({}),
  sql: `insert into contact_report (id, state, member_id, lobbyist_id, official_id, bill_id, issue_id, alert_id, reply_id, reply_no, method, stance,
               confidence, on_date, note, door, created_at, created_by, confirmed_at, confirmed_by)
        values (:id, :state, :memberId, :lobbyistId, :officialId, :billId, :issueId, :alertId, :replyId, :replyNo, :method, :stance,
               :confidence, :onDate, :note, :door, :at, :by, :confirmedAt, :confirmedBy)
        on conflict do nothing`,
});

/**
 * A draft from an answer about officials, once for each member, question and official; a later answer says where the
 * official stands in a draft that is still one.
 */
export const putReportOfAnswer = statement({
  params: z.object({
    id: z.string(),
    memberId: z.string(),
    lobbyistId: z.string().nullable(),
    officialId: z.string(),
    billId: z.string().nullable(),
    issueId: z.string().nullable(),
    alertId: z.string(),
    questionId: z.string(),
    replyId: z.string().nullable(),
    stance: z.string().nullable(),
    onDate: z.string(),
    door: z.string(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into contact_report (id, state, member_id, lobbyist_id, official_id, bill_id, issue_id, alert_id, question_id,
               reply_id, stance, on_date, note, door, created_at, created_by)
        values (:id, 'draft', :memberId, :lobbyistId, :officialId, :billId, :issueId, :alertId, :questionId, :replyId,
               :stance, :onDate, '', :door, :at, :by)
        on conflict (question_id, member_id, official_id) where question_id is not null
          do update set stance = excluded.stance where contact_report.state = 'draft' and excluded.stance is not null
        on conflict do nothing`,
});

/** What an alert is about. */
export const alertSubject = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({ billId: z.string().nullable(), issueId: z.string().nullable() }),
  sql: `select bill_id as billId, issue_id as issueId from alert where id = :alertId`,
});

/** A draft becomes confirmed, with its last corrections. */
export const confirmReport = statement({
  params: z.object({
    id: z.string(),
    officialId: z.string(),
    billId: z.string().nullable(),
    method: z.string().nullable(),
    stance: z.string().nullable(),
    onDate: z.string(),
    note: z.string(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `update contact_report
           set state = 'confirmed', official_id = :officialId, bill_id = :billId, method = :method, stance = :stance,
               on_date = :onDate, note = :note, confirmed_at = :at, confirmed_by = :by
         where id = :id and state = 'draft'`,
});

/** A draft is put away; nothing was said with an official. */
export const discardReport = statement({
  params: z.object({ id: z.string(), at: z.number(), by: z.string() }),
  row: z.object({}),
  sql: `update contact_report set state = 'discarded', confirmed_at = :at, confirmed_by = :by where id = :id and state = 'draft'`,
});

/** A draft that was put away waits again. */
export const restoreReport = statement({
  params: z.object({ id: z.string() }),
  row: z.object({}),
  sql: `update contact_report set state = 'draft', confirmed_at = null, confirmed_by = null where id = :id and state = 'discarded'`,
});

/** What a draft is made from: the reply's words, its member, its alert and the alert's bill. */
export const replyForReport = statement({
  params: z.object({ replyId: z.string() }),
  row: z.object({
    body: z.string(),
    channel: z.enum(['sms', 'email', 'web']),
    memberId: z.string().nullable(),
    alertId: z.string().nullable(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    issueId: z.string().nullable(),
    zone: z.string().nullable(),
    contacted: z.number(),
    receivedAt: z.number(),
  }),
  sql: `select r.body, r.channel, r.member_id as memberId, r.alert_id as alertId, a.bill_id as billId, a.issue_id as issueId,
               b.number as billNumber, m.zone, r.received_at as receivedAt,
               exists (select 1 from answer w join question_option o on o.id = w.option_id
                 where w.alert_id = r.alert_id and w.at = r.received_at and w.reply_id = r.id and o.outcome = 'contacted') as contacted
          from reply r left join alert a on a.id = r.alert_id left join bill b on b.id = a.bill_id
          left join member m on m.id = r.member_id
         where r.id = :replyId`,
});

/** The first report that a reply became. */
export const reportOfReply = statement({
  params: z.object({ replyId: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from contact_report where reply_id = :replyId order by reply_no limit 1`,
});

/** A bill by its number, in the newest session that has it. */
export const billByNumber = statement({
  params: z.object({ number: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select b.id from bill b join legislative_session s on s.id = b.legislative_session_id
         where b.number = :number order by s.starts_on desc limit 1`,
  scans: {
    bill: 'a legislature has some thousands of bills at most',
    legislative_session: 'a handful of rows',
  },
});

/** Everybody in office, as the reader of replies needs them. */
export const officialsInOffice = statement({
  params: z.object({}),
  row: z.object({ officialId: z.string(), title: z.string(), given: z.string(), family: z.string() }),
  sql: `select o.id as officialId, c.official_title as title, o.given, o.family
          from tenure t join official o on o.id = t.official_id join seat s on s.id = t.seat_id join chamber c on c.id = s.chamber_id
         where t.to_on is null`,
  scans: {
    tenure: 'a legislature has some hundreds of seats',
    official: 'some hundreds',
    seat: 'some hundreds',
    chamber: 'a handful',
  },
});

/** Whether a member has a region, and which. */
export const regionOfMember = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({ regionId: z.string().nullable() }),
  sql: `select region_id as regionId from member where id = :memberId`,
});

/** The lobbyist whom a member or a staff person is, on a day. */
export const lobbyistOf = statement({
  params: z.object({ memberId: z.string().nullable(), staffId: z.string().nullable(), on: z.string() }),
  row: z.object({ id: z.string(), kind: z.enum(['staff', 'contract']), organizationId: z.string() }),
  sql: `select id, kind, organization_id as organizationId from lobbyist
         where ((:memberId is not null and member_id = :memberId) or (:staffId is not null and staff_id = :staffId))
           and from_on <= :on and (to_on is null or to_on >= :on)
         order by id limit 1`,
  scans: { lobbyist: 'an association has a handful of lobbyists' },
});

/** The latest confirmed stance of each official on a bill, and who heard it. */
export const stancesOnBill = statement({
  params: z.object({ billId: z.string() }),
  row: z.object({
    officialId: z.string().nullable(),
    stance: z.string().nullable(),
    onDate: z.string(),
    memberId: z.string().nullable(),
    reportId: z.string(),
  }),
  sql: `select official_id as officialId, stance, on_date as onDate, member_id as memberId, id as reportId from (
          select r.official_id, r.stance, r.on_date, r.member_id, r.id,
                 row_number() over (partition by r.official_id order by r.on_date desc, r.id desc) as nth
            from contact_report r
           where r.bill_id = :billId and r.state = 'confirmed' and r.official_id is not null and r.stance is not null)
         where nth = 1`,
});

/** How many drafts wait for a person. */
export const draftCount = statement({
  params: z.object({ regionId: z.string().nullable() }),
  row: z.object({ count: z.number() }),
  sql: `select count(*) as count from contact_report r left join member m on m.id = r.member_id
         where r.state = 'draft' and (:regionId is null or m.region_id = :regionId)`,
  scans: { contact_report: 'the partial index of open drafts' },
});
