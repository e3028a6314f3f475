import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { networkSettings } from '../staff/index.ts';
import { currentHours } from './current-hours.ts';
import { ownHoursRow } from './hours-queries.ts';
import { widestAt } from './own-hours.ts';

/**
 * Between which hours a member gets texts.
 * @returns their own hours, "HH:MM" or both null, and `within`: those in which texts may go where they are
 */
export const showOwnHours = view({
  name: 'member.show_hours',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'member'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const row =
      who.kind === 'member' && who.id !== id
        ? null
        : await world.db.first(ownHoursRow, { id, regionId: regionOf(who) });
    if (!row) return missing('This member');
    const today = localDate(world.clock.now(), (await networkSettings(world)).zone);
    const { opens, closes, state } = row;
    return ok({ opens, closes, within: widestAt(await currentHours(world), { state }, today) });
  },
});
