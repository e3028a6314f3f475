import {
  alertOf,
  stateAfter,
  stateInWords,
  statesFor,
  type Alert,
  type AlertChange,
} from '../alerts/index.ts';
import type { Done } from '../platform/db.ts';
import type { Job } from '../platform/outbox.ts';
import { conflict, missing, ok, type Result } from '../platform/problem.ts';
import { must, type Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { moveAlert } from './launch-queries.ts';

interface Move {
  change: AlertChange;
  /** What was asked for, in words: "be paused". */
  asked: string;
  ends?: boolean;
  changes?: Change[];
  jobs?: Job[];
}

/** Takes a launched alert from one state to another, with changes that belong to it; says so when it cannot. */
export const moved = async (
  world: World,
  who: Who,
  id: string,
  move: Move,
): Promise<Result<{ alert: Alert; done: Done[] }>> => {
  const alert = await alertOf(world, id);
  if (!alert) return missing('That alert');
  const to = stateAfter(alert.state, move.change);
  if (!to) return conflict(`This alert ${stateInWords(alert.state)} and cannot ${move.asked}.`);
  const done = await world.db.commit(
    {
      who,
      action: `alert.${move.change}`,
      subject: { kind: 'alert', id },
      detail: { from: alert.state, to },
    },
    [
      must(moveAlert, {
        id,
        from: statesFor(move.change),
        to,
        reason: null,
        closedAt: move.ends ? world.clock.now() : null,
      }),
      ...(move.changes ?? []),
    ],
    move.jobs,
  );
  if (!done)
    return conflict('Somebody else changed this alert a moment ago. Open it again to see how it stands.');
  return ok({ alert: { ...alert, state: to }, done: done.slice(1) });
};
