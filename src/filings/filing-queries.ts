import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const filingRow = z.object({
  id: z.string(),
  obligationId: z.string(),
  version: z.number(),
  supersedesId: z.string().nullable(),
  state: z.enum(['prepared', 'filed', 'superseded']),
  totalCents: z.number(),
  rules: z.string(),
  preparedAt: z.number(),
  preparedBy: z.string(),
  filedAt: z.number().nullable(),
  filedBy: z.string().nullable(),
  hash: z.string().nullable(),
});
const FILING = `select id, obligation_id as obligationId, version, supersedes_id as supersedesId, state, total_cents as totalCents, rules,
               prepared_at as preparedAt, prepared_by as preparedBy, filed_at as filedAt, filed_by as filedBy, hash from filing`;

/** One prepared or filed report. */
export const filingById = statement({
  params: z.object({ id: z.string() }),
  row: filingRow,
  sql: `${FILING} where id = :id`,
});

/** Prepared and filed reports before one, the newest first, in one state where it is given. */
export const filingsPage = statement({
  params: z.object({ before: z.string(), state: z.string().nullable(), limit: z.number() }),
  row: z.object({
    id: z.string(),
    obligationId: z.string(),
    version: z.number(),
    state: z.enum(['prepared', 'filed', 'superseded']),
    name: z.string(),
    regime: z.string(),
    form: z.string(),
    periodFrom: z.string(),
    periodTo: z.string(),
    dueOn: z.string(),
    totalCents: z.number(),
    preparedAt: z.number(),
    filedAt: z.number().nullable(),
  }),
  sql: `select f.id, f.obligation_id as obligationId, f.version, f.state, o.name, o.regime, o.form,
               o.period_from as periodFrom, o.period_to as periodTo, o.due_on as dueOn, f.total_cents as totalCents,
               f.prepared_at as preparedAt, f.filed_at as filedAt
        from filing f join obligation o on o.id = f.obligation_id
        where f.id < :before and (:state is null or f.state = :state)
        order by f.id desc limit :limit`,
});

/** Every version of a report, the newest first. */
export const versionsOf = statement({
  params: z.object({ obligationId: z.string() }),
  row: filingRow,
  sql: `${FILING} where obligation_id = :obligationId order by version desc`,
});

/** The next version of a report, once: the place of the one before is still its own. */
export const insertFiling = statement({
  params: z.object({
    id: z.string(),
    obligationId: z.string(),
    version: z.number(),
    supersedesId: z.string().nullable(),
    totalCents: z.number(),
    rules: z.array(z.unknown()),
    at: z.number(),
    by: z.string(),
    hash: z.string(),
  }),
  row: z.object({}),
  sql: `insert into filing (id, obligation_id, version, supersedes_id, state, total_cents, rules, prepared_at, prepared_by, hash)
        select :id, :obligationId, :version, :supersedesId, 'prepared', :totalCents, :rules, :at, :by, :hash
         where coalesce((select max(version) from filing where obligation_id = :obligationId), 0) = :version - 1
           and exists (select 1 from obligation where id = :obligationId and state in ('not_triggered', 'open', 'filed'))`,
  scans: { filing: 'some twenty versions a year' },
});

/** A prepared report is prepared again. */
export const renewFiling = statement({
  params: z.object({
    id: z.string(),
    totalCents: z.number(),
    rules: z.array(z.unknown()),
    at: z.number(),
    by: z.string(),
    hash: z.string(),
  }),
  row: z.object({}),
  sql: `update filing set total_cents = :totalCents, rules = :rules, prepared_at = :at, prepared_by = :by, hash = :hash
         where id = :id and state = 'prepared'`,
});

/** The report waits for its filing; an amendment leaves it filed. */
export const markPrepared = statement({
  params: z.object({ id: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `update obligation set state = 'prepared', updated_at = :at where id = :id and state in ('not_triggered', 'open')`,
});

/** Takes the sources of a prepared report away, to be written anew. */
export const clearSources = statement({
  params: z.object({ filingId: z.string() }),
  row: z.object({}),
  sql: `delete from filing_source where filing_id = :filingId
           and exists (select 1 from filing where id = :filingId and state = 'prepared')`,
});

/** Takes the lines of a prepared report away, to be written anew. */
export const clearLines = statement({
  params: z.object({ filingId: z.string() }),
  row: z.object({}),
  sql: `delete from filing_line where filing_id = :filingId
           and exists (select 1 from filing where id = :filingId and state = 'prepared')`,
});

/** The lines of a report, in the form's order. */
export const insertLines = statement({
  params: z.object({
    filingId: z.string(),
    lines: z.array(
      z.object({
        no: z.number(),
        section: z.string(),
        label: z.string(),
        detail: z.string(),
        amountCents: z.number().nullable(),
        cells: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
      }),
    ),
  }),
  row: z.object({}),
  sql: `insert into filing_line (filing_id, no, section, label, detail, amount_cents, cells)
        select :filingId, value ->> 'no', value ->> 'section', value ->> 'label', value ->> 'detail', value ->> 'amountCents', value ->> 'cells'
          from json_each(:lines)`,
});

/** The rows of the log behind each line, and the cents taken of each. */
export const insertSources = statement({
  params: z.object({
    filingId: z.string(),
    sources: z.array(
      z.object({ no: z.number(), kind: z.string(), id: z.string(), cents: z.number().nullable() }),
    ),
  }),
  row: z.object({}),
  sql: `insert into filing_source (filing_id, line_no, source_kind, source_id, cents)
        select :filingId, value ->> 'no', value ->> 'kind', value ->> 'id', value ->> 'cents' from json_each(:sources)`,
});

/** The lines of a report, in the form's order. */
export const linesOf = statement({
  params: z.object({ filingId: z.string() }),
  row: z.object({
    no: z.number(),
    section: z.string(),
    label: z.string(),
    detail: z.string(),
    amountCents: z.number().nullable(),
    cells: z.string().nullable(),
  }),
  sql: `select no, section, label, detail, amount_cents as amountCents, cells from filing_line where filing_id = :filingId order by no`,
});

/** The rows behind the lines of a report: who, when, what, and the contact or alert each came from. */
export const sourcesOf = statement({
  params: z.object({ filingId: z.string() }),
  row: z.object({
    lineNo: z.number(),
    kind: z.enum(['activity', 'expense', 'compensation', 'dues']),
    id: z.string(),
    cents: z.number().nullable(),
    onDate: z.string().nullable(),
    who: z.string().nullable(),
    what: z.string().nullable(),
    officialName: z.string().nullable(),
    billNumber: z.string().nullable(),
    amountCents: z.number().nullable(),
    contactReportId: z.string().nullable(),
    replyId: z.string().nullable(),
    alertId: z.string().nullable(),
    state: z.string().nullable(),
  }),
  sql: `select s.line_no as lineNo, s.source_kind as kind, s.source_id as id, s.cents,
               coalesce(v.on_date, e.incurred_on, k.from_on, d.received_on) as onDate,
               coalesce(l.name, m.first_name || ' ' || m.last_name, t.name, e.payee, k.person_name, d.payer) as who,
               coalesce(nullif(v.note, ''), v.kind, e.purpose, case when k.id is not null then 'pay' end, d.kind) as what,
               coalesce(vo.name, eo.name) as officialName, coalesce(vb.number, eb.number) as billNumber,
               coalesce(e.amount_cents, k.pay_cents + k.benefit_cents, d.amount_cents) as amountCents, v.contact_report_id as contactReportId, r.reply_id as replyId,
               coalesce(v.alert_id, e.alert_id, r.alert_id) as alertId, coalesce(v.state, e.state, k.state, d.state) as state
          from filing_source s
          left join activity v on s.source_kind = 'activity' and v.id = s.source_id
          left join expense e on s.source_kind = 'expense' and e.id = s.source_id
          left join compensation_period k on s.source_kind = 'compensation' and k.id = s.source_id
          left join dues_receipt d on s.source_kind = 'dues' and d.id = s.source_id
          left join lobbyist l on l.id = v.lobbyist_id
          left join member m on m.id = v.member_id
          left join staff t on t.id = v.staff_id
          left join official vo on vo.id = v.official_id
          left join official eo on eo.id = e.official_id
          left join bill vb on vb.id = v.bill_id
          left join bill eb on eb.id = e.bill_id
          left join contact_report r on r.id = v.contact_report_id
         where s.filing_id = :filingId
         order by s.line_no, coalesce(v.on_date, e.incurred_on), s.source_id`,
});

/**
 * A prepared report becomes filed, if it is still the one that was looked at: the same hash, none of its rows
 * changed since, and none of them filed meanwhile in another report of the same filer.
 */
export const markFiled = statement({
  params: z.object({ id: z.string(), hash: z.string(), at: z.number(), by: z.string() }),
  row: z.object({}),
  sql: `update filing set state = 'filed', filed_at = :at, filed_by = :by
         where id = :id and state = 'prepared' and hash = :hash
           and not exists (select 1 from filing_source s join expense e on s.source_kind = 'expense' and e.id = s.source_id
                            where s.filing_id = :id and e.updated_at > filing.prepared_at)
           and not exists (select 1 from filing_source s join activity v on s.source_kind = 'activity' and v.id = s.source_id
                            where s.filing_id = :id and v.updated_at > filing.prepared_at)
           and not exists (select 1 from filing_source s
                             join filing_source other on other.source_kind = s.source_kind and other.source_id = s.source_id
                                  and other.filing_id <> s.filing_id and other.cents is not null
                             join filing of on of.id = other.filing_id and of.state = 'filed' and of.obligation_id <> filing.obligation_id
                             join obligation oo on oo.id = of.obligation_id
                             join obligation own on own.id = filing.obligation_id
                            where s.filing_id = :id and s.cents is not null and oo.regime = own.regime
                              and oo.organization_id = own.organization_id
                              and coalesce(oo.lobbyist_id, '') = coalesce(own.lobbyist_id, ''))`,
});

/** The report is filed. */
export const markObligationFiled = statement({
  params: z.object({ id: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `update obligation set state = 'filed', updated_at = :at where id = :id and state in ('prepared', 'filed')`,
});

/** An amendment takes the place of the version before it. */
export const markSuperseded = statement({
  params: z.object({ id: z.string() }),
  row: z.object({}),
  sql: `update filing set state = 'superseded' where id = :id and state = 'filed'`,
});

/** A frozen copy lies in object storage. */
export const insertCopies = statement({
  params: z.object({
    filingId: z.string(),
    copies: z.array(
      z.object({ format: z.string(), objectKey: z.string(), sha256: z.string(), size: z.number() }),
    ),
  }),
  row: z.object({}),
  sql: `insert into filing_copy (filing_id, format, object_key, sha256, size)
        select :filingId, value ->> 'format', value ->> 'objectKey', value ->> 'sha256', value ->> 'size' from json_each(:copies)`,
});

/** The frozen copies of a report. */
export const copiesOf = statement({
  params: z.object({ filingId: z.string() }),
  row: z.object({
    format: z.enum(['csv', 'html', 'json', 'pdf', 'xlsx']),
    objectKey: z.string(),
    sha256: z.string(),
    size: z.number(),
  }),
  sql: `select format, object_key as objectKey, sha256, size from filing_copy where filing_id = :filingId order by format`,
});

/** The filed reports, not superseded, whose lines took or counted a row of the log; the worksheet takes nothing. */
export const filingsWith = statement({
  params: z.object({ kind: z.string(), id: z.string() }),
  row: z.object({ filingId: z.string(), name: z.string() }),
  sql: `select distinct f.id as filingId, o.name
          from filing_source fs
          join filing_line fl on fl.filing_id = fs.filing_id and fl.no = fs.line_no
          join filing f on f.id = fs.filing_id
          join obligation o on o.id = f.obligation_id
         where fs.source_kind = :kind and fs.source_id = :id and f.state = 'filed' and fl.section <> 'Worksheet'
         order by o.name`,
});
