import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** A page of a period; `after` is the key where the page before it ended. */
const periodPage = z.object({
  from: z.string(),
  to: z.string(),
  state: z.string().nullable(),
  after: z.string().nullable(),
  limit: z.number(),
});

const activityRow = z.object({
  id: z.string(),
  organizationId: z.string(),
  onDate: z.string(),
  personKind: z.string(),
  personName: z.string().nullable(),
  memberId: z.string().nullable(),
  lobbyistId: z.string().nullable(),
  kind: z.string(),
  method: z.string().nullable(),
  officialId: z.string().nullable(),
  officialName: z.string().nullable(),
  billId: z.string().nullable(),
  billNumber: z.string().nullable(),
  position: z.string().nullable(),
  minutes: z.number().nullable(),
  directedBy: z.string(),
  reachMembers: z.number().nullable(),
  reachNonMembers: z.number().nullable(),
  contactReportId: z.string().nullable(),
  alertId: z.string().nullable(),
  staffId: z.string().nullable(),
  issueId: z.string().nullable(),
  issueName: z.string().nullable(),
  minutesDirect: z.number().nullable(),
  minutesPrep: z.number().nullable(),
  minutesTravel: z.number().nullable(),
  payer: z.string().nullable(),
  branch: z.enum(['legislative', 'executive', 'both']).nullable(),
  level: z.enum(['federal', 'state', 'local']).nullable(),
  bodies: z.string().nullable(),
  issueCodes: z.string().nullable(),
  matter: z.string().nullable(),
  occasionKey: z.string().nullable(),
  officialCapacity: z.number().nullable(),
  onRecord: z.number().nullable(),
  writtenRequest: z.number().nullable(),
  specificLegislation: z.number().nullable(),
  reflectsView: z.number().nullable(),
  directInterest: z.number().nullable(),
  asksNonMembers: z.number().nullable(),
  coveredOfficial: z.number().nullable(),
  callsToAction: z.string().nullable(),
  door: z.string().nullable(),
  splitOf: z.string().nullable(),
  recurringId: z.string().nullable(),
  state: z.enum(['draft', 'confirmed', 'removed']),
  note: z.string(),
  updatedAt: z.number(),
  classes: z.string(),
});
export type Activity = z.infer<typeof activityRow>;

const ACTIVITY = `select v.id, v.organization_id as organizationId, v.on_date as onDate, v.person_kind as personKind,
               coalesce(l.name, s.name, m.first_name || ' ' || m.last_name) as personName,
               v.member_id as memberId, v.lobbyist_id as lobbyistId, v.kind, v.method,
               v.official_id as officialId, o.name as officialName, v.bill_id as billId, b.number as billNumber, v.position, v.minutes,
               v.directed_by as directedBy, v.reach_members as reachMembers, v.reach_non_members as reachNonMembers,
               v.contact_report_id as contactReportId, v.alert_id as alertId, v.staff_id as staffId, v.issue_id as issueId, i.name as issueName,
               v.minutes_direct as minutesDirect, v.minutes_prep as minutesPrep, v.minutes_travel as minutesTravel, v.payer, v.branch, v.level,
               v.bodies, v.issue_codes as issueCodes, v.matter, v.occasion_key as occasionKey, v.official_capacity as officialCapacity, v.on_record as onRecord,
               v.written_request as writtenRequest, v.specific_legislation as specificLegislation, v.reflects_view as reflectsView,
               v.direct_interest as directInterest, v.asks_non_members as asksNonMembers, v.covered_official as coveredOfficial,
               v.calls_to_action as callsToAction, v.door, v.split_of as splitOf, v.recurring_id as recurringId, v.state, v.note, v.updated_at as updatedAt,
               coalesce((select json_group_array(json_object('regime', c.regime, 'class', c.class, 'counts', c.counts, 'ruleId', c.rule_id, 'reason', c.reason, 'by', c.by))
                  from activity_class c where c.activity_id = v.id), '[]') as classes
          from activity v
          left join lobbyist l on l.id = v.lobbyist_id
          left join staff s on s.id = v.staff_id
          left join member m on m.id = v.member_id
          left join official o on o.id = v.official_id
          left join bill b on b.id = v.bill_id
          left join issue i on i.id = v.issue_id`;

const ACTIVITY_OF_PERIOD = `${ACTIVITY}
         where v.on_date between :from and :to and v.state <> 'removed' and (:state is null or v.state = :state)`;

/** Activities of a period, oldest first; removed ones are left out. */
export const activities = statement({
  params: periodPage,
  row: activityRow,
  sql: `${ACTIVITY_OF_PERIOD} and (:after is null or v.on_date || v.id > :after) order by v.on_date, v.id limit :limit`,
});

/** The same, newest first. */
export const newestActivities = statement({
  params: periodPage,
  row: activityRow,
  sql: `${ACTIVITY_OF_PERIOD} and (:after is null or v.on_date || v.id < :after) order by v.on_date desc, v.id desc limit :limit`,
});

/** What a period comes to: lines, minutes, money confirmed and money that waits. */
export const logTotals = statement({
  params: z.object({ from: z.string(), to: z.string() }),
  row: z.object({
    activities: z.number(),
    minutes: z.number(),
    confirmedCents: z.number(),
    draftCents: z.number(),
  }),
  sql: `select (select count(*) from activity where on_date between :from and :to and state <> 'removed') as activities,
               (select coalesce(sum(minutes), 0) from activity where on_date between :from and :to and state <> 'removed') as minutes,
               (select coalesce(sum(amount_cents), 0) from expense where incurred_on between :from and :to and state = 'confirmed') as confirmedCents,
               (select coalesce(sum(amount_cents), 0) from expense where incurred_on between :from and :to and state = 'draft') as draftCents`,
});

/** One activity with its classes. */
export const activityById = statement({
  params: z.object({ id: z.string() }),
  row: activityRow,
  sql: `${ACTIVITY} where v.id = :id`,
});

const yes = z.boolean().nullish();
/** What regimes ask of a line beyond its kind; each may be unknown. */
export const detailOfActivity = {
  minutesDirect: z.number().nullish(),
  minutesPrep: z.number().nullish(),
  minutesTravel: z.number().nullish(),
  payer: z.string().nullish(),
  branch: z.enum(['legislative', 'executive', 'both']).nullish(),
  level: z.enum(['federal', 'state', 'local']).nullish(),
  bodies: z.array(z.string()).nullish(),
  issueCodes: z.array(z.string()).nullish(),
  matter: z.string().nullish(),
  occasionKey: z.string().nullish(),
  officialCapacity: yes,
  onRecord: yes,
  writtenRequest: yes,
  specificLegislation: yes,
  reflectsView: yes,
  directInterest: yes,
  asksNonMembers: yes,
  coveredOfficial: yes,
  callsToAction: z.array(z.enum(['tell', 'contact', 'mechanism', 'identify'])).nullish(),
};

/** A new line of the log, once for its id, its contact report, its alert or its recurring entry's day. */
export const insertActivity = statement({
  params: z.object({
    id: z.string(),
    organizationId: z.string(),
    onDate: z.string(),
    personKind: z.string(),
    lobbyistId: z.string().nullable(),
    staffId: z.string().nullable(),
    memberId: z.string().nullable(),
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
    contactReportId: z.string().nullable(),
    alertId: z.string().nullable(),
    state: z.string(),
    note: z.string(),
    at: z.number(),
    by: z.string(),
    ...detailOfActivity,
    door: z.string().nullish(),
    splitOf: z.string().nullish(),
    recurringId: z.string().nullish(),
  }),
  row: z.object({}),
  sql: `insert into activity (id, organization_id, on_date, person_kind, lobbyist_id, staff_id, member_id, kind, method, official_id, bill_id, issue_id,
               position, minutes, directed_by, reach_members, reach_non_members, contact_report_id, alert_id, state, note, created_at, created_by, updated_at,
               minutes_direct, minutes_prep, minutes_travel, payer, branch, level, bodies, issue_codes, matter, occasion_key,
               official_capacity, on_record, written_request, specific_legislation, reflects_view, direct_interest, asks_non_members, covered_official,
               calls_to_action, door, split_of, recurring_id)
        values (:id, :organizationId, :onDate, :personKind, :lobbyistId, :staffId, :memberId, :kind, :method, :officialId, :billId, :issueId,
               :position, :minutes, :directedBy, :reachMembers, :reachNonMembers, :contactReportId, :alertId, :state, :note, :at, :by, :at,
               :minutesDirect, :minutesPrep, :minutesTravel, :payer, :branch, :level, :bodies, :issueCodes, :matter, :occasionKey,
               :officialCapacity, :onRecord, :writtenRequest, :specificLegislation, :reflectsView, :directInterest, :asksNonMembers, :coveredOfficial,
               :callsToAction, :door, :splitOf, :recurringId)
        on conflict do nothing`,
});

/** The classes of an activity, one for each regime; only where the activity itself was written. */
export const insertClasses = statement({
  params: z.object({
    activityId: z.string(),
    classes: z.array(
      z.object({
        regime: z.string(),
        class: z.string(),
        counts: z.boolean(),
        ruleId: z.string(),
        ruleVersion: z.string(),
        reason: z.string(),
      }),
    ),
    by: z.string(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into activity_class (activity_id, regime, class, counts, rule_id, rule_version, by, at, reason)
        select :activityId, value ->> 'regime', value ->> 'class', value ->> 'counts', value ->> 'ruleId', value ->> 'ruleVersion', :by, :at, value ->> 'reason'
          from json_each(:classes)
         where exists (select 1 from activity where id = :activityId)
        on conflict do nothing`,
});

/** A person decides what an activity is in a regime, with a reason. */
export const decideClass = statement({
  params: z.object({
    activityId: z.string(),
    regime: z.string(),
    class: z.string(),
    counts: z.boolean(),
    reason: z.string(),
    by: z.string(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `update activity_class set class = :class, counts = :counts, rule_id = 'decision', rule_version = 'person', reason = :reason, by = :by, at = :at
         where activity_id = :activityId and regime = :regime`,
});

/** A line of the log becomes a fact. */
export const confirmActivity = statement({
  params: z.object({ id: z.string(), minutes: z.number().nullable(), at: z.number() }),
  row: z.object({}),
  sql: `update activity set state = 'confirmed', minutes = coalesce(:minutes, minutes), updated_at = :at where id = :id and state = 'draft'`,
});

/** A line is taken out of the log; what a filed report took of it stays frozen there. */
export const removeActivity = statement({
  params: z.object({ id: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `update activity set state = 'removed', updated_at = :at where id = :id and state <> 'removed'`,
});

const expenseRow = z.object({
  id: z.string(),
  organizationId: z.string(),
  incurredOn: z.string(),
  paidOn: z.string().nullable(),
  amountCents: z.number(),
  payee: z.string(),
  purpose: z.string(),
  mtCategory: z.string().nullable(),
  msCategory: z.string().nullable(),
  lobbyistId: z.string().nullable(),
  lobbyistName: z.string().nullable(),
  officialId: z.string().nullable(),
  officialName: z.string().nullable(),
  officials: z.string(),
  billNumber: z.string().nullable(),
  alertId: z.string().nullable(),
  personalLiving: z.number(),
  estimated: z.number(),
  payeeAddress: z.string().nullable(),
  place: z.string().nullable(),
  billId: z.string().nullable(),
  activityId: z.string().nullable(),
  eventName: z.string().nullable(),
  eventAllInvited: z.number().nullable(),
  attendance: z.number().nullable(),
  officialsAttending: z.number().nullable(),
  attendees: z.string().nullable(),
  beneficiaries: z.string().nullable(),
  reimbursedTo: z.string().nullable(),
  isTravel: z.number().nullable(),
  isOverhead: z.number().nullable(),
  isThirdPartyLobbying: z.number().nullable(),
  isCapital: z.number().nullable(),
  allocation: z.string().nullable(),
  contribution: z.string().nullable(),
  splitOf: z.string().nullable(),
  state: z.enum(['draft', 'confirmed', 'removed']),
  classes: z.string(),
});
export type Expense = z.infer<typeof expenseRow>;

const EXPENSE = `select e.id, e.organization_id as organizationId, e.incurred_on as incurredOn, e.paid_on as paidOn, e.amount_cents as amountCents,
               e.payee, e.purpose, e.mt_category as mtCategory, e.ms_category as msCategory, e.lobbyist_id as lobbyistId, l.name as lobbyistName,
               e.official_id as officialId, o.name as officialName, b.number as billNumber, e.alert_id as alertId,
               coalesce((select json_group_array(json_object('name', q.name, 'shareCents', part.value ->> 'shareCents', 'family', part.value ->> 'family'))
                  from json_each(e.beneficiaries) part join official q on q.id = part.value ->> 'officialId'), '[]') as officials,
               e.personal_living as personalLiving, e.estimated, e.payee_address as payeeAddress, e.place, e.bill_id as billId, e.activity_id as activityId,
               e.event_name as eventName, e.event_all_invited as eventAllInvited, e.attendance, e.officials_attending as officialsAttending, e.attendees,
               e.beneficiaries, e.reimbursed_to as reimbursedTo, e.is_travel as isTravel, e.is_overhead as isOverhead,
               e.is_third_party_lobbying as isThirdPartyLobbying, e.is_capital as isCapital, e.allocation, e.contribution, e.split_of as splitOf, e.state,
               coalesce((select json_group_array(json_object('regime', c.regime, 'class', c.class, 'reason', c.reason, 'by', c.by))
                  from expense_class c where c.expense_id = e.id), '[]') as classes
          from expense e
          left join lobbyist l on l.id = e.lobbyist_id
          left join official o on o.id = e.official_id
          left join bill b on b.id = e.bill_id`;

const EXPENSE_OF_PERIOD = `${EXPENSE}
         where e.incurred_on between :from and :to and e.state <> 'removed' and (:state is null or e.state = :state)`;

/** Expenses of a period, oldest first; removed ones are left out. */
export const expenses = statement({
  params: periodPage,
  row: expenseRow,
  sql: `${EXPENSE_OF_PERIOD} and (:after is null or e.incurred_on || e.id > :after) order by e.incurred_on, e.id limit :limit`,
});

/** The same, newest first. */
export const newestExpenses = statement({
  params: periodPage,
  row: expenseRow,
  sql: `${EXPENSE_OF_PERIOD} and (:after is null or e.incurred_on || e.id < :after) order by e.incurred_on desc, e.id desc limit :limit`,
});

/** One expense. */
export const expenseById = statement({
  params: z.object({ id: z.string() }),
  row: expenseRow,
  sql: `${EXPENSE} where e.id = :id`,
});

/** What regimes ask of an expense beyond its category; each may be unknown. */
export const detailOfExpense = {
  activityId: z.string().nullish(),
  eventName: z.string().nullish(),
  eventAllInvited: yes,
  attendance: z.number().nullish(),
  officialsAttending: z.number().nullish(),
  attendees: z.array(z.string()).nullish(),
  beneficiaries: z
    .array(z.object({ officialId: z.string(), shareCents: z.number(), family: z.boolean() }))
    .nullish(),
  reimbursedTo: z.string().nullish(),
  isTravel: yes,
  isOverhead: yes,
  isThirdPartyLobbying: yes,
  isCapital: yes,
  allocation: z.object({ method: z.string(), numerator: z.number(), denominator: z.number() }).nullish(),
  contribution: z.object({ candidate: z.string(), office: z.string(), on: z.string().nullable() }).nullish(),
};

/** A new expense, once for its id or its alert. */
export const insertExpense = statement({
  params: z.object({
    id: z.string(),
    organizationId: z.string(),
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
    alertId: z.string().nullable(),
    personalLiving: z.boolean(),
    estimated: z.boolean(),
    state: z.string(),
    at: z.number(),
    by: z.string(),
    ...detailOfExpense,
  }),
  row: z.object({}),
  sql: `insert into expense (id, organization_id, incurred_on, paid_on, amount_cents, payee, payee_address, purpose, mt_category, ms_category, lobbyist_id,
               official_id, place, bill_id, activity_id, alert_id, personal_living, estimated, state, created_at, created_by, updated_at,
               event_name, event_all_invited, attendance, officials_attending, attendees, beneficiaries, reimbursed_to,
               is_travel, is_overhead, is_third_party_lobbying, is_capital, allocation, contribution)
        values (:id, :organizationId, :incurredOn, :paidOn, :amountCents, :payee, :payeeAddress, :purpose, :mtCategory, :msCategory, :lobbyistId,
               :officialId, :place, :billId, :activityId, :alertId, :personalLiving, :estimated, :state, :at, :by, :at,
               :eventName, :eventAllInvited, :attendance, :officialsAttending, :attendees, :beneficiaries, :reimbursedTo,
               :isTravel, :isOverhead, :isThirdPartyLobbying, :isCapital, :allocation, :contribution)
        on conflict do nothing`,
});

/** An expense becomes a fact, in the categories that a person chose; those of other states stay as drafted. */
export const confirmExpense = statement({
  params: z.object({
    id: z.string(),
    mtCategory: z.string().nullable(),
    msCategory: z.string().nullable(),
    chosen: z.array(z.enum(['mt', 'ms'])),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `update expense set state = 'confirmed', updated_at = :at,
          mt_category = case when 'mt' in (select value from json_each(:chosen)) then :mtCategory else mt_category end,
          ms_category = case when 'ms' in (select value from json_each(:chosen)) then :msCategory else ms_category end
        where id = :id and state = 'draft'`,
});

/** An expense is taken out of the log. */
export const removeExpense = statement({
  params: z.object({ id: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `update expense set state = 'removed', updated_at = :at where id = :id and state <> 'removed'`,
});

/** What a closed alert was about and whom it belongs to. */
export const closedAlert = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({
    title: z.string(),
    kind: z.string(),
    organizationId: z.string(),
    billId: z.string().nullable(),
    issueId: z.string().nullable(),
    launchedAt: z.number().nullable(),
    words: z.string(),
    position: z.string().nullable(),
  }),
  sql: `select a.sms_text || char(10) || a.email_subject || char(10) || a.email_text as words, a.title, a.kind, a.organization_id as organizationId, a.bill_id as billId, a.issue_id as issueId, a.launched_at as launchedAt,
               (select p.position from position p where p.bill_id = a.bill_id and p.organization_id = a.organization_id and p.to_on is null) as position
          from alert a where a.id = :alertId`,
});

/**
 * What the texts of an alert and its nudges cost so far, and whom it reached. The carrier never tells a price for
 * what failed before it was sent. A member of a partner
 * organization counts as a non-member: 26 CFR 56.4911-5 asks for bona fide members of the organization itself.
 */
export const measureAlert = statement({
  params: z.object({ alertId: z.string(), organizationId: z.string() }),
  row: z.object({
    priceMicros: z.number(),
    priced: z.number(),
    unpriced: z.number(),
    texts: z.number(),
    members: z.number(),
    nonMembers: z.number(),
  }),
  sql: `select coalesce(sum(coalesce(d.price_micros, 0) + coalesce(d.fee_micros, 0) + coalesce(
                 (select sum(t.price_micros) from attempt t where t.delivery_id = d.id), 0)), 0) as priceMicros,
               coalesce(sum(d.channel = 'sms' and d.price_micros is not null), 0) as priced,
               coalesce(sum(d.channel = 'sms' and d.price_micros is null and d.carried_by is null and d.state in ('accepted', 'sent', 'delivered', 'undelivered', 'unknown')), 0) as unpriced,
               coalesce(sum(d.channel = 'sms'), 0) as texts,
               count(distinct case when m.organization_id = :organizationId and d.state <> 'failed' then d.recipient_id end) as members,
               count(distinct case when m.organization_id <> :organizationId and d.state <> 'failed' then d.recipient_id end) as nonMembers
          from delivery d join member m on m.id = d.recipient_id
         where d.source_kind in ('alert', 'nudge') and d.source_id = :alertId
           and d.state in ('accepted', 'sent', 'delivered', 'undelivered', 'failed', 'unknown', 'unconfirmed') and d.provider_id is not null`,
});

/** Expenses of alerts whose amount is still an estimate, confirmed ones too: a report waits for the fact. */
export const estimatedExpenses = statement({
  params: z.object({}),
  row: z.object({
    id: z.string(),
    alertId: z.string().nullable(),
    organizationId: z.string(),
    amountCents: z.number(),
  }),
  sql: `select id, alert_id as alertId, organization_id as organizationId, amount_cents as amountCents
          from expense where estimated = 1 and state <> 'removed' and alert_id is not null`,
  scans: { expense: 'the log of one association has some thousands of rows' },
});

/** The carrier's prices have come in: the amount moves. */
export const settleExpense = statement({
  params: z.object({ id: z.string(), amountCents: z.number(), estimated: z.boolean(), at: z.number() }),
  row: z.object({}),
  sql: `update expense set amount_cents = :amountCents, estimated = :estimated, updated_at = :at where id = :id and state <> 'removed' and estimated = 1`,
});

/** The regimes an organization files in on a day. */
export const regimesOf = statement({
  params: z.object({ organizationId: z.string(), on: z.string() }),
  row: z.object({ regime: z.string() }),
  sql: `select regime from filer where organization_id = :organizationId and from_on <= :on and (to_on is null or to_on >= :on) order by regime`,
});

/** The association itself: whose log a contact belongs to where nothing else says so. */
export const association = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select id, name from organization where kind = 'association' order by id limit 1`,
  scans: { organization: 'a network has a handful of organizations' },
});

/** An organization files in a regime. */
export const upsertFiler = statement({
  params: z.object({
    organizationId: z.string(),
    regime: z.string(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
  }),
  row: z.object({}),
  sql: `insert into filer (organization_id, regime, from_on, to_on) values (:organizationId, :regime, :fromOn, :toOn)
        on conflict (organization_id, regime) do update set from_on = excluded.from_on, to_on = excluded.to_on`,
});

/** Filers with their names. */
export const filers = statement({
  params: z.object({}),
  row: z.object({
    organizationId: z.string(),
    organizationName: z.string(),
    regime: z.string(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
  }),
  sql: `select f.organization_id as organizationId, o.name as organizationName, f.regime, f.from_on as fromOn, f.to_on as toOn
          from filer f join organization o on o.id = f.organization_id order by o.name, f.regime`,
  scans: { filer: 'a handful of rows', organization: 'a handful of rows' },
});

/** Lobbyists with the organization they lobby for. */
export const lobbyists = statement({
  params: z.object({}),
  row: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    regime: z.string(),
    organizationId: z.string(),
    organizationName: z.string(),
    staffId: z.string().nullable(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
  }),
  sql: `select l.id, l.name, l.kind, l.regime, l.organization_id as organizationId, o.name as organizationName, l.staff_id as staffId,
               l.from_on as fromOn, l.to_on as toOn
          from lobbyist l join organization o on o.id = l.organization_id order by l.name, l.regime`,
  scans: { lobbyist: 'a handful of rows', organization: 'a handful of rows' },
});

/** A new lobbyist, once for the id. */
export const insertLobbyist = statement({
  params: z.object({
    id: z.string(),
    organizationId: z.string(),
    regime: z.string(),
    name: z.string(),
    kind: z.string(),
    staffId: z.string().nullable(),
    memberId: z.string().nullable(),
    fromOn: z.string(),
  }),
  row: z.object({}),
  sql: `insert into lobbyist (id, organization_id, regime, name, kind, staff_id, member_id, from_on, to_on)
        values (:id, :organizationId, :regime, :name, :kind, :staffId, :memberId, :fromOn, null) on conflict (id) do nothing`,
});

/** A lobbyist stops on a day. */
export const endLobbyist = statement({
  params: z.object({ id: z.string(), toOn: z.string() }),
  row: z.object({}),
  sql: `update lobbyist set to_on = :toOn where id = :id and to_on is null and from_on <= :toOn`,
});

/** Who and what a form offers: officials in office by name. */
export const officialChoices = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string(), title: z.string(), seat: z.string() }),
  sql: `select o.id, o.name, c.official_title as title, c.seat_label || ' ' || s.district as seat
          from tenure t join official o on o.id = t.official_id join seat s on s.id = t.seat_id join chamber c on c.id = s.chamber_id
         where t.to_on is null order by o.family, o.given`,
  scans: {
    tenure: 'a legislature has some hundreds of seats',
    official: 'some hundreds',
    seat: 'some hundreds',
    chamber: 'a handful',
  },
});

/** Who and what a form offers: bills of sessions, newest first. */
export const billChoices = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  sql: `select b.id, b.number, b.title from bill b join legislative_session s on s.id = b.legislative_session_id
         order by s.starts_on desc, b.number limit 500`,
  scans: { bill: 'the bills an association follows', legislative_session: 'a handful of rows' },
});

/** What a form offers: issues, by name. */
export const issueChoices = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select id, name from issue order by name`,
  scans: { issue: 'the issues of an association, some dozens' },
});

/** Where an organization stands on a bill today. */
export const currentPosition = statement({
  params: z.object({ billId: z.string(), organizationId: z.string() }),
  row: z.object({ position: z.string() }),
  sql: `select position from position where bill_id = :billId and organization_id = :organizationId and to_on is null`,
});

/** The words of an alert and the tax status of who sends it. */
export const alertWords = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({
    organizationId: z.string(),
    smsText: z.string(),
    emailSubject: z.string(),
    emailText: z.string(),
  }),
  sql: `select organization_id as organizationId, sms_text as smsText, email_subject as emailSubject, email_text as emailText
          from alert where id = :alertId`,
});

/** Members who have left traces above the people slice, with what they left. */
export const tracesOf = statement({
  params: z.object({ memberIds: z.array(z.string()) }),
  row: z.object({ memberId: z.string(), trace: z.string() }),
  sql: `with asked as (select value as id from json_each(:memberIds))
        select id as memberId, trace from (
          select asked.id, case
            when exists (select 1 from contact_report t where t.member_id = asked.id) then 'contact reports'
            when exists (select 1 from reply r where r.member_id = asked.id) then 'replies'
            when exists (select 1 from delivery d where d.source_kind <> 'alert' and d.recipient_id = asked.id)
              or exists (select 1 from alert a join delivery d on d.source_kind = 'alert' and d.source_id = a.id and d.round = 0
                and d.recipient_id = asked.id) then 'messages sent to them' else '' end as trace
          from asked)
         where trace <> ''`,
  scans: { alert: 'one row for each alert ever made' },
});

/** Officials who stand somewhere, with where; tenures of a list do not count. */
export const officialTracesOf = statement({
  params: z.object({ officialIds: z.array(z.string()), exceptTenures: z.array(z.string()) }),
  row: z.object({ officialId: z.string(), trace: z.string() }),
  sql: `with asked as (select value as id from json_each(:officialIds)),
        logged as (
          select a.official_id as id from activity a where a.official_id is not null
          union select e.official_id from expense e where e.official_id is not null
          union select e.official_id from recurring_entry e where e.official_id is not null)
        select id as officialId, trace from (
          select asked.id, case
            when exists (select 1 from contact_report t where t.official_id = asked.id) then 'contact reports name them'
            when asked.id in (select id from logged) then 'the log names them'
            when exists (select 1 from ask k where k.official_id = asked.id) then 'we ask something of them'
            when exists (select 1 from candidacy c where c.official_id = asked.id) then 'they stand in an election'
            when exists (select 1 from relationship r where r.official_id = asked.id) then 'members know them'
            when exists (select 1 from committee_seat cs where cs.official_id = asked.id) then 'they sit on committees'
            when exists (select 1 from tenure t where t.official_id = asked.id
                         and t.id not in (select value from json_each(:exceptTenures))) then 'they hold or held another seat'
            else '' end as trace
          from asked)
        where trace <> ''`,
  scans: {
    activity: 'once, where an import of officials is undone',
    expense: 'once, where an import of officials is undone',
    recurring_entry: 'a few entries',
    ask: 'once, where an import of officials is undone',
    candidacy: 'some candidates in an election',
    relationship: 'some thousands, once, where an import of officials is undone',
  },
});

/** Whether an official and a bill are known. */
export const knownChoices = statement({
  params: z.object({ officialId: z.string().nullable(), billId: z.string().nullable() }),
  row: z.object({ official: z.number(), bill: z.number() }),
  sql: `select exists (select 1 from official where id = :officialId) as official,
               exists (select 1 from bill where id = :billId) as bill`,
});

/** What a regime makes of many activities at once. */
export const insertClassesOfMany = statement({
  params: z.object({
    regime: z.string(),
    classes: z.array(
      z.object({
        activityId: z.string(),
        class: z.string(),
        counts: z.boolean(),
        ruleId: z.string(),
        ruleVersion: z.string(),
        reason: z.string(),
      }),
    ),
    by: z.string(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into activity_class (activity_id, regime, class, counts, rule_id, rule_version, by, at, reason)
        select value ->> 'activityId', :regime, value ->> 'class', value ->> 'counts', value ->> 'ruleId', value ->> 'ruleVersion', :by, :at, value ->> 'reason'
          from json_each(:classes)
         where true
        on conflict do nothing`,
});
