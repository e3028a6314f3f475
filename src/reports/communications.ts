import * as z from 'zod';
import { addDays, instantOf, isDate } from '../platform/days.ts';
import { invalid, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { networkSettings } from '../staff/index.ts';
import { periodBefore, type Period } from './period.ts';
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
    const spanOf = (period: Period) => ({
      from: instantOf(period.from, '00:00', zone),
      to: instantOf(addDays(period.to, 1), '00:00', zone) - 1,
      regionId,
    });
    const earlier = periodBefore({ from, to });
    const [alerts, contacts, regions, alertsBefore, contactsBefore] = await Promise.all([
      world.db.all(alertsOfPeriod, spanOf({ from, to })),
      world.db.all(contactsByMethod, { from, to, regionId }),
      world.db.all(participation, spanOf({ from, to })),
      world.db.all(alertsOfPeriod, spanOf(earlier)),
      world.db.all(contactsByMethod, { ...earlier, regionId }),
    ]);
    return ok({
      from,
      to,
      alerts,
      contacts,
      regions,
      totals: totalsOf(alerts, contacts),
      /** The period just before, as long, in totals. */
      before: { ...earlier, sent: alertsBefore.length, totals: totalsOf(alertsBefore, contactsBefore) },
    });
  },
});

const totalsOf = (
  alerts: { texts: number; mails: number; answered: number }[],
  contacts: { count: number }[],
) => {
  const sum = <T>(list: T[], pick: (one: T) => number) => list.reduce((total, one) => total + pick(one), 0);
  return {
    texts: sum(alerts, (one) => one.texts),
    mails: sum(alerts, (one) => one.mails),
    answered: sum(alerts, (one) => one.answered),
    contacts: sum(contacts, (one) => one.count),
  };
};
