import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { countsInWords, isLate } from './clock-words.ts';
import { clockRuns, dataAges, senders, sendingNow, waitingNow } from './health-queries.ts';

/** A sender whose Pacer does not answer is shown as such: the page is for days when things fail. */
const usageOf = async (world: World, sender: { id: string; channel: 'sms' | 'email'; profile: string }) => {
  try {
    return { ...sender, usage: await world.pacer.usage(sender.id) };
  } catch (error) {
    world.log.fault('health.no_usage', error, { senderId: sender.id });
    return { ...sender, usage: null };
  }
};

/** How sending and receiving go right now: what is on its way, what waits and since when, the clocks, the caps. */
export const showHealth = view({
  name: 'health.show',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({}),
  async run(world) {
    const now = world.clock.now();
    const [sending, waiting, clocks, from, data] = await Promise.all([
      world.db.all(sendingNow, {}),
      world.db.first(waitingNow, { now }),
      world.db.all(clockRuns, {}),
      world.db.all(senders, {}),
      world.db.all(dataAges, {}),
    ]);
    return ok({
      now,
      sending,
      waiting,
      clocks: clocks.map(({ counts, ...clock }) => ({
        ...clock,
        counted: countsInWords(JSON.parse(counts) as Record<string, number>),
        late: isLate(clock.name, clock.ranAt, now),
      })),
      senders: await Promise.all(from.map((sender) => usageOf(world, sender))),
      data,
    });
  },
});
export type Health = Extract<Awaited<ReturnType<typeof showHealth>>, { ok: true }>['value'];
