import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/**
 * One more opening of a delivery's page, or one more form of it sent; `choices` is '*' where between `sinceAt` and now
 * different answers were sent.
 */
export const notePageHit = statement({
  params: z.object({
    deliveryId: z.number(),
    act: z.enum(['open', 'send']),
    choices: z.string().nullable(),
    sinceAt: z.number(),
    now: z.number(),
  }),
  row: z.object({ choices: z.string().nullable(), human: z.number() }),
  sql: `insert into page_hit (delivery_id, act, raw, human, suspect, choices, first_at, last_at)
        values (:deliveryId, :act, 1, 0, 0, :choices, :now, :now)
        on conflict (delivery_id, act) do update set raw = raw + 1, last_at = excluded.last_at,
          choices = case when excluded.choices is null then choices
            when last_at > :sinceAt and choices is not excluded.choices and choices is not null then '*'
            else excluded.choices end
        returning choices, human`,
});

/** What a hit was taken for. A person who sends a form has opened the page as well. */
export const judgePageHit = statement({
  params: z.object({ deliveryId: z.number(), human: z.boolean() }),
  row: z.object({}),
  sql: `update page_hit set human = human + iif(:human, 1, 0), suspect = suspect + iif(:human or act = 'open', 0, 1)
        where delivery_id = :deliveryId`,
});
