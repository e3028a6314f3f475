import * as z from 'zod';
import { addDays, instantOf, isDate } from '../platform/days.ts';
import { invalid, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { networkSettings } from '../staff/index.ts';
import { periodBefore } from './period.ts';
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
    const earlier = periodBefore({ from, to });
    const start = (date: string) => instantOf(date, '00:00', zone);
    const until = instantOf(addDays(to, 1), '00:00', zone) - 1;
    const [launched, methods, people] = await Promise.all([
      world.db.all(alertsOfPeriod, { from: start(earlier.from), to: until, regionId }),
      world.db.all(contactsByMethod, { from: earlier.from, since: from, to, regionId }),
      world.db.all(participation, { from: start(from), to: until, regionId }),
    ]);
    const alerts = launched.filter(({ launchedAt }) => launchedAt >= start(from));
    const alertsBefore = launched.filter(({ launchedAt }) => launchedAt < start(from));
    const methodsOf = (late: number) =>
      methods
        .filter((one) => one.late === late)
        .map(({ method, count, officials }) => ({ method, count, officials }));
    const contacts = methodsOf(1);
    const by = (group: (typeof people)[number]['group']) =>
      people
        .filter((one) => one.group === group)
        .map(({ name, members, answered }) => ({ name, members, answered }));
    return ok({
      from,
      to,
      alerts,
      contacts,
      regions: by('region').map(({ name, ...one }) => ({ region: name, ...one })),
      /** Members who answered at least one alert of the period, by what else they are. */
      kinds: by('kind'),
      classes: by('class'),
      /** By the organization they belong to, partners in a coalition included. */
      organizations: by('organization'),
      totals: totalsOf(alerts, contacts),
      /** The period just before, as long, in totals. */
      before: { ...earlier, sent: alertsBefore.length, totals: totalsOf(alertsBefore, methodsOf(0)) },
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
