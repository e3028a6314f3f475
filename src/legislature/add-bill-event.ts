import * as z from 'zod';
import { invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { billById, committeeById, insertBillEvent } from './queries.ts';

/** Notes what happened or will happen to a bill: a hearing before a committee, a vote. `at` is ms UTC. */
export const addBillEvent = verb({
  name: 'bill.add_event',
  by: ['owner', 'director', 'coordinator', 'staff', 'system'],
  input: z.strictObject({
    id: z.ulid().optional(),
    billId: z.string().min(1),
    kind: z.enum(['hearing', 'vote', 'status'], 'One of hearing, vote, status.'),
    at: z.number('Give the day and time.').int().min(0),
    committeeId: z.string().min(1).nullable().default(null),
    note: z.string().trim().max(500, 'At most 500 characters.').default(''),
    source: z.string().trim().min(1).max(200).default('staff'),
  }),
  async run(world, who, input) {
    const { billId, kind, at, committeeId, note, source } = input;
    if (!(await world.db.first(billById, { id: billId, now: world.clock.now() })))
      return missing('That bill');
    if (committeeId && !(await world.db.first(committeeById, { id: committeeId })))
      return invalid([{ field: 'committeeId', message: 'There is no such committee.' }]);
    const id = input.id ?? world.ids.next();
    const event = { id, billId, kind, at, committeeId, note, source };
    // Nothing inserted means that the same form was sent before: the event is there.
    await world.db.commit(
      { who, action: 'bill.add_event', subject: { kind: 'bill', id: billId }, detail: { event: id, kind } },
      [must(insertBillEvent, event)],
    );
    return ok(event);
  },
});
