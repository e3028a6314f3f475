import * as z from 'zod';
import { segmentMicros } from '../delivery/index.ts';
import { localDate } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { activityChanges } from './activity-changes.ts';
import { alertCost } from './alert-cost.ts';
import { messageWords } from './message-words.ts';
import { closedAlert, insertExpense, measureAlert } from './queries.ts';

/**
 * A closed alert becomes two drafts of the log: the solicitation of members, with the frozen reach, and its
 * message cost; for the tax rules the calls to action are read off the wording. Mississippi reports the cost of asking others in a category of its own (5-8-9, e); the Montana
 * category is left to a person. An alert that went out by email alone cost nothing to send. Safe twice: one of each
 * for an alert.
 */
export const logClosedAlert = verb({
  name: 'alert.log',
  by: ['system'],
  input: z.strictObject({ alertId: z.string() }),
  run: async (world, who, { alertId }) => {
    const alert = await world.db.first(closedAlert, { alertId });
    if (!alert?.launchedAt) return missing('That alert');
    if (alert.kind !== 'action') return ok({ logged: false });
    const [measured, rate, { zone }] = await Promise.all([
      world.db.first(measureAlert, { alertId, organizationId: alert.organizationId }),
      segmentMicros(world),
      networkSettings(world),
    ]);
    if (!measured) return missing('That alert');
    const on = localDate(alert.launchedAt, zone);
    const now = world.clock.now();
    const activityId = world.ids.next();
    const cost = alertCost(measured, rate ?? 0);
    const words = messageWords(alert.words);
    const done = await world.db.commit(
      {
        who,
        action: 'alert.log',
        subject: { kind: 'alert', id: alertId },
        detail: { amountCents: cost.amountCents, members: measured.members },
      },
      [
        ...(await activityChanges(world, {
          id: activityId,
          organizationId: alert.organizationId,
          onDate: on,
          personKind: 'none',
          lobbyistId: null,
          staffId: null,
          memberId: null,
          kind: 'solicitation_of_members',
          method: measured.texts > 0 ? 'sms' : 'email',
          officialId: null,
          billId: alert.billId,
          issueId: alert.issueId,
          position: alert.position,
          minutes: null,
          directedBy: 'client',
          reachMembers: measured.members,
          reachNonMembers: measured.nonMembers,
          contactReportId: null,
          alertId,
          callsToAction: words.calls,
          specificLegislation: alert.billId !== null || words.specificLegislation,
          reflectsView: alert.position !== null || words.reflectsView || null,
          asksNonMembers: words.asksNonMembers || null,
          door: 'alert',
          state: 'draft',
          note: alert.title,
          at: now,
          by: who.id,
        })),
        ...(measured.texts === 0
          ? []
          : [
              change(insertExpense, {
                id: world.ids.next(),
                organizationId: alert.organizationId,
                incurredOn: on,
                paidOn: null,
                amountCents: cost.amountCents,
                payee: 'Text message carrier',
                payeeAddress: null,
                purpose: `Text messages: ${alert.title}`,
                mtCategory: null,
                msCategory: 'e',
                lobbyistId: null,
                officialId: null,
                place: null,
                billId: alert.billId,
                alertId,
                personalLiving: false,
                estimated: cost.estimated,
                state: 'draft',
                at: now,
                by: who.id,
              }),
            ]),
      ],
    );
    return ok({ logged: done !== null });
  },
});
