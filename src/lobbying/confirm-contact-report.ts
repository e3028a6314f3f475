import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { contactActivity } from './contact-activity.ts';
import { contactFields, known, WHEN_SPOKEN } from './contact-report-input.ts';
import { dayProblem } from './day-of-log.ts';
import { confirmReport, reportById } from './queries.ts';

/**
 * A draft becomes a contact report and a line of the log, in one commit. Fields left out stay as the draft has
 * them; an official must be known by then.
 */
export const confirmContactReport = verb({
  name: 'contact_report.confirm',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'member'],
  input: z.strictObject({ id: z.string(), ...z.object(contactFields).partial().shape }),
  run: async (world, who, { id, ...fixed }) => {
    const draft = await world.db.first(reportById, { id });
    const region = regionOf(who);
    if (
      !draft ||
      (region !== null && draft.regionId !== region) ||
      (who.kind === 'member' && draft.memberId !== who.id)
    ) {
      return missing('That contact report');
    }
    const officialId = fixed.officialId ?? draft.officialId;
    if (!officialId) return invalid([{ field: 'officialId', message: 'Choose the official.' }]);
    const wrongDay = await dayProblem(world, { onDate: fixed.onDate }, WHEN_SPOKEN);
    if (wrongDay) return wrongDay;
    const unknown = await known(world, { officialId, billId: fixed.billId });
    if (unknown) return unknown;
    const report = {
      id,
      officialId,
      billId: fixed.billId === undefined ? draft.billId : fixed.billId,
      method: fixed.method === undefined ? draft.method : fixed.method,
      stance: fixed.stance === undefined ? draft.stance : fixed.stance,
      onDate: fixed.onDate ?? draft.onDate,
      note: fixed.note || draft.note,
    };
    const done = await world.db.commit(
      {
        who,
        action: 'contact_report.confirm',
        subject: { kind: 'contact_report', id },
        detail: { officialId },
      },
      [
        must(confirmReport, { ...report, at: world.clock.now(), by: who.id }),
        ...(await contactActivity(world, who, {
          reportId: id,
          memberId: draft.memberId,
          staffId: null,
          officialId,
          billId: report.billId,
          issueId: draft.issueId,
          alertId: draft.alertId,
          method: report.method,
          onDate: report.onDate,
        })),
      ],
    );
    return done ? ok({ id }) : conflict('This report was confirmed or put away already.');
  },
});
