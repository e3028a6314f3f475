import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/**
 * How many alerts and nudges each member was sent, or is to be, since `:weekFrom`; by text and email counts once: CTEs
 * ending in `had(member_id, messages)`. Reads the deliveries of what went out since then and no others: a nudge is found
 * by its entry in the journal.
 */
export const WEEK_SQL = `
        sent(source_kind, source_id) as (
          select 'alert', went.id from alert went where went.launched_at > :weekFrom
          union all
          select 'nudge', went.id from alert went where went.launched_at is not null and exists (
            select 1 from journal j where j.subject_kind = 'alert' and j.subject_id = went.id
              and j.action = 'alert.nudge' and j.at > :weekFrom)
        ),
        had(member_id, messages) as (
          select d.recipient_id, count(distinct d.source_kind || d.source_id || d.round)
          from sent cross join delivery d on d.source_kind = sent.source_kind and d.source_id = sent.source_id
          where d.due_at > :weekFrom
            and d.state in ('planned', 'waiting', 'submitting', 'accepted', 'sent', 'delivered', 'unknown', 'unconfirmed')
          group by d.recipient_id
        )`;

/** What each member's week has held. */
export const sentSince = statement({
  params: z.object({ weekFrom: z.number() }),
  row: z.object({ memberId: z.string(), messages: z.number() }),
  sql: `with ${WEEK_SQL} select member_id as memberId, messages from had`,
  scans: { alert: 'a few hundred rows in the life of a network' },
});
