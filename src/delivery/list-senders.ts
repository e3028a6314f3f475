import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { CARRIER_ZONE } from './sender-limits.ts';
import { profileRows, senderRows } from './sender-queries.ts';

/** What we send from, with what is used of each limit now and what holds it; and the kinds of sender there are. */
export const listSenders = view({
  name: 'sender.list',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({}),
  async run(world) {
    const [rows, profiles] = await Promise.all([
      world.db.all(senderRows, {}),
      world.db.all(profileRows, { day: localDate(world.clock.now(), CARRIER_ZONE) }),
    ]);
    return ok({
      senders: await Promise.all(
        rows.map(async (row) => ({ ...row, usage: await world.pacer.usage(row.id) })),
      ),
      profiles: profiles.map((one) => one.profile),
    });
  },
});
