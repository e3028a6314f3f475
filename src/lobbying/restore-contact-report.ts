import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { reportById, restoreReport } from './queries.ts';

/** Takes back that a draft was put away: it waits again. */
export const restoreContactReport = verb({
  name: 'contact_report.restore',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const report = await world.db.first(reportById, { id });
    const region = regionOf(who);
    if (!report || (region !== null && report.regionId !== region)) return missing('That contact report');
    const done = await world.db.commit(
      { who, action: 'contact_report.restore', subject: { kind: 'contact_report', id } },
      [must(restoreReport, { id })],
    );
    return done ? ok({ id }) : conflict('This report is not put away any more.');
  },
});
