import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { insertWindow } from './queries.ts';

/** From today on, how many days before an election an alert that names a candidate is held, and why so many. */
export const setCampaignWindow = verb({
  name: 'campaign_window.set',
  by: ['owner', 'director'],
  input: z.strictObject({
    organizationId: z.string().nullish(),
    days: z
      .int('Write the days as a whole number, such as 60.')
      .min(0, 'Days cannot be below zero.')
      .max(730, 'Two years, 730 days, is the most.'),
    scorecards: z.boolean().default(false),
    source: z
      .string()
      .trim()
      .min(5, 'Say who decided this and why: it is shown with every alert that is held.')
      .max(300),
  }),
  run: async (world, who, { organizationId, ...input }) => {
    const id = world.ids.next();
    const { zone } = await networkSettings(world);
    const now = world.clock.now();
    await world.db.commit(
      {
        who,
        action: 'campaign_window.set',
        subject: { kind: 'network', id: 'network' },
        detail: { days: input.days, scorecards: input.scorecards },
      },
      [
        change(insertWindow, {
          ...input,
          id,
          organizationId: organizationId ?? null,
          fromOn: localDate(now, zone),
          at: now,
          by: who.id,
        }),
      ],
    );
    return ok({ id });
  },
});
