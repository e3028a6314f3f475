import * as z from 'zod';
import {
  alertOf,
  audienceGrew,
  deadlineOf,
  previewOf,
  stateAfter,
  stateInWords,
  statesFor,
} from '../alerts/index.ts';
import { conflict, missing, ok, refused } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { startSending } from './launch-queries.ts';
import { planRound } from './launch-round.ts';
import { enqueuePages } from './pages-of.ts';
import { tallyOf } from './tally-of.ts';

/** The most people that an approval of so many still covers. */
const mostCovered = (approved: number): number => {
  let most = approved;
  while (!audienceGrew(approved, most + 1)) most += 1;
  return most;
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
  }),
  async run(world, who, { id, revision }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    if (!stateAfter(alert.state, 'launch'))
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
      return refused(
        'deadline',
        'The deadline has passed, so nobody would get this in time. Set a later one.',
      );
    const forbidden = await world.launchGuard.check(world, id);
    if (forbidden) return refused(forbidden.rule, forbidden.message);

    const segments = (await previewOf(world, alert)).sms?.segments ?? 1;
    const plan = await planRound(world, alert, {
      sourceKind: 'alert',
      round: 0,
      audience: alert.audience,
      wording: version,
      segments,
      deadlineAt,
    });
    const done = await world.db.commit(
      {
        who,
        action: 'alert.launch',
        subject: { kind: 'alert', id },
        detail: { revision: alert.revision, hash: version.hash, approved: approval.audienceCount },
      },
      [
        ...plan.changes,
        must(startSending, {
          id,
          revision: alert.revision,
          states: statesFor('launch'),
          most: mostCovered(approval.audienceCount),
          by: who.id,
          now,
        }),
      ],
    );
    if (!done) return lostLaunch((await alertOf(world, id))?.state === alert.state);

    await enqueuePages(world, plan.pagesOf(done));
    return ok(await tallyOf(world, id));
  },
});

/** Nothing was written: the audience grew when the alert is still as it was, else somebody was first. */
const lostLaunch = (unchanged: boolean) =>
  unchanged
    ? refused(
        'audience-grew',
        'The audience has more people than were approved: over 2 percent or 5 people more. Look at the preview and have it approved again.',
      )
    : conflict('Somebody else sent or changed this alert a moment ago. Open it again to see how it stands.');
