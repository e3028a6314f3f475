import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { detailOfExpense } from './log-queries.ts';

/** What an expense is in each regime, by a person or as it came; said again it is replaced. */
export const classExpense = statement({
  params: z.object({
    expenseId: z.string(),
    classes: z.array(z.object({ regime: z.string(), class: z.string(), reason: z.string() })),
    by: z.string(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into expense_class (expense_id, regime, class, by, at, reason)
        select :expenseId, value ->> 'regime', value ->> 'class', :by, :at, value ->> 'reason' from json_each(:classes)
         where exists (select 1 from expense where id = :expenseId)
        on conflict (expense_id, regime) do update set class = excluded.class, by = excluded.by, at = excluded.at, reason = excluded.reason`,
});

/** A confirmed or drafted expense is written anew. */
export const updateExpense = statement({
  params: z.object({
    id: z.string(),
    incurredOn: z.string(),
    paidOn: z.string().nullable(),
    amountCents: z.number(),
    payee: z.string(),
    payeeAddress: z.string().nullable(),
    purpose: z.string(),
    mtCategory: z.string().nullable(),
    msCategory: z.string().nullable(),
    lobbyistId: z.string().nullable(),
    officialId: z.string().nullable(),
    place: z.string().nullable(),
    billId: z.string().nullable(),
    personalLiving: z.boolean(),
    ...detailOfExpense,
    at: z.number(),
  }),
  row: z.object({}),
  sql: `update expense set incurred_on = :incurredOn, paid_on = :paidOn, amount_cents = :amountCents, payee = :payee, payee_address = :payeeAddress,
               purpose = :purpose, mt_category = :mtCategory, ms_category = :msCategory, lobbyist_id = :lobbyistId, official_id = :officialId, place = :place, bill_id = :billId,
               personal_living = :personalLiving, activity_id = :activityId, event_name = :eventName, event_all_invited = :eventAllInvited,
               attendance = :attendance, officials_attending = :officialsAttending, attendees = :attendees, beneficiaries = :beneficiaries,
               reimbursed_to = :reimbursedTo, is_travel = :isTravel, is_overhead = :isOverhead, is_third_party_lobbying = :isThirdPartyLobbying,
               is_capital = :isCapital, allocation = :allocation, contribution = :contribution, updated_at = :at
         where id = :id and state <> 'removed' and (alert_id is null or amount_cents = :amountCents)`,
});

/** The part of an expense that its own row keeps; somebody else's change of the amount undoes the split. */
export const shrinkExpense = statement({
  params: z.object({
    id: z.string(),
    was: z.number(),
    amountCents: z.number(),
    beneficiaries: detailOfExpense.beneficiaries,
    at: z.number(),
  }),
  row: z.object({}),
  sql: `update expense set amount_cents = :amountCents, beneficiaries = :beneficiaries, updated_at = :at
         where id = :id and state <> 'removed' and amount_cents = :was and estimated = 0`,
});

/** A part of an expense, as the expense is in all else: its day and bill may be other ones. */
export const insertExpensePart = statement({
  params: z.object({
    id: z.string(),
    of: z.string(),
    amountCents: z.number(),
    incurredOn: z.string().nullable(),
    billId: z.string().nullable(),
    lobbyistId: z.string().nullable(),
    beneficiaries: detailOfExpense.beneficiaries,
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into expense (id, organization_id, incurred_on, paid_on, amount_cents, payee, payee_address, purpose, mt_category, ms_category, lobbyist_id,
               official_id, place, bill_id, activity_id, alert_id, personal_living, estimated, state, created_at, created_by, updated_at, split_of,
               event_name, event_all_invited, attendance, officials_attending, attendees, beneficiaries, reimbursed_to,
               is_travel, is_overhead, is_third_party_lobbying, is_capital, allocation, contribution)
        select :id, organization_id, coalesce(:incurredOn, incurred_on), paid_on, :amountCents, payee, payee_address, purpose, mt_category, ms_category,
               coalesce(:lobbyistId, lobbyist_id), official_id, place, coalesce(:billId, bill_id), activity_id, null, personal_living, 0, state, :at, :by, :at, :of,
               event_name, event_all_invited, attendance, officials_attending, attendees, :beneficiaries, reimbursed_to,
               is_travel, is_overhead, is_third_party_lobbying, is_capital, allocation, contribution
          from expense where id = :of
        on conflict (id) do nothing`,
});

/** A part is in the categories of what it was split from. */
export const copyExpenseClasses = statement({
  params: z.object({ id: z.string(), of: z.string() }),
  row: z.object({}),
  sql: `insert into expense_class (expense_id, regime, class, by, at, reason)
        select :id, regime, class, by, at, reason from expense_class where expense_id = :of on conflict do nothing`,
});

/** Pay of a person for a span of days, only where no other span of theirs has one of the days. */
export const insertCompensation = statement({
  params: z.object({
    id: z.string(),
    organizationId: z.string(),
    personKey: z.string(),
    personName: z.string(),
    lobbyistId: z.string().nullable(),
    staffId: z.string().nullable(),
    fromOn: z.string(),
    toOn: z.string(),
    payCents: z.number(),
    benefitCents: z.number(),
    counted: z.array(z.string()),
    totalMinutes: z.number().nullable(),
    allLobbying: z.boolean(),
    paidBy: z.array(z.object({ name: z.string(), basisPoints: z.number() })),
    note: z.string(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into compensation_period (id, organization_id, person_key, person_name, lobbyist_id, staff_id, from_on, to_on, pay_cents, benefit_cents,
               counted, total_minutes, all_lobbying, paid_by, note, state, created_at, created_by, updated_at)
        select :id, :organizationId, :personKey, :personName, :lobbyistId, :staffId, :fromOn, :toOn, :payCents, :benefitCents,
               :counted, :totalMinutes, :allLobbying, :paidBy, :note, 'confirmed', :at, :by, :at
         where not exists (select 1 from compensation_period c
                            where c.person_key = :personKey and c.state = 'confirmed' and c.from_on <= :toOn and c.to_on >= :fromOn)
        on conflict (id) do nothing`,
});

const compensationRow = z.object({
  id: z.string(),
  organizationId: z.string(),
  personName: z.string(),
  lobbyistId: z.string().nullable(),
  staffId: z.string().nullable(),
  fromOn: z.string(),
  toOn: z.string(),
  payCents: z.number(),
  benefitCents: z.number(),
  counted: z.string(),
  totalMinutes: z.number().nullable(),
  allLobbying: z.number(),
  paidBy: z.string(),
  note: z.string(),
  loggedMinutes: z.number(),
});
export type Compensation = z.infer<typeof compensationRow>;
const COMPENSATION = `select c.id, c.organization_id as organizationId, c.person_name as personName, c.lobbyist_id as lobbyistId, c.staff_id as staffId,
               c.from_on as fromOn, c.to_on as toOn, c.pay_cents as payCents, c.benefit_cents as benefitCents, c.counted, c.total_minutes as totalMinutes,
               c.all_lobbying as allLobbying, c.paid_by as paidBy, c.note,
               (select coalesce(sum(v.minutes), 0) from activity v
                 where v.on_date between c.from_on and c.to_on and v.state = 'confirmed'
                   and ((c.staff_id is not null and v.staff_id = c.staff_id) or (c.lobbyist_id is not null and v.lobbyist_id = c.lobbyist_id))) as loggedMinutes
          from compensation_period c`;

/** Pay that has a day in a span, with the minutes the log has for the person then. */
export const compensations = statement({
  params: z.object({ from: z.string(), to: z.string() }),
  row: compensationRow,
  sql: `${COMPENSATION} where c.state = 'confirmed' and c.from_on <= :to and c.to_on >= :from order by c.person_name, c.from_on`,
  scans: { compensation_period: 'some rows a year for each lobbyist' },
});

/** One span of pay. */
export const compensationById = statement({
  params: z.object({ id: z.string() }),
  row: compensationRow,
  sql: `${COMPENSATION} where c.id = :id and c.state = 'confirmed'`,
});

/** A span of a person that has one of the days. */
export const overlapping = statement({
  params: z.object({ personKey: z.string(), from: z.string(), to: z.string() }),
  row: z.object({ id: z.string(), fromOn: z.string(), toOn: z.string() }),
  sql: `select id, from_on as fromOn, to_on as toOn from compensation_period
         where person_key = :personKey and state = 'confirmed' and from_on <= :to and to_on >= :from limit 1`,
});

/** Pay is taken out of the log. */
export const removeCompensation = statement({
  params: z.object({ id: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `update compensation_period set state = 'removed', updated_at = :at where id = :id and state = 'confirmed'`,
});

/** Who a lobbyist is, and from when until when: the staff person behind them where there is one. */
export const lobbyistPerson = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    organizationId: z.string(),
    name: z.string(),
    kind: z.string(),
    staffId: z.string().nullable(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
  }),
  sql: `select organization_id as organizationId, name, kind, staff_id as staffId, from_on as fromOn, to_on as toOn from lobbyist where id = :id`,
});

/** The staff who keep a log or are paid for what they do: those with a role of the office, and those who lobby. */
export const deskStaff = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select s.id, s.name from staff s
         where exists (select 1 from role r where r.staff_id = s.id and r.ended_at is null and r.role in ('owner', 'director', 'coordinator', 'staff'))
            or s.id in (select l.staff_id from lobbyist l where l.to_on is null)
         order by s.name`,
  scans: {
    staff: 'the staff of an office, some dozens',
    lobbyist: 'an association has a handful of lobbyists',
  },
});

/** What a line of the log cost, oldest first. */
export const costsOfLine = statement({
  params: z.object({ activityId: z.string() }),
  row: z.object({ id: z.string(), purpose: z.string(), amountCents: z.number() }),
  sql: `select id, purpose, amount_cents as amountCents from expense where activity_id = :activityId and state <> 'removed' order by id`,
});

/** Which of some officials are not known. */
export const unknownOfficials = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({ id: z.string() }),
  sql: `select cast(value as text) as id from json_each(:ids) where not exists (select 1 from official o where o.id = value)`,
});

/** Dues, a fee or a gift received, once for its id. */
export const insertDues = statement({
  params: z.object({
    id: z.string(),
    organizationId: z.string(),
    receivedOn: z.string(),
    amountCents: z.number(),
    payerKind: z.string(),
    payer: z.string(),
    payerAddress: z.string().nullable(),
    memberId: z.string().nullable(),
    kind: z.string(),
    earmarked: z.boolean(),
    issueId: z.string().nullable(),
    earmark: z.string(),
    noticeCents: z.number().nullable(),
    note: z.string(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into dues_receipt (id, organization_id, received_on, amount_cents, payer_kind, payer, payer_address, member_id, kind, earmarked, issue_id,
               earmark, notice_cents, note, state, created_at, created_by, updated_at)
        values (:id, :organizationId, :receivedOn, :amountCents, :payerKind, :payer, :payerAddress, :memberId, :kind, :earmarked, :issueId,
               :earmark, :noticeCents, :note, 'confirmed', :at, :by, :at)
        on conflict (id) do nothing`,
});

const duesRow = z.object({
  id: z.string(),
  organizationId: z.string(),
  receivedOn: z.string(),
  amountCents: z.number(),
  payerKind: z.string(),
  payer: z.string(),
  payerAddress: z.string().nullable(),
  memberId: z.string().nullable(),
  kind: z.string(),
  earmarked: z.number(),
  issueId: z.string().nullable(),
  issueName: z.string().nullable(),
  earmark: z.string(),
  noticeCents: z.number().nullable(),
  note: z.string(),
  payerYearCents: z.number(),
});
export type Dues = z.infer<typeof duesRow>;
const DUES = `select d.id, d.organization_id as organizationId, d.received_on as receivedOn, d.amount_cents as amountCents, d.payer_kind as payerKind, d.payer,
               d.payer_address as payerAddress, d.member_id as memberId, d.kind, d.earmarked, d.issue_id as issueId, i.name as issueName, d.earmark,
               d.notice_cents as noticeCents, d.note,
               (select coalesce(sum(o.amount_cents), 0) from dues_receipt o
                 where o.organization_id = d.organization_id and o.payer = d.payer and o.state = 'confirmed'
                   and o.received_on between substr(d.received_on, 1, 4) || '-01-01' and substr(d.received_on, 1, 4) || '-12-31') as payerYearCents
          from dues_receipt d left join issue i on i.id = d.issue_id`;

/** Receipts of a span, oldest first, each with what its payer gave in the calendar year. */
export const duesReceipts = statement({
  params: z.object({ from: z.string(), to: z.string(), after: z.string().nullable(), limit: z.number() }),
  row: duesRow,
  sql: `${DUES} where d.state = 'confirmed' and d.received_on between :from and :to and (:after is null or d.received_on || d.id > :after)
         order by d.received_on, d.id limit :limit`,
});

/** One receipt. */
export const duesById = statement({
  params: z.object({ id: z.string() }),
  row: duesRow,
  sql: `${DUES} where d.id = :id and d.state = 'confirmed'`,
});

/** A receipt is taken out of the log. */
export const removeDues = statement({
  params: z.object({ id: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `update dues_receipt set state = 'removed', updated_at = :at where id = :id and state = 'confirmed'`,
});

/** Whether a row of the log is there for a file to stand beside. */
export const subjectThere = statement({
  params: z.object({ kind: z.string(), id: z.string() }),
  row: z.object({ there: z.number() }),
  sql: `select case :kind
          when 'activity' then exists (select 1 from activity where id = :id and state <> 'removed')
          when 'expense' then exists (select 1 from expense where id = :id and state <> 'removed')
          when 'compensation' then exists (select 1 from compensation_period where id = :id and state <> 'removed')
          else exists (select 1 from dues_receipt where id = :id and state <> 'removed') end as there`,
});

/** A file beside a row, once for its bytes. */
export const insertAttachment = statement({
  params: z.object({
    id: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    kind: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.number(),
    sha256: z.string(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into attachment (id, subject_kind, subject_id, kind, name, type, size, sha256, state, added_at, added_by)
        values (:id, :subjectKind, :subjectId, :kind, :name, :type, :size, :sha256, 'kept', :at, :by) on conflict do nothing`,
});

const attachmentRow = z.object({
  id: z.string(),
  subjectKind: z.enum(['activity', 'expense', 'compensation', 'dues']),
  subjectId: z.string(),
  kind: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  sha256: z.string(),
  addedAt: z.number(),
});
export type Attachment = z.infer<typeof attachmentRow>;
const ATTACHMENT = `select id, subject_kind as subjectKind, subject_id as subjectId, kind, name, type, size, sha256, added_at as addedAt from attachment`;

/** The files beside a row of the log. */
export const attachmentsOf = statement({
  params: z.object({ kind: z.string(), id: z.string() }),
  row: attachmentRow,
  sql: `${ATTACHMENT} where subject_kind = :kind and subject_id = :id and state = 'kept' order by id`,
});

/** One file that is kept. */
export const attachmentById = statement({
  params: z.object({ id: z.string() }),
  row: attachmentRow,
  sql: `${ATTACHMENT} where id = :id and state = 'kept'`,
});

/** A file is taken from a row; answers nothing twice. */
export const removeAttachment = statement({
  params: z.object({ id: z.string(), at: z.number(), by: z.string() }),
  row: z.object({}),
  sql: `update attachment set state = 'removed', removed_at = :at, removed_by = :by where id = :id and state = 'kept'`,
});

/** How many rows still keep these bytes. */
export const keptBytes = statement({
  params: z.object({ sha256: z.string() }),
  row: z.object({ n: z.number() }),
  sql: `select count(*) as n from attachment where sha256 = :sha256 and state = 'kept'`,
});
