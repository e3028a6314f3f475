import * as z from 'zod';
import { addDays, isDate, localDate, momentOf, weekday } from '../platform/days.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { conversationById, snooze } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

const MORNING = '09:00';
const FARTHEST_DAYS = 366;

/** The day that "tomorrow", "monday" or a day means. */
const dayOf = (until: string, today: string): string =>
  until === 'tomorrow' ? addDays(today, 1) : until === 'monday' ? addDays(today, 8 - weekday(today)) : until;

/**
 * Sets a thread aside until nine in the morning of a day, by the network's clock. It comes back by itself, and at
 * once when they write. Answers with the instant, in ms UTC.
 */
export const snoozeConversation = verb({
  name: 'inbox.snooze',
  by: INBOX_WRITERS,
  input: z.strictObject({ id: z.string(), until: z.string('Choose until when.').max(10) }),
  async run(world, who, { id, until }) {
    if (!(await world.db.first(conversationById, { id, regionId: null })))
      return missing('This conversation');
    const { zone } = await networkSettings(world);
    const today = localDate(world.clock.now(), zone);
    const date = dayOf(until, today);
    if (!isDate(date)) return invalid([{ field: 'until', message: 'Choose until when.' }]);
    if (date <= today || date > addDays(today, FARTHEST_DAYS))
      return invalid([{ field: 'until', message: 'Choose a day after today, within a year.' }]);
    const moment = momentOf(date, MORNING, zone);
    if (!moment.ok) return invalid([{ field: 'until', message: moment.reason }]);
    const done = await world.db.commit(
      { who, action: 'inbox.snooze', subject: { kind: 'conversation', id }, detail: { until: date } },
      [must(snooze, { id, until: moment.at })],
    );
    return done
      ? ok({ until: moment.at })
      : conflict('This conversation is put away, or set aside until then.');
  },
});

/** Brings a thread that was set aside back at once. */
export const wakeConversation = verb({
  name: 'inbox.wake',
  by: INBOX_WRITERS,
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    if (!(await world.db.first(conversationById, { id, regionId: null })))
      return missing('This conversation');
    const done = await world.db.commit({ who, action: 'inbox.wake', subject: { kind: 'conversation', id } }, [
      must(snooze, { id, until: null }),
    ]);
    return done ? ok({ id }) : conflict('This conversation is not set aside any more.');
  },
});
