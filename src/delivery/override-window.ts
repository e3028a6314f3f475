import * as z from 'zod';
import { isDate, localDate } from '../platform/days.ts';
import { conflict, invalid, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { forgetHours } from './current-hours.ts';
import { DAYS, FEDERAL } from './hours.ts';
import { insertOverride } from './hours-queries.ts';
import { isState } from './state-names.ts';

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as 09:00.')
  .nullable();
const date = z.string().refine(isDate, 'Write the date as 2027-02-09.');

/**
 * Sets other hours than the network's own or a state's, by a named person with a reason: for all states, or for
 * one, whose own hours then no longer hold. Never wider than 8 am to 9 pm, the federal hours.
 * @returns ids of the rows, one for each kind of day
 */
export const overrideWindow = verb({
  name: 'window.override',
  by: ['owner', 'director'],
  input: z.strictObject({
    /** Two letters, or `*` for all. */
    state: z.string().refine((state) => state === '*' || isState(state), 'Choose a state, or all states.'),
    days: z.array(z.enum(DAYS)).min(1, 'Choose at least one kind of day.'),
    /** Both null: no texts at all on these days. */
    opens: time,
    closes: time,
    /** Today where it is left out. */
    fromOn: date.optional(),
    /** The last day; without one until somebody ends it. */
    toOn: date.nullable().default(null),
    reason: z
      .string()
      .trim()
      .min(10, 'Say why in a sentence: it is shown to whoever asks later.')
      .max(300, 'Keep the reason to 300 characters.'),
  }),
  async run(world, who, input) {
    const today = localDate(world.clock.now(), (await networkSettings(world)).zone);
    const { state, opens, closes, toOn, reason, fromOn = today } = input;
    const days = [...new Set(input.days)];
    const problems = [
      ...(opens !== null && opens < FEDERAL.opens
        ? [{ field: 'opens', message: 'Federal hours begin at 8 am. Choose 8 am or later.' }]
        : []),
      ...(closes !== null && closes > FEDERAL.closes
        ? [{ field: 'closes', message: 'Federal hours end at 9 pm. Choose 9 pm or earlier.' }]
        : []),
      ...((opens === null) !== (closes === null) || (opens !== null && closes !== null && opens >= closes)
        ? [{ field: 'closes', message: 'Texts must end after they begin. Give both times, or none.' }]
        : []),
      ...(fromOn < today ? [{ field: 'fromOn', message: 'This day is over. Begin today or later.' }] : []),
      ...(toOn !== null && toOn < fromOn
        ? [{ field: 'toOn', message: 'The last day comes before the first one.' }]
        : []),
    ];
    if (problems.length > 0) return invalid(problems);
    const rows = days.map((one) => ({ id: world.ids.next(), days: one }));
    const done = await world.db.commit(
      {
        who,
        action: 'window.override',
        subject: { kind: 'window', id: rows[0]?.id ?? '' },
        detail: { state, days, opens, closes, fromOn, toOn },
      },
      rows.map((row) =>
        must(insertOverride, { ...row, state, opens, closes, fromOn, toOn, by: who.id, reason }),
      ),
    );
    if (!done)
      return conflict(
        'Other hours are set for this state, these days and this time already. End those first.',
      );
    forgetHours(world);
    return ok({ ids: rows.map((row) => row.id) });
  },
});
