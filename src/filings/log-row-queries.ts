import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Another filed report of the same filer, and the same lobbyist, has the row; the worksheet takes nothing. */
const takenBy = (kind: 'expense' | 'activity' | 'compensation', row: string) => `
       exists (select 1 from filing_source fs
                 join filing_line fl on fl.filing_id = fs.filing_id and fl.no = fs.line_no
                 join filing f on f.id = fs.filing_id
                 join obligation o on o.id = f.obligation_id
                where fs.source_kind = '${kind}' and fs.source_id = ${row} ${kind === 'activity' ? '' : 'and fs.cents is not null'}
                  and fl.section <> 'Worksheet' and f.state = 'filed' and o.id <> :obligationId
                  and o.regime = :regime and o.organization_id = :organizationId
                  and coalesce(o.lobbyist_id, '') = coalesce(:lobbyistId, ''))`;

/** A person who lobbies in several regimes is another row in each: the one of this regime, where there is one. */
const LOBBYIST = `coalesce((select x.id from lobbyist x where x.regime = :regime and x.organization_id = :organizationId
                 and (x.staff_id = l.staff_id or x.name = l.name) order by x.to_on is null desc, x.id limit 1), l.id)`;

const window = z.object({
  organizationId: z.string(),
  regime: z.string(),
  obligationId: z.string(),
  lobbyistId: z.string().nullable(),
  from: z.string(),
  to: z.string(),
});

/** Expenses of a filer spent or incurred within days, oldest first, with whether another filed report has them. */
export const expenseRows = statement({
  params: window,
  row: z.object({
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
    officialName: z.string().nullable(),
    place: z.string().nullable(),
    personalLiving: z.number(),
    estimated: z.number(),
    state: z.string(),
    updatedAt: z.number(),
    class: z.string().nullable(),
    lobbyistName: z.string().nullable(),
    billNumber: z.string().nullable(),
    jurisdiction: z.string().nullable(),
    alertId: z.string().nullable(),
    attendees: z.string().nullable(),
    contribution: z.string().nullable(),
    eventName: z.string().nullable(),
    eventAllInvited: z.number().nullable(),
    attendance: z.number().nullable(),
    officialsAttending: z.number().nullable(),
    beneficiaries: z.string().nullable(),
    allocation: z.string().nullable(),
    activityId: z.string().nullable(),
    isOverhead: z.number().nullable(),
    isThirdParty: z.number().nullable(),
    taken: z.number(),
  }),
  sql: `select e.id, e.incurred_on as incurredOn, e.paid_on as paidOn, e.amount_cents as amountCents, e.payee, e.payee_address as payeeAddress,
               e.purpose, e.mt_category as mtCategory, e.ms_category as msCategory, ${LOBBYIST} as lobbyistId,
               e.official_id as officialId, p.name as officialName, e.place, e.personal_living as personalLiving, e.estimated, e.state,
               e.updated_at as updatedAt, k.class, l.name as lobbyistName, b.number as billNumber, ls.jurisdiction, e.alert_id as alertId,
               e.attendees, e.contribution, e.event_name as eventName, e.event_all_invited as eventAllInvited, e.attendance,
               e.officials_attending as officialsAttending, e.allocation,
               (select json_group_array(json_object('officialId', q.id, 'name', q.name, 'shareCents', part.value ->> 'shareCents', 'family', part.value ->> 'family'))
                  from json_each(e.beneficiaries) part left join official q on q.id = part.value ->> 'officialId') as beneficiaries,
               e.activity_id as activityId, e.is_overhead as isOverhead, e.is_third_party_lobbying as isThirdParty, ${takenBy('expense', 'e.id')} as taken
          from expense e
          left join official p on p.id = e.official_id
          left join expense_class k on k.expense_id = e.id and k.regime = :regime
          left join lobbyist l on l.id = e.lobbyist_id
          left join bill b on b.id = e.bill_id
          left join legislative_session ls on ls.id = b.legislative_session_id
         where e.organization_id = :organizationId and e.state <> 'removed'
           and max(e.incurred_on, coalesce(e.paid_on, e.incurred_on)) >= :from
           and min(e.incurred_on, coalesce(e.paid_on, e.incurred_on)) <= :to
         order by e.incurred_on, e.id`,
  scans: {
    expense: 'the log of one association has some thousands of rows',
    lobbyist: 'an association has a handful of lobbyists',
  },
});

/** Activities of a filer within days, oldest first, with their class in the regime and the position held on the bill. */
export const activityRows = statement({
  params: window,
  row: z.object({
    id: z.string(),
    onDate: z.string(),
    personKind: z.string(),
    lobbyistId: z.string().nullable(),
    lobbyistName: z.string().nullable(),
    kind: z.string(),
    method: z.string().nullable(),
    officialName: z.string().nullable(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    billTitle: z.string().nullable(),
    issueId: z.string().nullable(),
    issueName: z.string().nullable(),
    position: z.string().nullable(),
    state: z.string(),
    updatedAt: z.number(),
    class: z.string().nullable(),
    counts: z.number().nullable(),
    reason: z.string().nullable(),
    ruleId: z.string().nullable(),
    classedAt: z.number().nullable(),
    minutes: z.number().nullable(),
    staffId: z.string().nullable(),
    staffName: z.string().nullable(),
    jurisdiction: z.string().nullable(),
    chamber: z.string().nullable(),
    sessionName: z.string().nullable(),
    branch: z.string().nullable(),
    level: z.string().nullable(),
    bodies: z.string().nullable(),
    issueCodes: z.string().nullable(),
    matter: z.string().nullable(),
    alertId: z.string().nullable(),
    reachMembers: z.number().nullable(),
    reachNonMembers: z.number().nullable(),
    asksNonMembers: z.number().nullable(),
    callsToAction: z.string().nullable(),
    taken: z.number(),
  }),
  sql: `select v.id, v.on_date as onDate, v.person_kind as personKind, ${LOBBYIST} as lobbyistId, l.name as lobbyistName, v.kind, v.method,
               p.name as officialName, v.bill_id as billId, b.number as billNumber, b.title as billTitle, v.issue_id as issueId, i.name as issueName,
               coalesce(v.position, (select q.position from position q
                                      where q.bill_id = v.bill_id and q.organization_id = v.organization_id and q.from_on <= :to
                                      order by q.from_on desc limit 1)) as position,
               v.state, v.updated_at as updatedAt, c.class, c.counts, c.reason, c.rule_id as ruleId, c.at as classedAt, v.minutes,
               v.staff_id as staffId, t.name as staffName,
               coalesce(ls.jurisdiction, h.jurisdiction) as jurisdiction, h.kind as chamber, ls.name as sessionName,
               v.branch, v.level, v.bodies, v.issue_codes as issueCodes, v.matter,
               v.alert_id as alertId, v.reach_members as reachMembers, v.reach_non_members as reachNonMembers,
               v.asks_non_members as asksNonMembers, v.calls_to_action as callsToAction,
               ${takenBy('activity', 'v.id')} as taken
          from activity v
          left join activity_class c on c.activity_id = v.id and c.regime = :regime
          left join lobbyist l on l.id = v.lobbyist_id
          left join staff t on t.id = v.staff_id
          left join official p on p.id = v.official_id
          left join bill b on b.id = v.bill_id
          left join legislative_session ls on ls.id = b.legislative_session_id
          left join chamber h on h.id = (select s.chamber_id from tenure t join seat s on s.id = t.seat_id
                                          where t.official_id = v.official_id order by t.to_on is null desc, t.to_on desc limit 1)
          left join issue i on i.id = v.issue_id
         where v.organization_id = :organizationId and v.state <> 'removed' and v.on_date between :from and :to
         order by v.on_date, v.id`,
  scans: {
    position: 'some positions for each bill that the network follows',
    lobbyist: 'an association has a handful of lobbyists',
  },
});

/** What people were paid for spans that touch a period, oldest first. */
export const compensationRows = statement({
  params: z.object({ organizationId: z.string(), regime: z.string(), from: z.string(), to: z.string() }),
  row: z.object({
    id: z.string(),
    personName: z.string(),
    lobbyistId: z.string().nullable(),
    staffId: z.string().nullable(),
    fromOn: z.string(),
    toOn: z.string(),
    payCents: z.number(),
    benefitCents: z.number(),
    totalMinutes: z.number().nullable(),
    allLobbying: z.number(),
    updatedAt: z.number(),
  }),
  sql: `select k.id, k.person_name as personName, ${LOBBYIST} as lobbyistId, k.staff_id as staffId, k.from_on as fromOn, k.to_on as toOn, k.pay_cents as payCents,
               k.benefit_cents as benefitCents, k.total_minutes as totalMinutes, k.all_lobbying as allLobbying, k.updated_at as updatedAt
          from compensation_period k left join lobbyist l on l.id = k.lobbyist_id
         where k.organization_id = :organizationId and k.state = 'confirmed' and k.from_on <= :to and k.to_on >= :from
         order by k.from_on, k.id`,
  scans: {
    compensation_period: 'some rows a year for each person who lobbies',
    lobbyist: 'an association has a handful of lobbyists',
  },
});

/** Spans of pay that another filed report of the same filer in a regime has. */
export const paidAndReported = statement({
  params: window.omit({ from: true, to: true }),
  row: z.object({ id: z.string() }),
  sql: `select k.id from compensation_period k
         where k.organization_id = :organizationId and k.state = 'confirmed' and ${takenBy('compensation', 'k.id')}`,
  scans: { compensation_period: 'some rows a year for each person who lobbies' },
});

/** Dues, fees and gifts that a filer received within days, oldest first. */
export const duesRows = statement({
  params: z.object({ organizationId: z.string(), from: z.string(), to: z.string() }),
  row: z.object({
    id: z.string(),
    receivedOn: z.string(),
    amountCents: z.number(),
    payerKind: z.string(),
    noticeCents: z.number().nullable(),
    payer: z.string(),
    payerAddress: z.string().nullable(),
    kind: z.string(),
    earmarked: z.number(),
    issueName: z.string().nullable(),
    earmark: z.string(),
    updatedAt: z.number(),
  }),
  sql: `select d.id, d.received_on as receivedOn, d.amount_cents as amountCents, d.payer_kind as payerKind, d.notice_cents as noticeCents,
               d.payer, d.payer_address as payerAddress, d.kind, d.earmarked, i.name as issueName, d.earmark, d.updated_at as updatedAt
          from dues_receipt d left join issue i on i.id = d.issue_id
         where d.organization_id = :organizationId and d.state = 'confirmed' and d.received_on between :from and :to
         order by d.received_on, d.id`,
});

/** Contact reports still waiting to be confirmed, of days up to one. */
export const waitingContacts = statement({
  params: z.object({ to: z.string() }),
  row: z.object({ count: z.number() }),
  sql: `select count(*) as count from contact_report where state = 'draft' and on_date <= :to`,
  scans: { contact_report: 'only drafts, by their own index' },
});
