import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import { AGENDA_READERS } from './agenda.ts';
import { billById, billFeedOf, eventsOfBill, positionsOnBill } from './queries.ts';

/** A bill with its events and every position taken on it, the newest first, and what a service last said of it. */
export const showBill = view({
  name: 'bill.show',
  by: AGENDA_READERS,
  input: z.strictObject({ id: z.string().min(1) }),
  async run(world, _who, { id }) {
    const [[bill], events, positions, [feed]] = await world.db.together(
      read(billById, { id, now: world.clock.now() }),
      read(eventsOfBill, { billId: id }),
      read(positionsOnBill, { billId: id }),
      read(billFeedOf, { billId: id }),
    );
    return bill ? ok({ ...bill, events, positions, feed: feed ?? null }) : missing('That bill');
  },
});
