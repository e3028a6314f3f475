import type { Problem } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { dueStarts, lastStart, unscheduleStart } from './control-queries.ts';
import { launch } from './launch-alert.ts';

/** A clock that comes later than this starts nothing: the hour was chosen for a reason, so a person decides. */
const LATE_MS = 15 * 60_000;
const CLOCK: Who = { kind: 'clock', id: 'delivery.start' };

/** Whether a scheduled alert has missed its time, so that only a person may still send it. */
export const isLate = (alert: { state: string; scheduledAt: number | null }, now: number): boolean =>
  alert.state === 'scheduled' && alert.scheduledAt !== null && alert.scheduledAt < now - LATE_MS;

/**
 * Starts the scheduled alerts whose time has come, once however often the clock rings, with every check of a
 * person's launch. What a rule refuses goes back to approved, with the reason in the journal.
 */
export const startScheduled = async (world: World): Promise<Record<string, number>> => {
  const now = world.clock.now();
  const due = await world.db.all(dueStarts, { now });
  const counts = { started: 0, refused: 0, late: 0 };
  for (const { id, revision, scheduledAt, scheduledBy } of due) {
    if (isLate({ state: 'scheduled', scheduledAt }, now)) {
      counts.late += 1;
      continue;
    }
    try {
      const result = await launch(world, CLOCK, {
        id,
        revision,
        start: { at: scheduledAt, by: scheduledBy ?? CLOCK.id },
      });
      if (result.ok) counts.started += 1;
      // A conflict: a person sent, edited or called it off a moment ago, and their word stands.
      else if (result.problem.kind !== 'conflict') {
        counts.refused += 1;
        await notStarted(world, { id, at: scheduledAt }, result.problem);
      }
    } catch (error) {
      world.log.fault('alert.not_started', error, { id });
    }
  }
  return counts;
};

const notStarted = (world: World, start: { id: string; at: number }, problem: Problem) =>
  world.db.commit(
    {
      who: CLOCK,
      action: 'alert.not_started',
      subject: { kind: 'alert', id: start.id },
      detail: { at: start.at, rule: problem.rule ?? problem.kind, message: problem.message },
    },
    [must(unscheduleStart, start)],
  );

/** Why the clock did not start an alert when it last tried, or null where nothing of it stands since. `at` in ms UTC. */
export const startRefused = async (
  world: World,
  id: string,
): Promise<{ at: number; message: string } | null> => {
  const row = await world.db.first(lastStart, { id });
  if (row?.action !== 'alert.not_started') return null;
  return JSON.parse(row.detail) as { at: number; message: string };
};
