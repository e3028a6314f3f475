import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { alertOf } from './alert-of.ts';
import { mayApprove } from './approval.ts';
import { mayApproveOver } from './budget.ts';
import { approve, insertApproval } from './queries.ts';
import { previewOf } from './preview.ts';
import { mayPromise } from './promise.ts';
import { stateAfter, stateInWords } from './states.ts';

/**
 * Approves the words and the count of people that this person looked at. Of two approvals at once the second
 * is told so. Answers with the alert.
 */
export const approveAlert = verb({
  name: 'alert.approve',
  by: ['owner', 'director'],
  input: z.strictObject({
    id: z.string(),
    /** The wording's hash and the count of people as the page or the preview showed them. */
    hash: z.string('Approve what you read: send the hash that the preview shows.'),
    audienceCount: z.int('Approve what you saw: send the count of people that the preview shows.').min(0),
    /** Why an owner approves their own. */
    reason: z.string().trim().min(1).max(500, 'Keep the reason to 500 characters.').optional(),
    /** How many messages this person accepts to miss the deadline, as the forecast says. */
    acceptMissing: z.int().min(0).optional(),
    /** Why those who have had the messages of their week get this one all the same, and its nudges. */
    overBudget: z.string().trim().min(1).max(500, 'Keep the reason to 500 characters.').optional(),
  }),
  async run(world, who, input) {
    const alert = await alertOf(world, input.id);
    if (!alert) return missing('That alert');
    if (!stateAfter(alert.state, 'approve') || !alert.version)
      return conflict(
        alert.approval
          ? `${alert.approval.approvedByName ?? 'Somebody'} approved this alert before you. Nothing more is needed.`
          : `This alert ${stateInWords(alert.state)}. Only a proposed one can be approved.`,
      );
    const { selfApproval } = await networkSettings(world);
    const { people, forecast, week } = await previewOf(world, alert, input.overBudget ?? null);
    const allowed = mayApprove({
      approver: { id: who.id, isOwner: who.kind === 'staff' && who.role === 'owner' },
      proposedBy: alert.proposedBy,
      selfApproval,
      reason: input.reason ?? null,
      seen: { hash: input.hash, people: input.audienceCount },
      now: { hash: alert.version.hash, people },
    });
    if (!allowed.ok) return allowed;
    const promised = mayPromise(forecast, input.acceptMissing ?? 0);
    if (!promised.ok) return promised;
    const reached = mayApproveOver(week);
    if (!reached.ok) return reached;
    // Kept only where it lets somebody past.
    const overBudget = week?.over ? (input.overBudget ?? null) : null;

    const { own } = allowed.value;
    const done = await world.db.commit(
      {
        who,
        action: 'alert.approve',
        subject: { kind: 'alert', id: alert.id },
        detail: {
          revision: alert.revision,
          hash: alert.version.hash,
          people,
          own,
          reason: input.reason ?? null,
          missing: forecast.missing,
          overBudget,
          over: week?.over ?? 0,
        },
      },
      [
        must(approve, { id: alert.id, revision: alert.revision }),
        change(insertApproval, {
          id: world.ids.next(),
          alertId: alert.id,
          versionId: alert.version.id,
          hash: alert.version.hash,
          audienceCount: people,
          by: who.id,
          now: world.clock.now(),
          own,
          reason: input.reason ?? null,
          forecast: { ...forecast },
          overBudget,
        }),
      ],
    );
    if (!done)
      return conflict(
        'Somebody else approved or changed this alert a moment ago. Open it again to see how it stands.',
      );
    const approved = await alertOf(world, alert.id);
    return approved ? ok(approved) : missing('That alert');
  },
});
