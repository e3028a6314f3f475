import * as z from 'zod';
import { statement } from '../../platform/statement.ts';

const ruleRow = z.object({
  id: z.string(),
  regime: z.string(),
  regimeName: z.string(),
  key: z.string(),
  value: z.string(),
  operator: z.string().nullable(),
  unit: z.string(),
  fromOn: z.string(),
  toOn: z.string().nullable(),
  source: z.string(),
  evidence: z.string(),
  state: z.enum(['in_force', 'proposed']),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.number().nullable(),
  replacesId: z.string().nullable(),
  addedAt: z.number().nullable(),
  withdrawnAt: z.number().nullable(),
});
const RULE = `select r.id, r.regime, g.name as regimeName, r.key, r.value, r.operator, r.unit, r.from_on as fromOn, r.to_on as toOn, r.source,
               r.evidence, r.state, r.reviewed_by as reviewedBy, r.reviewed_at as reviewedAt, r.replaces_id as replacesId,
               r.added_at as addedAt, r.withdrawn_at as withdrawnAt
          from rule r join regime g on g.id = r.regime`;

/** Every regime that filers and rules may name. */
export const regimesKnown = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select id, name from regime order by rowid`,
  scans: { regime: 'a handful of rows' },
});

/** The rules of a regime by key and first day, after one of them; ended and withdrawn ones too. */
export const rulesPage = statement({
  params: z.object({ regime: z.string(), after: z.string(), limit: z.number() }),
  row: ruleRow,
  sql: `${RULE} where r.regime = :regime and r.key || ' ' || r.from_on || ' ' || r.id > :after
         order by r.key, r.from_on, r.id limit :limit`,
});

/** One rule. */
export const ruleById = statement({
  params: z.object({ id: z.string() }),
  row: ruleRow,
  sql: `${RULE} where r.id = :id`,
});

/** Every row of one key, the oldest first: the rule's history. */
export const rulesOfKey = statement({
  params: z.object({ regime: z.string(), key: z.string() }),
  row: ruleRow,
  sql: `${RULE} where r.regime = :regime and r.key = :key order by r.from_on, r.id`,
});

/** Prepared and filed reports whose figures read a rule, the newest first. */
export const filingsReading = statement({
  params: z.object({ ruleId: z.string() }),
  row: z.object({
    filingId: z.string(),
    obligationId: z.string(),
    name: z.string(),
    version: z.number(),
    state: z.enum(['prepared', 'filed', 'superseded']),
    value: z.string().nullable(),
  }),
  sql: `select f.id as filingId, f.obligation_id as obligationId, o.name, f.version, f.state, r.value ->> 'value' as value
          from filing f join obligation o on o.id = f.obligation_id join json_each(f.rules) r
         where r.value ->> 'id' = :ruleId
         order by f.id desc limit 100`,
  scans: { filing: 'some twenty versions a year' },
});

const written = z.object({
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
  state: z.enum(['in_force', 'proposed']),
  replacesId: z.string().nullable(),
  at: z.number(),
  by: z.string(),
});

/** A new rule, where no other row of its key is in force on any of its days. A proposal is in nobody's way. */
export const insertRule = statement({
  params: written,
  row: z.object({}),
  sql: `insert into rule (id, regime, key, value, operator, unit, from_on, to_on, source, evidence, state, replaces_id, added_at, added_by)
        select :id, :regime, :key, :value, :operator, :unit, :fromOn, :toOn, :source, :evidence, :state, :replacesId, :at, :by
         where :state = 'proposed'
            or not exists (select 1 from rule o where o.regime = :regime and o.key = :key and o.state = 'in_force'
                              and o.from_on <= coalesce(:toOn, '9999-12-31') and coalesce(o.to_on, '9999-12-31') >= :fromOn)`,
  scans: { rule: 'some hundreds of rows' },
});

/** A rule in force on a day ends the day before. One that ends before it began was never in force. */
export const endRule = statement({
  params: z.object({ id: z.string(), on: z.string(), before: z.string() }),
  row: z.object({}),
  sql: `update rule set to_on = :before
         where id = :id and state = 'in_force' and from_on <= :on and (to_on is null or to_on >= :on)`,
});

/** A proposal comes into force from its own first day, in the place of the row that is. */
export const startRule = statement({
  params: z.object({ id: z.string(), toOn: z.string().nullable() }),
  row: z.object({}),
  sql: `update rule set state = 'in_force', to_on = :toOn
         where id = :id and state = 'proposed' and withdrawn_at is null
           and not exists (select 1 from rule o where o.regime = rule.regime and o.key = rule.key and o.state = 'in_force'
                              and o.from_on <= coalesce(:toOn, '9999-12-31') and coalesce(o.to_on, '9999-12-31') >= rule.from_on)`,
});

/** A proposal came to nothing. */
export const withdrawProposal = statement({
  params: z.object({ id: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `update rule set withdrawn_at = :at where id = :id and state = 'proposed' and withdrawn_at is null`,
});

/** A named person looked a rule over. */
export const reviewRow = statement({
  params: z.object({ id: z.string(), by: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `update rule set reviewed_by = :by, reviewed_at = :at where id = :id`,
});
