import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** The numbers people text to: the sender's own where it is written down, and those lately texted. */
export const ourNumbers = statement({
  params: z.object({}),
  row: z.object({ number: z.string() }),
  sql: `select address as number from sender where channel = 'sms' and address like '+%'
        union
        select to_address from (select to_address from reply where channel = 'sms' order by id desc limit 500)
        where to_address like '+%'`,
  scans: { sender: 'a handful of rows', reply: 'the latest 500 by key' },
});

/** Which of these texts of the provider are not stored. */
export const unknownTexts = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({ id: z.string() }),
  sql: `select cast(j.value as text) as id from json_each(:ids) j
        where not exists (select 1 from reply r where r.channel = 'sms' and r.provider_id = j.value)`,
});

/** Up to when a sweep has read. */
export const watermarkOf = statement({
  params: z.object({ name: z.string() }),
  row: z.object({ at: z.number() }),
  sql: `select at from watermark where name = :name`,
});

/** Moves the mark of a sweep, never back. */
export const moveWatermark = statement({
  params: z.object({ name: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `insert into watermark (name, at) values (:name, :at)
        on conflict (name) do update set at = max(at, excluded.at)`,
});
