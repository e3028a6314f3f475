import type { World } from '../platform/world.ts';
import { calendarOf, type CalendarEvent } from './calendar.ts';
import type { OpenPage } from './member-page.ts';
import { nextHearing } from './member-queries.ts';

const HOUR_MINUTES = 60;

/** What of an alert can still go into a calendar: its deadline, and the next hearing of its bill. */
export const eventsOf = async (world: World, { alert, state }: OpenPage): Promise<CalendarEvent[]> => {
  const now = world.clock.now();
  const hearing = alert.billId ? await world.db.first(nextHearing, { billId: alert.billId, now }) : null;
  const events: CalendarEvent[] = [];
  if (state === 'open' && alert.deadlineAt !== null)
    events.push({
      uid: `deadline-${alert.id}@call-of-the-house`,
      startsAt: alert.deadlineAt - HOUR_MINUTES * 60_000,
      minutes: HOUR_MINUTES,
      title: `Answer by then: ${alert.title}`,
      // Calendars are seen by others, so the link of the page is not in them.
      text: 'Open the link in the text or email you got, or reply to it.',
    });
  if (hearing)
    events.push({
      uid: `hearing-${hearing.id}@call-of-the-house`,
      startsAt: hearing.at,
      minutes: HOUR_MINUTES,
      title: `${hearing.billNumber}: hearing`,
      text: hearing.note ?? '',
      place: hearing.committee,
    });
  return events;
};

/** The calendar file of a member's page, or null where nothing is still to come. */
export const calendarFor = async (world: World, page: OpenPage): Promise<string | null> => {
  const events = await eventsOf(world, page);
  return events.length > 0 ? calendarOf(events, world.clock.now()) : null;
};
