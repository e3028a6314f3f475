import { apiClocks } from '../api/index.ts';
import { archiveClocks, isRestoring } from '../archive/index.ts';
import { giveUpJobs } from '../console/index.ts';
import { deliveryClocks } from '../delivery/index.ts';
import { filingsClocks } from '../filings/index.ts';
import { legislatureClocks } from '../legislature/index.ts';
import { lobbyingClocks } from '../lobbying/index.ts';
import { overdueJobs } from '../platform/outbox.ts';
import { withheld } from '../platform/personal.ts';
import { change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { repliesClocks } from '../replies/index.ts';
import { staffClocks } from '../staff/index.ts';
import { upsertClockRun } from './queries.ts';

type Clock = (world: World) => Promise<Record<string, number>>;

/** Hands again to the queue what the outbox has held for over a minute; gives up what it has held for a day. */
const resendJobs =
  (
    enqueue: (
      jobs: { id: string; kind: string; body: Record<string, string | number | null> }[],
    ) => Promise<void>,
  ): Clock =>
  async (world) => {
    const givenUp = await giveUpJobs(world);
    const rows = await world.db.all(overdueJobs, {
      before: world.clock.now() - 60_000,
      now: world.clock.now(),
    });
    if (rows.length > 0)
      await enqueue(rows.map((row) => ({ ...row, body: JSON.parse(row.body) as Record<string, string> })));
    return { jobs: rows.length, givenUp };
  };

/** Every clock: when it rings, and the verbs that it starts. */
export const SCHEDULE: Record<string, Record<string, Clock>> = {
  '* * * * *': { ...deliveryClocks.minute, ...repliesClocks.minute, ...lobbyingClocks.minute },
  '*/15 * * * *': {
    ...deliveryClocks.quarter,
    ...repliesClocks.quarter,
    ...legislatureClocks.quarter,
    ...apiClocks.quarter,
    ...lobbyingClocks.quarter,
    ...archiveClocks.quarter,
  },
  '0 11 * * *': {
    ...legislatureClocks.daily,
    ...filingsClocks.daily,
    ...staffClocks.daily,
    ...repliesClocks.daily,
    ...archiveClocks.daily,
  },
};

/**
 * Runs the verbs of one clock; a fault in one does not stop the others.
 * @param schedule may leave some out
 */
export const ringClock = async (
  world: World,
  cron: string,
  enqueue: Parameters<typeof resendJobs>[0],
  schedule: typeof SCHEDULE = SCHEDULE,
): Promise<void> => {
  // Half a network is nothing to act on.
  if (await isRestoring(world)) return;
  const clocks =
    cron === '* * * * *' ? { 'jobs.resend': resendJobs(enqueue), ...schedule[cron] } : (schedule[cron] ?? {});
  for (const [name, clock] of Object.entries(clocks)) {
    const began = world.clock.now();
    let counts: Record<string, number> = {};
    let problem: string | null = null;
    try {
      counts = await clock(world);
    } catch (error) {
      problem = error instanceof Error ? withheld(error.message) : 'unknown';
      world.log.fault('clock.failed', error, { name });
    }
    const took = world.clock.now() - began;
    if (problem || Object.values(counts).some((count) => count > 0))
      world.log.info('clock.ran', { name, took, ...counts });
    await world.db.record([change(upsertClockRun, { name, at: began, took, counts, problem })]);
  }
};
