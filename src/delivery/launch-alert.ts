import * as z from 'zod';
import {
  alertOf,
  audienceGrew,
  deadlineOf,
  mayPromise,
  mayReach,
  previewOf,
  stateInWords,
  statesFor,
  type AlertState,
} from '../alerts/index.ts';
import { conflict, missing, ok, refused, type Result } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { endingOf } from './end-superseded.ts';
import { startSending } from './launch-queries.ts';
import { planRound } from './launch-round.ts';
import { enqueuePages } from './pages-of.ts';
import { tallyOf, type Tally } from './tally-of.ts';

/** The most people that an approval of so many still covers. */
const mostCovered = (approved: number): number => {
  let most = approved;
  while (!audienceGrew(approved, most + 1)) most += 1;
  return most;
};

interface Launch {
  id: string;
  revision?: number;
  /** How many messages the person accepts to miss the deadline, beyond those accepted with the approval. */
  acceptMissing?: number;
  /** Set where the clock starts it: for which moment, and who said so. ms UTC */
  start?: { at: number; by: string };
}

/**
 * Sends an approved alert, for a person or for the clock, with the same checks: it may be launched, its words
 * are those approved, its deadline is ahead, no rule forbids it, and the audience has not grown. Ends the alert
 * that it takes the place of in the same commit.
 */
export const launch = async (
  world: World,
  who: Who,
  { id, revision, acceptMissing, start }: Launch,
): Promise<Result<Tally>> => {
  const alert = await alertOf(world, id);
  if (!alert) return missing('That alert');
  const states: AlertState[] = start ? ['scheduled'] : statesFor('launch');
  if (!states.includes(alert.state))
    return conflict(
      `This alert ${stateInWords(alert.state)}. ${alert.state === 'draft' || alert.state === 'proposed' ? 'It has to be approved before it is sent.' : 'It cannot be sent again.'}`,
    );
  if (revision !== undefined && revision !== alert.revision)
    return conflict('Somebody else changed this alert since you opened it. Look at it again.');
  const { approval, version } = alert;
  if (!approval || !version || approval.hash !== version.hash)
    return refused('approval', 'The words were not approved as they stand. Propose the alert again.');
  const now = world.clock.now();
  const deadlineAt = deadlineOf(alert, now);
  if (deadlineAt <= now)
    return refused('deadline', 'The deadline has passed, so nobody would get this in time. Set a later one.');
  const forbidden = await world.launchGuard.check(world, id);
  if (forbidden) return refused(forbidden.rule, forbidden.message);

  const { sms, forecast, week } = await previewOf(world, alert);
  // The clock sends what a person has ordered for this hour; what comes too late is reported then.
  const promised = mayPromise(
    forecast,
    start ? Infinity : Math.max(acceptMissing ?? 0, approval.forecast?.missing ?? 0),
  );
  if (!promised.ok) return promised;
  const reached = mayReach(week);
  if (!reached.ok) return reached;
  const segments = sms?.segments ?? 1;
  const [plan, ending] = await Promise.all([
    planRound(world, alert, {
      sourceKind: 'alert',
      round: 0,
      audience: alert.audience,
      wording: version,
      segments,
      deadlineAt,
    }),
    endingOf(world, alert),
  ]);
  const done = await world.db.commit(
    [
      {
        who,
        action: 'alert.launch',
        subject: { kind: 'alert', id },
        detail: {
          revision: alert.revision,
          hash: version.hash,
          approved: approval.audienceCount,
          ...(start ? { scheduledBy: start.by, scheduledAt: start.at } : {}),
        },
      },
      ...ending.entries(who),
    ],
    [
      ...plan.changes,
      must(startSending, {
        id,
        revision: alert.revision,
        states,
        most: mostCovered(approval.audienceCount),
        by: start?.by ?? who.id,
        scheduledAt: start?.at ?? null,
        now,
      }),
      ...ending.changes,
    ],
    ending.jobs,
  );
  if (!done) {
    const after = await alertOf(world, id);
    const unchanged =
      after?.state === alert.state &&
      after.revision === alert.revision &&
      (!start || after.scheduledAt === start.at);
    const room = unchanged ? mayReach((await previewOf(world, after)).week) : reached;
    return room.ok ? lostLaunch(unchanged) : room;
  }
  await enqueuePages(world, plan.pagesOf(done));
  return ok(await tallyOf(world, id));
};

/**
 * Sends an approved alert: writes down one delivery for everybody meant, the excluded with their reason, and
 * hands them to the queue. Of two launches at once one sends. Answers with the tally.
 */
export const launchAlert = verb({
  name: 'alert.launch',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string(),
    /** The revision that the person had before them; the current one where it is left out. */
    revision: z.int().optional(),
    /** How many messages may miss the deadline, where more would than the approver accepted. */
    acceptMissing: z.int().min(0).optional(),
  }),
  run: launch,
});

/** Nothing was written: the audience grew when the alert is still as it was, else somebody was first. */
const lostLaunch = (unchanged: boolean) =>
  unchanged
    ? refused(
        'audience-grew',
        'The audience has more people than were approved: over 2 percent or 5 people more. Look at the preview and have it approved again.',
      )
    : conflict('Somebody else sent or changed this alert a moment ago. Open it again to see how it stands.');
