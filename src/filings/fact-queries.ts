import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const fact = z.object({
  key: z.string(),
  value: z.string(),
  fromOn: z.string(),
  decidedBy: z.string(),
  decidedOn: z.string(),
  note: z.string(),
});

/** What was decided about a filer in a regime, the newest first. */
export const factsOf = statement({
  params: z.object({ organizationId: z.string(), regime: z.string() }),
  row: fact,
  sql: `select key, value, from_on as fromOn, decided_by as decidedBy, decided_on as decidedOn, note from filer_fact
         where organization_id = :organizationId and regime = :regime order by from_on desc, recorded_at desc, id desc`,
});

/** A decision joins those before it; one of whole years only where its year has none other, or has not begun. */
export const insertFact = statement({
  params: fact.extend({
    id: z.string(),
    organizationId: z.string(),
    regime: z.string(),
    yearly: z.boolean(),
    today: z.string(),
    at: z.number(),
    by: z.string(),
  }),
  row: z.object({}),
  sql: `insert into filer_fact (id, organization_id, regime, key, value, from_on, decided_by, decided_on, note, recorded_at, recorded_by)
        select :id, :organizationId, :regime, :key, :value, :fromOn, :decidedBy, :decidedOn, :note, :at, :by
         where not :yearly or :fromOn > :today
            or not exists (select 1 from filer_fact
                            where organization_id = :organizationId and regime = :regime and key = :key and from_on = :fromOn and value <> :value)
        on conflict do nothing`,
});
