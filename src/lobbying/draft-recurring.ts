import * as z from 'zod';
import { addDays, localDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { logActivity, type ActivityInput } from './add-activity.ts';
import { recurringEntries, recurringMade } from './queries.ts';
import { daysOf } from './recurring.ts';

/** How many days back a day that a clock missed is still made up for. */
const LOOK_BACK = 14;

/** Makes the drafts of entries that come back for each of their days up to today, once: a draft put away stays away. */
export const draftRecurring = verb({
  name: 'recurring.draft',
  by: ['clock'],
  input: z.strictObject({}),
  run: async (world, who) => {
    const today = localDate(world.clock.now(), (await networkSettings(world)).zone);
    const from = addDays(today, -LOOK_BACK);
    const [entries, made] = await Promise.all([
      world.db.all(recurringEntries, {}),
      world.db.all(recurringMade, { from }),
    ]);
    const there = new Set(made.map((one) => `${one.recurringId} ${one.onDate}`));
    let drafted = 0;
    for (const entry of entries)
      for (const onDate of daysOf(entry, from, today)) {
        if (there.has(`${entry.id} ${onDate}`)) continue;
        const fields = {
          onDate,
          kind: entry.kind as ActivityInput['kind'],
          method: entry.method as ActivityInput['method'],
          officialId: entry.officialId,
          billId: entry.billId,
          position: entry.position as ActivityInput['position'],
          minutes: entry.minutes,
          note: entry.note || (entry.officialId ? '' : 'Comes back'),
        };
        const result = await logActivity(world, who, fields, {
          door: 'recurring',
          state: 'draft',
          staffId: entry.staffId,
          recurringId: entry.id,
        });
        if (result.ok) drafted += 1;
      }
    return ok({ drafted });
  },
});
