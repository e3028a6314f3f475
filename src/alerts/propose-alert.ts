import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { alertOf } from './alert-of.ts';
import { composeWording, wordingHash } from './compose.ts';
import { mayPromise } from './promise.ts';
import { previewOf } from './preview.ts';
import { freezeWording, propose } from './queries.ts';
import { stateAfter, stateInWords } from './states.ts';

/**
 * Puts a finished draft before its approvers: the words are composed and frozen with their hash, and the
 * approvers are told. Answers with the alert.
 */
export const proposeAlert = verb({
  name: 'alert.propose',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    id: z.string(),
    /** The revision that the person had before them; the current one where it is left out. */
    revision: z.int().optional(),
  }),
  async run(world, who, { id, revision }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    if (!stateAfter(alert.state, 'propose'))
      return conflict(`This alert ${stateInWords(alert.state)}. Only a draft can be put up for approval.`);
    if (revision !== undefined && revision !== alert.revision)
      return conflict(
        'Somebody else changed this alert since you opened it. Look at it again, then ask for approval.',
      );
    const { problems, forecast } = await previewOf(world, alert);
    if (problems.length > 0) return invalid(problems, 'This alert is not finished.');
    // That some would miss the deadline is for the approver to weigh; that all would, for nobody.
    const promised = mayPromise(forecast, Infinity);
    if (!promised.ok) return promised;

    const wording = composeWording(alert, await networkSettings(world));
    const hash = await wordingHash(wording);
    const now = world.clock.now();
    const done = await world.db.commit(
      {
        who,
        action: 'alert.propose',
        subject: { kind: 'alert', id },
        detail: { revision: alert.revision, hash },
      },
      [
        must(propose, { id, revision: alert.revision, now, by: who.id }),
        change(freezeWording, {
          id: world.ids.next(),
          alertId: id,
          revision: alert.revision,
          ...wording,
          hash,
          now,
        }),
      ],
      [{ kind: 'alert.proposed', body: { alertId: id } }],
    );
    if (!done)
      return conflict('Somebody else changed or proposed this alert a moment ago. Look at it again.');
    const proposed = await alertOf(world, id);
    return proposed ? ok(proposed) : missing('That alert');
  },
});
