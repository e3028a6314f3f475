import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/**
 * How many alerts and nudges each member was sent, or is to be, since an instant; by text and email counts once. Reads
 * the deliveries of what went out since then and no others: a nudge is found by its entry in the journal.
 */
export const sentSince = statement({
  params: z.object({ from: z.number() }),
  row: z.object({ memberId: z.string(), messages: z.number() }),
  sql: `with sent(source_kind, source_id) as (
          select 'alert', a.id from alert a where a.launched_at > :from
          union all
          select 'nudge', a.id from alert a where a.launched_at is not null and exists (
            select 1 from journal j where j.subject_kind = 'alert' and j.subject_id = a.id
              and j.action = 'alert.nudge' and j.at > :from)
        )
        select d.recipient_id as memberId, count(distinct d.source_kind || d.source_id || d.round) as messages
        from sent s cross join delivery d on d.source_kind = s.source_kind and d.source_id = s.source_id
        where d.due_at > :from
          and d.state in ('planned', 'waiting', 'submitting', 'accepted', 'sent', 'delivered', 'unknown', 'unconfirmed')
        group by d.recipient_id`,
  scans: { alert: 'a few hundred rows in the life of a network' },
});
