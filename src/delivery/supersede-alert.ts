import * as z from 'zod';
import { alertOf, beginSuccessor, stateAfter, stateInWords, successorOf } from '../alerts/index.ts';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { moveAlert } from './launch-queries.ts';

/**
 * Begins a new version of an alert that is out ("the vote moved to 3 pm"): a draft in the same words, that
 * goes through approval like any. The old one, if it is still going out, is paused meanwhile; it ends when the
 * new one is launched, and goes on when the draft is discarded and a person resumes it.
 * @returns the draft's id, and whether the old alert was paused for it
 */
export const supersedeAlert = verb({
  name: 'alert.supersede',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string(),
    /** Id for the draft: the same one sent twice begins it once. */
    draftId: z.ulid().optional(),
  }),
  async run(world, who, { id, draftId = world.ids.next() }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    const begun = await alertOf(world, draftId);
    if (begun?.supersedes === id)
      return ok({ id: draftId, supersedes: id, paused: alert.state === 'paused' });
    if (!stateAfter(alert.state, 'supersede'))
      return conflict(`This alert ${stateInWords(alert.state)}. Draft a new one instead.`);
    const paused = alert.state === 'sending';
    const done = await world.db.commit(
      {
        who,
        action: 'alert.supersede',
        subject: { kind: 'alert', id },
        detail: { from: alert.state, draftId, paused },
      },
      [
        ...beginSuccessor(alert, { id: draftId, by: who.id, now: world.clock.now() }, world.ids),
        ...(paused
          ? [must(moveAlert, { id, from: ['sending'], to: 'paused', reason: null, closedAt: null })]
          : []),
      ],
    );
    if (done) return ok({ id: draftId, supersedes: id, paused });
    const other = await successorOf(world, id);
    return conflict(
      other
        ? `${other.byName ?? 'Somebody'} has begun a new version of this alert already. Work on that one, or discard it first.`
        : 'Somebody else changed this alert a moment ago. Open it again to see how it stands.',
    );
  },
});
