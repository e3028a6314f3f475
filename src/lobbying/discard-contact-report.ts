import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { discardReport, reportById } from './queries.ts';

/** Puts a draft away: nobody spoke with an official after all. */
export const discardContactReport = verb({
  name: 'contact_report.discard',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'member'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const draft = await world.db.first(reportById, { id });
    const region = regionOf(who);
    if (
      !draft ||
      (region !== null && draft.regionId !== region) ||
      (who.kind === 'member' && draft.memberId !== who.id)
    ) {
      return missing('That contact report');
    }
    const done = await world.db.commit(
      { who, action: 'contact_report.discard', subject: { kind: 'contact_report', id } },
      [must(discardReport, { id, at: world.clock.now(), by: who.id })],
    );
    return done ? ok({ id }) : conflict('This report was confirmed or put away already.');
  },
});
