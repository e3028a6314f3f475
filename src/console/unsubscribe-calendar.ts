import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { CALENDAR_READERS, revokeFeed } from './feed-queries.ts';

/** Ends a person's own calendar: its address opens nothing any more. */
export const unsubscribeCalendar = verb({
  name: 'calendar.unsubscribe',
  by: CALENDAR_READERS,
  input: z.strictObject({}),
  run: async (world, who) => {
    const done = await world.db.commit(
      { who, action: 'calendar.unsubscribe', subject: { kind: 'staff', id: who.id } },
      [must(revokeFeed, { staffId: who.id, now: world.clock.now() })],
    );
    return done ? ok({}) : conflict('There is no calendar to end.');
  },
});
