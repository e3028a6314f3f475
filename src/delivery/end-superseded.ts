import { alertOf, stateAfter, statesFor, type Alert } from '../alerts/index.ts';
import type { Entry } from '../platform/journal.ts';
import type { Job } from '../platform/outbox.ts';
import { change, type Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { endSuperseded } from './control-queries.ts';
import { callOff, callOffTally } from './launch-queries.ts';

interface Ending {
  changes: Change[];
  jobs: Job[];
  entries(who: Who): Entry[];
}

/** What the launch of an alert does to the one it takes the place of: nothing where there is none. */
export const endingOf = async (world: World, alert: Alert): Promise<Ending> => {
  const old = alert.supersedes ? await alertOf(world, alert.supersedes) : null;
  if (!old) return { changes: [], jobs: [], entries: () => [] };
  const live = stateAfter(old.state, 'supersede') !== null;
  const now = world.clock.now();
  return {
    changes: [
      change(endSuperseded, { id: old.id, by: alert.id, states: statesFor('supersede'), now }),
      change(callOffTally, { alertId: old.id }),
      change(callOff, { alertId: old.id, reason: 'superseded', now }),
    ],
    jobs: live ? [{ kind: 'alert.closed', body: { alertId: old.id } }] : [],
    entries: (who) => [
      {
        who,
        action: 'alert.superseded',
        subject: { kind: 'alert', id: old.id },
        detail: { from: old.state, by: alert.id },
      },
    ],
  };
};
