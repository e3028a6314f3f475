import { Hono } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { health } from './queries.ts';

const LATE_MS = 10 * 60_000;

export const healthRoutes = new Hono<AppEnv>();

/** For a monitor: 200 while the database answers and nothing is ten minutes late; 503 otherwise. No personal data. */
healthRoutes.get('/healthz', async (c) => {
  const { world } = c.var;
  const now = world.clock.now();
  try {
    const row = await world.db.first(health, { now });
    const age = (at: number | null | undefined) => (at == null ? null : Math.round((now - at) / 1000));
    const seconds = {
      oldestDue: age(row?.oldestDueAt),
      oldestJob: age(row?.oldestJobAt),
      oldestReply: age(row?.oldestReplyAt),
      lastClock: age(row?.lastClockAt),
    };
    const late = [row?.oldestJobAt, row?.oldestReplyAt].some((at) => at != null && now - at > LATE_MS);
    return c.json(
      { database: 'reachable', late, seconds, deadLetters: row?.deadLetters ?? 0 },
      late ? 503 : 200,
    );
  } catch (error) {
    world.log.fault('health.failed', error);
    return c.json({ database: 'unreachable' }, 503);
  }
});
