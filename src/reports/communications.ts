import * as z from 'zod';
import { addDays, instantOf, isDate } from '../platform/days.ts';
import { invalid, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { networkSettings } from '../staff/index.ts';
import { alertsOfPeriod, contactsByMethod, participation } from './queries.ts';

const day = z.string().refine(isDate, 'Write the date as year-month-day, for example 2027-02-09.');

/**
 * What a board asks: how many communications went out and by which method, who took part, which contacts came
 * of it. Counts only, no names; a regional president sees those of their region. @param from local dates, both included
 */
export const communications = view({
  name: 'report.communications',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'board'],
  input: z.strictObject({ from: day, to: day }),
  run: async (world, who, { from, to }) => {
    if (from > to) return invalid([{ field: 'to', message: 'The period ends before it begins.' }]);
    const { zone } = await networkSettings(world);
    const regionId = regionOf(who);
    const span = { from: instantOf(from, '00:00', zone), to: instantOf(addDays(to, 1), '00:00', zone) - 1 };
    const [alerts, contacts, regions] = await Promise.all([
      world.db.all(alertsOfPeriod, { ...span, regionId }),
      world.db.all(contactsByMethod, { from, to, regionId }),
      world.db.all(participation, { ...span, regionId }),
    ]);
    const sum = (pick: (alert: (typeof alerts)[number]) => number) =>
      alerts.reduce((total, alert) => total + pick(alert), 0);
    return ok({
      from,
      to,
      alerts,
      contacts,
      regions,
      totals: {
        texts: sum((one) => one.texts),
        mails: sum((one) => one.mails),
        answered: sum((one) => one.answered),
        contacts: contacts.reduce((total, one) => total + one.count, 0),
      },
    });
  },
});
