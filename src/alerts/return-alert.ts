import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { readAs, type Read } from '../platform/together.ts';
import { verb } from '../platform/verb.ts';
import { alertOf } from './alert-of.ts';
import { lastReturn, returnToDraft, voidApproval } from './queries.ts';
import { stateAfter, stateInWords, statesFor } from './states.ts';

/** Sends a proposed, approved or scheduled alert back to its writers with a note. Answers with the alert. */
export const returnAlert = verb({
  name: 'alert.return',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    id: z.string(),
    note: z
      .string('Say what should change.')
      .trim()
      .min(1, 'Say what should change.')
      .max(500, 'Keep the note to 500 characters.'),
  }),
  async run(world, who, { id, note }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    if (!stateAfter(alert.state, 'return'))
      return conflict(`This alert ${stateInWords(alert.state)} and cannot be sent back.`);
    const done = await world.db.commit(
      { who, action: 'alert.return', subject: { kind: 'alert', id }, detail: { from: alert.state, note } },
      [
        must(returnToDraft, { id, states: statesFor('return') }),
        change(voidApproval, { alertId: id, now: world.clock.now() }),
      ],
    );
    if (!done)
      return conflict('Somebody else changed this alert a moment ago. Open it again to see how it stands.');
    const returned = await alertOf(world, id);
    return returned ? ok(returned) : missing('That alert');
  },
});

/** The note with which a draft came back last, to be asked together with other reads. `at` in ms UTC. */
export const lastReturnRead = (id: string): Read<{ by: string; at: number; note: string }> =>
  readAs(lastReturn, { id }, (rows) =>
    rows.map(({ at, byName, detail }) => {
      const { note } = JSON.parse(detail) as { note?: string };
      return { by: byName ?? 'Somebody', at, note: note ?? '' };
    }),
  );
