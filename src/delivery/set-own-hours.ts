import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { currentHours } from './current-hours.ts';
import { ownHoursRow, setOwnHoursOf } from './hours-queries.ts';
import { ownHoursProblem } from './own-hours.ts';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 09:00.')
  .nullable();
/** How a member told the staff. */
export const WISHES = ['call', 'email', 'text', 'in person'] as const;

/**
 * Sets between which hours of their own clock a member gets texts that nobody waits for; both null: the network's.
 * A member sets their own; staff set them as the member wished, and say how the member said so.
 */
export const setOwnHours = verb({
  name: 'member.set_hours',
  by: ['owner', 'director', 'staff', 'member'],
  input: z.strictObject({
    id: z.string(),
    opens: time,
    closes: time,
    saidBy: z.enum(WISHES, 'Say how the member told you.').nullable().default(null),
  }),
  async run(world, who, { id, opens, closes, saidBy }) {
    const member =
      who.kind === 'member' && who.id !== id
        ? null
        : await world.db.first(ownHoursRow, { id, regionId: null });
    if (!member) return missing('This member');
    if (who.kind === 'staff' && saidBy === null)
      return invalid([{ field: 'saidBy', message: 'Say how the member told you.' }]);
    if ((opens === null) !== (closes === null))
      return invalid([
        { field: opens === null ? 'opens' : 'closes', message: 'Give both times, or neither.' },
      ]);
    if (opens !== null && closes !== null) {
      const now = world.clock.now();
      const problem = ownHoursProblem(
        await currentHours(world),
        { state: member.state, zones: JSON.parse(member.zones) as string[] },
        { opens, closes },
        { now, today: localDate(now, (await networkSettings(world)).zone) },
      );
      if (problem) return invalid([problem]);
    }
    const done = await world.db.commit(
      {
        who,
        action: 'member.set_hours',
        subject: { kind: 'member', id },
        detail: { opens, closes, ...(saidBy && { saidBy }) },
      },
      [must(setOwnHoursOf, { id, opens, closes, now: world.clock.now() })],
    );
    return done ? ok({ id }) : conflict('Somebody has just erased this member.');
  },
});
