import * as z from 'zod';
import { localDate, yearOf, type LocalDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { year } from './calculators/calculator.ts';
import { listObligations, type ObligationView } from './list-obligations.ts';
import { daysWithin } from './queries.ts';
import { REGIMES } from './regimes/index.ts';
import { whyMoved } from './why-moved.ts';

/** A report with its three dates and why they differ. */
export interface DueDateView extends ObligationView {
  why: string | null;
}

/** Every report that is due in a year, owed or not so far, with the day the law names, the day it is met on, our own, and why. */
export const listDueDates = view({
  name: 'obligation.dates',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ year: year.nullish(), regime: z.string().nullish() }),
  run: async (world, who, { year: asked, regime }) => {
    const { zone } = await networkSettings(world);
    const today: LocalDate = localDate(world.clock.now(), zone);
    const of = asked ?? yearOf(today);
    const list = await listObligations(world, who, { from: `${of}-01-01`, to: `${of}-12-31`, limit: 200 });
    if (!list.ok) return list;
    const here = REGIMES.filter((one) => list.value.data.some((report) => report.regime === one.id));
    const closed = new Map(
      await Promise.all(
        [...new Set(here.map((one) => one.jurisdiction))].map(async (jurisdiction) => {
          // A report of December may be named for a day of the year before.
          const days = await world.db.all(daysWithin, {
            jurisdiction,
            from: `${of - 1}-12-01`,
            to: `${of + 1}-01-31`,
          });
          const holidays = days.filter((one) => one.kind === 'holiday');
          return [jurisdiction, new Map(holidays.map((one) => [one.onDate, one.name]))] as const;
        }),
      ),
    );
    const holidaysOf = (id: string) =>
      closed.get(here.find((one) => one.id === id)?.jurisdiction ?? '') ?? new Map<string, string>();
    return ok({
      year: of,
      today,
      regimes: here.map(({ id, name }) => ({ id, name })),
      data: list.value.data
        .filter((one) => !regime || one.regime === regime)
        .map((one): DueDateView => ({
          ...one,
          why: whyMoved({ statutory: one.statutoryDueOn, shifted: one.dueOn }, holidaysOf(one.regime)),
        })),
    });
  },
});
