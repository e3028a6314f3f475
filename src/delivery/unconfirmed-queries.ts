import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Messages of an alert that nobody could confirm and no person has decided about, with the mail that went instead. */
export const unconfirmedRows = statement({
  params: z.object({ alertId: z.string(), after: z.number(), limit: z.number() }),
  row: z.object({
    id: z.number(),
    memberId: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    channel: z.enum(['sms', 'email']),
    nudge: z.number(),
    address: z.string().nullable(),
    triedAt: z.number().nullable(),
    tries: z.number(),
    mailState: z.string().nullable(),
  }),
  sql: `select d.id, d.recipient_id as memberId, m.first_name as firstName, m.last_name as lastName, d.channel,
          d.source_kind = 'nudge' as nudge, p.address, d.claimed_at as triedAt,
          1 + (select count(*) from attempt t where t.delivery_id = d.id) as tries,
          (select e.state from delivery e where d.channel = 'sms' and e.source_kind = d.source_kind
            and e.source_id = d.source_id and e.round = d.round and e.recipient_id = d.recipient_id
            and e.channel = 'email') as mailState
        from delivery d left join member m on m.id = d.recipient_id left join contact_point p on p.id = d.contact_point_id
        where d.source_kind in ('alert', 'nudge') and d.source_id = :alertId and d.state = 'unconfirmed'
          and d.reason is not 'left' and d.carried_by is null and d.id > :after
        order by d.id limit :limit`,
});

const chosen = { alertId: z.string(), ids: z.array(z.number()) };

/** Those of some messages that are an alert's and wait for a decision, each with its try. */
export const waitingOf = statement({
  params: z.object(chosen),
  row: z.object({ id: z.number(), attempt: z.number() }),
  sql: `select d.id, d.attempt_no as attempt from delivery d
        where d.id in (select value from json_each(:ids)) and d.source_kind in ('alert', 'nudge')
          and d.source_id = :alertId and d.state = 'unconfirmed' and d.reason is not 'left' and d.carried_by is null
        order by d.id`,
});

/** Messages left as they are: they stay unconfirmed, and nobody is asked about them again. */
export const leaveThem = statement({
  params: z.object(chosen),
  row: z.object({ id: z.number() }),
  sql: `update delivery set reason = 'left'
        where id in (select value from json_each(:ids)) and source_kind in ('alert', 'nudge')
          and source_id = :alertId and state = 'unconfirmed' and reason is not 'left' and carried_by is null
        returning id`,
});
