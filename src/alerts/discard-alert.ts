import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { alertOf } from './alert-of.ts';
import { discard, voidApproval } from './queries.ts';
import { stateAfter, stateInWords, statesFor } from './states.ts';

/** Gives up an alert that has not been launched. It stays on record. */
export const discardAlert = verb({
  name: 'alert.discard',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    if (!stateAfter(alert.state, 'discard'))
      return conflict(
        `This alert ${stateInWords(alert.state)} and cannot be discarded. One that is out can be cancelled.`,
      );
    const done = await world.db.commit(
      { who, action: 'alert.discard', subject: { kind: 'alert', id }, detail: { from: alert.state } },
      [
        must(discard, { id, states: statesFor('discard') }),
        change(voidApproval, { alertId: id, now: world.clock.now() }),
      ],
    );
    return done ? ok({ id }) : conflict('Somebody launched or discarded this alert a moment ago.');
  },
});
