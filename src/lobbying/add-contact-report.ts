import * as z from 'zod';
import { invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { unlessUnknown } from '../platform/unless-unknown.ts';
import { verb } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { contactActivity } from './contact-activity.ts';
import { confirmContactReport } from './confirm-contact-report.ts';
import { contactFields, known, WHEN_SPOKEN } from './contact-report-input.ts';
import { dayProblem } from './day-of-log.ts';
import { insertReport, lobbyistOf, regionOfMember, reportById } from './queries.ts';

/**
 * Adds a contact report that needs no draft: staff write it for a member or for themselves, a member fills in
 * the form of their own page. Confirmed at once, and in the log in the same commit.
 */
export const addContactReport = verb({
  name: 'contact_report.add',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'member'],
  input: z.strictObject({
    id: z.string().optional(),
    memberId: z.string().nullish(),
    alertId: z.string().nullish(),
    issueId: z.string().nullish(),
    ...contactFields,
  }),
  run: async (world, who, input) => {
    const now = world.clock.now();
    const wrongDay = await dayProblem(world, { onDate: input.onDate }, WHEN_SPOKEN);
    if (wrongDay) return wrongDay;
    const memberId = who.kind === 'member' ? who.id : (input.memberId ?? null);
    const region = regionOf(who);
    if (memberId) {
      const member = await world.db.first(regionOfMember, { memberId });
      if (!member || (region !== null && member.regionId !== region)) return missing('That member');
    } else if (region !== null)
      return invalid([{ field: 'memberId', message: 'Choose the member who spoke.' }]);
    const unknown = await known(world, input);
    if (unknown) return unknown;
    const id = input.id ?? world.ids.next();
    // A member mends a draft of theirs with the same form: it is confirmed, not written twice.
    const draft = who.kind === 'member' && input.id ? await world.db.first(reportById, { id }) : null;
    if (draft?.state === 'draft' && draft.memberId === who.id) {
      const { officialId, method, stance, onDate, note } = input;
      const billId = draft.billId ?? input.billId;
      return confirmContactReport(world, who, { id, officialId, billId, method, stance, onDate, note });
    }
    const staffId = memberId === null && who.kind === 'staff' ? who.id : null;
    const lobbyist = await world.db.first(lobbyistOf, { memberId, staffId, on: input.onDate });
    const contact = {
      reportId: id,
      memberId,
      staffId,
      officialId: input.officialId,
      billId: input.billId ?? null,
      issueId: input.issueId ?? null,
      alertId: input.alertId ?? null,
      method: input.method ?? null,
      onDate: input.onDate,
    };
    // Nothing is written for an id that is there: the same form, sent twice.
    const done = await unlessUnknown(
      world.db.commit({ who, action: 'contact_report.add', subject: { kind: 'contact_report', id } }, [
        must(insertReport, {
          ...contact,
          id,
          state: 'confirmed',
          lobbyistId: lobbyist?.id ?? null,
          replyId: null,
          replyNo: 0,
          confidence: null,
          stance: input.stance ?? null,
          note: input.note,
          door: who.kind === 'member' ? 'web' : 'staff',
          at: now,
          by: who.id,
          confirmedAt: now,
          confirmedBy: who.id,
        }),
        ...(await contactActivity(world, who, contact)),
      ]),
    );
    return done === 'unknown'
      ? invalid([
          {
            field: 'alertId',
            message: 'That alert or issue is not known here. Choose one from the list.',
          },
        ])
      : ok({ id });
  },
});
