import * as z from 'zod';
import { RECIPIENTS_SQL } from '../alerts/index.ts';
import { statement } from '../platform/statement.ts';
import { ownHoursAt, stateOf, zonesOf } from './conditions.ts';

/** How many texts and mails an audience gets, by where their readers are; one text for members who share a number and its words. */
export const recipientsByPlace = statement({
  params: z.object({
    audience: z.record(z.string(), z.unknown()),
    sms: z.boolean(),
    email: z.boolean(),
    alike: z.boolean(),
  }),
  row: z.object({
    channel: z.enum(['sms', 'email']),
    state: z.string().nullable(),
    zones: z.string(),
    own: z.string(),
    count: z.number(),
  }),
  sql: `with ${RECIPIENTS_SQL},
        placed as (
          select r.channel, iif(r.channel = 'sms', ${stateOf('r.member_id')}, null) as state,
            iif(r.channel = 'sms', ${zonesOf('r.member_id', 'r.contact_point_id')}, '[]') as zones,
            iif(r.channel = 'sms', ${ownHoursAt('r.member_id', 'r.contact_point_id')}, '[]') as own,
            iif(r.channel = 'sms' and :alike = 1,
              row_number() over (partition by r.channel, p.address order by r.member_id), 1) as no
          from recipients r join contact_point p on p.id = r.contact_point_id
          where r.state = 'planned'
        )
        select channel, state, zones, own, count(*) as count from placed where no = 1
        group by channel, state, zones, own order by channel, state, zones, own`,
  scans: { member: 'an audience is picked from all members, and one pass over them is what that costs' },
});

/** Segments and mails of other alerts that are due and not out yet, so that they go first. */
export const stillAhead = statement({
  params: z.object({}),
  row: z.object({ channel: z.enum(['sms', 'email']), messages: z.number(), segments: z.number() }),
  sql: `select r.channel, sum(r.count) as messages, sum(r.segments) as segments
        from alert a join rollup r on r.source_kind = 'alert' and r.source_id = a.id and r.state = 'planned' and r.count > 0
        where a.state = 'sending' group by r.channel`,
  scans: { alert: 'a few hundred rows in the life of a network' },
});
