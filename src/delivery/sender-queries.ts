import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const channel = z.enum(['sms', 'email']);

/** What we send from, texts first. */
export const senderRows = statement({
  params: z.object({}),
  row: z.object({
    id: z.string(),
    channel,
    address: z.string(),
    profile: z.string(),
    perSecond: z.number(),
    perDay: z.number().nullable(),
  }),
  sql: `select id, channel, address, profile, per_second as perSecond, per_day as perDay
        from sender order by channel desc, id`,
  scans: { sender: 'two rows, one for each channel' },
});

/** Every kind of sender whose carriers' limits are known on a day. */
export const profileRows = statement({
  params: z.object({ day: z.string() }),
  row: z.object({ profile: z.string() }),
  sql: `select distinct profile from carrier_limit
        where from_on <= :day and (to_on is null or to_on >= :day) order by profile`,
  scans: { carrier_limit: 'a few dozen rows, one for each limit ever in force' },
});

/** A sender with other limits or another number; no row where there is none of that id. */
export const updateSender = statement({
  params: z.object({
    id: z.string(),
    address: z.string(),
    profile: z.string(),
    perSecond: z.number(),
    perDay: z.number().nullable(),
  }),
  row: z.object({ id: z.string() }),
  sql: `update sender set address = :address, profile = :profile, per_second = :perSecond, per_day = :perDay
        where id = :id returning id`,
});
