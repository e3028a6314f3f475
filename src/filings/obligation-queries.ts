import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Every rule of a regime, proposed ones included. */
export const rulesOf = statement({
  params: z.object({ regime: z.string() }),
  row: z.object({
    id: z.string(),
    regime: z.string(),
    key: z.string(),
    value: z.string(),
    operator: z.string().nullable(),
    unit: z.string(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
    source: z.string(),
    evidence: z.string(),
    state: z.string(),
  }),
  sql: `select id, regime, key, value, operator, unit, from_on as fromOn, to_on as toOn, source, evidence, state
          from rule where regime = :regime order by key, from_on`,
});

/** Holidays of a jurisdiction. */
export const holidaysOf = statement({
  params: z.object({ jurisdiction: z.string() }),
  row: z.object({ onDate: z.string() }),
  sql: `select on_date as onDate from calendar_event where jurisdiction = :jurisdiction and kind = 'holiday' order by on_date`,
});

/** Regular sessions by their first days: those that staff keep, then those of the calendar. */
export const sessionsOf = statement({
  params: z.object({ jurisdiction: z.string() }),
  row: z.object({ startsOn: z.string(), adjournsOn: z.string().nullable(), kept: z.number() }),
  sql: `select starts_on as startsOn, ends_on as adjournsOn, 1 as kept from legislative_session
         where jurisdiction = :jurisdiction and kind = 'regular'
        union all
        select s.on_date, (select min(a.on_date) from calendar_event a
                            where a.jurisdiction = s.jurisdiction and a.kind = 'sine_die' and a.on_date > s.on_date), 0
          from calendar_event s where s.jurisdiction = :jurisdiction and s.kind = 'session_start'
         order by 3 desc, 1`,
  scans: { legislative_session: 'a handful of rows' },
});

const filer = {
  organizationId: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  taxHistory: z.string(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
};
const FILER = `select f.organization_id as organizationId, g.name, g.address, g.tax_history as taxHistory, f.from_on as fromOn, f.to_on as toOn`;

/** Who files in a regime, from when until when. */
export const filersIn = statement({
  params: z.object({ regime: z.string() }),
  row: z.object(filer),
  sql: `${FILER} from filer f join organization g on g.id = f.organization_id where f.regime = :regime order by g.name`,
  scans: { filer: 'a handful of rows' },
});

/** Who files, in any regime. */
export const filers = statement({
  params: z.object({}),
  row: z.object({ ...filer, regime: z.string() }),
  sql: `${FILER}, f.regime from filer f join organization g on g.id = f.organization_id order by f.regime, g.name`,
  scans: { filer: 'a handful of rows' },
});

/** The lobbyists of an organization in a regime. */
export const lobbyistsOf = statement({
  params: z.object({ organizationId: z.string(), regime: z.string() }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
  }),
  sql: `select id, name, kind, from_on as fromOn, to_on as toOn from lobbyist
         where organization_id = :organizationId and regime = :regime order by name, id`,
  scans: { lobbyist: 'an association has a handful of lobbyists' },
});

const spec = z.object({
  id: z.string(),
  form: z.string(),
  lobbyistId: z.string().nullable(),
  name: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  statutory: z.string(),
  due: z.string(),
  internal: z.string(),
  state: z.enum(['open', 'not_triggered']),
  trace: z.array(z.string()),
});

/** Reports that may fall due, as the rules have them now. One already prepared or filed is left as it is. */
export const putObligations = statement({
  params: z.object({ regime: z.string(), organizationId: z.string(), specs: z.array(spec), at: z.number() }),
  row: z.object({}),
  sql: `insert into obligation (id, regime, form, organization_id, lobbyist_id, name, period_from, period_to,
               statutory_due_on, due_on, internal_due_on, state, trace, updated_at)
        select value ->> 'id', :regime, value ->> 'form', :organizationId, value ->> 'lobbyistId', value ->> 'name',
               value ->> 'periodFrom', value ->> 'periodTo', value ->> 'statutory', value ->> 'due', value ->> 'internal',
               value ->> 'state', value -> 'trace', :at
          from json_each(:specs) where true
        on conflict (regime, form, organization_id, coalesce(lobbyist_id, ''), period_from, period_to) do update
           set name = excluded.name, statutory_due_on = excluded.statutory_due_on, due_on = excluded.due_on,
               internal_due_on = excluded.internal_due_on, state = excluded.state, trace = excluded.trace, updated_at = excluded.updated_at
         where obligation.state in ('open', 'not_triggered')
           and (obligation.name, obligation.due_on, obligation.internal_due_on, obligation.state, obligation.trace)
               is not (excluded.name, excluded.due_on, excluded.internal_due_on, excluded.state, excluded.trace)`,
});

/** Reports of the period that the rules do not have any more (another adjournment, an ended lobbyist), if nobody touched them. */
export const dropObligations = statement({
  params: z.object({
    regime: z.string(),
    organizationId: z.string(),
    specs: z.array(spec),
    since: z.string(),
  }),
  row: z.object({}),
  sql: `delete from obligation
         where regime = :regime and organization_id = :organizationId and state in ('open', 'not_triggered') and period_to >= :since
           and not exists (select 1 from filing f where f.obligation_id = obligation.id)
           and not exists (select 1 from json_each(:specs)
                            where value ->> 'form' = obligation.form and value ->> 'periodFrom' = obligation.period_from
                              and value ->> 'periodTo' = obligation.period_to
                              and coalesce(value ->> 'lobbyistId', '') = coalesce(obligation.lobbyist_id, ''))`,
  scans: { obligation: 'some twenty rows a year' },
});

const obligationRow = z.object({
  id: z.string(),
  regime: z.string(),
  form: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  lobbyistId: z.string().nullable(),
  lobbyistName: z.string().nullable(),
  name: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  statutoryDueOn: z.string(),
  dueOn: z.string(),
  internalDueOn: z.string(),
  state: z.enum(['not_triggered', 'open', 'prepared', 'filed', 'filed_by_other']),
  trace: z.string(),
  filingId: z.string().nullable(),
  version: z.number().nullable(),
  totalCents: z.number().nullable(),
});

const OBLIGATION = `select o.id, o.regime, o.form, o.organization_id as organizationId, g.name as organizationName,
               o.lobbyist_id as lobbyistId, l.name as lobbyistName, o.name, o.period_from as periodFrom, o.period_to as periodTo,
               o.statutory_due_on as statutoryDueOn, o.due_on as dueOn, o.internal_due_on as internalDueOn, o.state, o.trace,
               f.id as filingId, f.version, f.total_cents as totalCents
          from obligation o
          join organization g on g.id = o.organization_id
          left join lobbyist l on l.id = o.lobbyist_id
          left join filing f on f.obligation_id = o.id
               and f.version = (select max(n.version) from filing n where n.obligation_id = o.id)`;

/** Reports due within days, the nearest first, with the newest version of each. */
export const obligationsDue = statement({
  params: z.object({
    from: z.string(),
    to: z.string(),
    state: z.string().nullable(),
    after: z.string().nullable(),
    limit: z.number(),
  }),
  row: obligationRow,
  sql: `${OBLIGATION}
         where o.due_on between :from and :to and (:state is null or o.state = :state)
           and (:after is null or o.due_on || o.id > :after)
         order by o.due_on, o.id limit :limit`,
  scans: { obligation: 'some twenty rows a year' },
});

/** One report that falls due. */
export const obligationById = statement({
  params: z.object({ id: z.string() }),
  row: obligationRow,
  sql: `${OBLIGATION} where o.id = :id`,
});

/** The report that falls due of which a filing is a version. */
export const obligationOfFiling = statement({
  params: z.object({ filingId: z.string() }),
  row: obligationRow,
  sql: `${OBLIGATION} where o.id = (select v.obligation_id from filing v where v.id = :filingId)`,
});

/** A report was filed under another principal: nothing to do here. */
export const markFiledByOther = statement({
  params: z.object({ id: z.string(), note: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `update obligation set state = 'filed_by_other', trace = json_insert(trace, '$[#]', :note), updated_at = :at
         where id = :id and state in ('not_triggered', 'open')`,
});

/** Which reminders of reports were planned. */
export const toldOf = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({ sourceId: z.string(), round: z.number() }),
  sql: `select distinct d.source_id as sourceId, d.round from json_each(:ids) i
          join delivery d on d.source_kind = 'notice' and d.source_id = i.value`,
});
