import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { AGENDA_READERS } from './agenda.ts';
import { billById, billFeedOf, eventsOfBill, positionsOnBill } from './queries.ts';

/** A bill with its events and every position taken on it, the newest first, and what a service last said of it. */
export const showBill = view({
  name: 'bill.show',
  by: AGENDA_READERS,
  input: z.strictObject({ id: z.string().min(1) }),
  async run(world, _who, { id }) {
    const bill = await world.db.first(billById, { id, now: world.clock.now() });
    if (!bill) return missing('That bill');
    const events = await world.db.all(eventsOfBill, { billId: id });
    const positions = await world.db.all(positionsOnBill, { billId: id });
    const feed = await world.db.first(billFeedOf, { billId: id });
    return ok({ ...bill, events, positions, feed });
  },
});
