import * as z from 'zod';
import { alertOf, stateInWords } from '../alerts/index.ts';
import { conflict, missing, ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { newAttempts, type planAgain } from './attempt-queries.ts';
import { enqueuePages, pagesAround } from './pages-of.ts';
import { waitingOf } from './unconfirmed-queries.ts';

const LIVE = ['sending', 'open', 'paused', 'halted'];

/**
 * Sends messages that nobody could confirm once more, on a person's decision: some members may get them twice. The
 * new try goes through the ordinary claim, so an opt-out, the hours and the deadline hold.
 */
export const sendAgain = verb({
  name: 'delivery.send_again',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    alertId: z.string(),
    ids: z.array(z.int().positive()).min(1, 'Choose at least one message.').max(200),
    reason: z
      .string()
      .trim()
      .min(10, 'Say in a sentence why it is worth that some may get it twice.')
      .max(300, 'Keep the reason under 300 characters.'),
  }),
  async run(world, who, { alertId, ids, reason }) {
    const now = world.clock.now();
    const alert = await alertOf(world, alertId);
    if (!alert) return missing('That alert');
    if (!LIVE.includes(alert.state))
      return conflict(`This alert ${stateInWords(alert.state)}, so nothing of it is sent any more.`);
    if (alert.deadlineAt !== null && alert.deadlineAt <= now)
      return conflict('The deadline of this alert is over, so nothing of it is sent any more.');
    const waiting = await world.db.all(waitingOf, { alertId, ids });
    const [keep, tally, plan] = newAttempts(waiting, {
      states: ['unconfirmed'],
      orderedBy: who.id,
      dueAt: now,
      now,
    });
    const done =
      waiting.length > 0 &&
      (await world.db.commit(
        {
          who,
          action: 'delivery.send_again',
          subject: { kind: 'alert', id: alertId },
          detail: { deliveries: waiting.map((one) => String(one.id)), count: waiting.length, reason },
        },
        [keep, tally, { ...plan, must: true }],
      ));
    if (!done)
      return conflict(
        'None of these waits for a decision any more. Open the list again to see how they stand.',
      );
    const rows = (done[2]?.rows ?? []) as RowOf<typeof planAgain>[];
    const own = rows.filter((row) => row.carriedBy === null).toSorted((a, b) => a.id - b.id);
    await enqueuePages(world, pagesAround(own));
    return ok({ again: own.length });
  },
});
