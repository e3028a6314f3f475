import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const near = z.object({
  organizationId: z.string(),
  regime: z.string(),
  key: z.string(),
  subject: z.string(),
  periodFrom: z.string(),
  name: z.string(),
  state: z.enum(['near', 'crossed']),
  on: z.string().nullable(),
});
const params = z.object({ lines: z.array(near) });

/** Lines that are near or crossed, as they stand now; one that stands as it did is left as it is. */
export const putThresholds = statement({
  params: params.extend({ at: z.number() }),
  row: z.object({}),
  sql: `insert into threshold_near (organization_id, regime, key, subject, period_from, name, state, on_date, updated_at)
        select value ->> 'organizationId', value ->> 'regime', value ->> 'key', value ->> 'subject', value ->> 'periodFrom',
               value ->> 'name', value ->> 'state', value ->> 'on', :at
          from json_each(:lines) where true
        on conflict (organization_id, regime, key, subject, period_from) do update
           set name = excluded.name, state = excluded.state, on_date = excluded.on_date, updated_at = excluded.updated_at
         where (threshold_near.name, threshold_near.state, threshold_near.on_date) is not (excluded.name, excluded.state, excluded.on_date)`,
});

/** Lines that are neither near nor crossed any more. */
export const dropThresholds = statement({
  params,
  row: z.object({}),
  sql: `delete from threshold_near
         where not exists (select 1 from json_each(:lines)
                            where value ->> 'organizationId' = threshold_near.organization_id and value ->> 'regime' = threshold_near.regime
                              and value ->> 'key' = threshold_near.key and value ->> 'subject' = threshold_near.subject
                              and value ->> 'periodFrom' = threshold_near.period_from)`,
  scans: { threshold_near: 'some lines for each filer' },
});
