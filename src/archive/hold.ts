import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { insertHold, liftHoldRow } from './retention-queries.ts';

/** Stops all removing, for a lawsuit, an audit, a request for records. */
export const holdEverything = verb({
  name: 'retention.hold',
  by: ['owner', 'director'],
  input: z.strictObject({
    reason: z.string().trim().min(3, 'Say why, for whoever lifts it.').max(300, 'At most 300 characters.'),
  }),
  async run(world, who, { reason }) {
    const id = world.ids.next();
    const done = await world.db.commit(
      { who, action: 'retention.hold', subject: { kind: 'retention-hold', id } },
      [must(insertHold, { id, reason, now: world.clock.now(), by: who.id })],
    );
    return done ? ok({ id }) : conflict('Everything is held already.');
  },
});

/** Removing goes on as it was set. */
export const liftHold = verb({
  name: 'retention.lift',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const done = await world.db.commit(
      { who, action: 'retention.lift', subject: { kind: 'retention-hold', id } },
      [must(liftHoldRow, { id, now: world.clock.now(), by: who.id })],
    );
    return done ? ok({ id }) : conflict('This hold is lifted already.');
  },
});
