import * as z from 'zod';
import { addDays, localDate } from '../platform/days.ts';
import { conflict, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { forgetHours } from './current-hours.ts';
import { endOverrideOn } from './hours-queries.ts';

/** Ends hours that a person set: from today on the network's own and the state's hold again. The row stays. */
export const endOverride = verb({
  name: 'window.end_override',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const today = localDate(world.clock.now(), (await networkSettings(world)).zone);
    const done = await world.db.commit(
      { who, action: 'window.end_override', subject: { kind: 'window', id } },
      [must(endOverrideOn, { id, lastOn: addDays(today, -1) })],
    );
    if (!done) return conflict('These hours have ended already, or nobody set them. Look at the list.');
    forgetHours(world);
    return ok({ id });
  },
});
