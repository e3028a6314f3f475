import { listObligations } from '../filings/index.ts';
import { committeeName } from '../legislature/index.ts';
import { addDays, localDate, showDay } from '../platform/days.ts';
import { sha256 } from '../platform/tokens.ts';
import type { Role } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { calendarOf, type CalendarEvent } from './calendar.ts';
import { feedByHash, feedHearings, feedReports } from './feed-queries.ts';

const PAST_DAYS = 30;
const DAY_MS = 86_400_000;
const HEARING_MINUTES = 60;

const OUR_POSITION: Record<string, string> = {
  support: 'We support it.',
  oppose: 'We oppose it.',
  amend: 'We ask for amendments.',
};

/** Whether a role reads what falls due, as `listObligations` has it. */
const readsReports = (role: Role): boolean => (listObligations.by as readonly string[]).includes(role);

/**
 * The calendar that an address opens: hearings, and for those who read the filings the reports to file with our own day
 * and the office's; null where it opens none.
 * @param hearingsOnly leaves the reports out: a calendar for the Capitol alone
 */
export const calendarFeed = async (
  world: World,
  token: string,
  hearingsOnly = false,
): Promise<string | null> => {
  const feed = await world.db.first(feedByHash, { tokenHash: await sha256(token) });
  if (!feed) return null;
  const now = world.clock.now();
  const { zone } = await networkSettings(world);
  const [reports, hearings] = await Promise.all([
    hearingsOnly || !readsReports(feed.role)
      ? []
      : world.db.all(feedReports, { from: addDays(localDate(now, zone), -PAST_DAYS) }),
    world.db.all(feedHearings, { from: now - PAST_DAYS * DAY_MS }),
  ]);
  const events: CalendarEvent[] = [
    ...reports.flatMap((one) => [
      ...(one.internalDueOn === one.dueOn
        ? []
        : [
            {
              uid: `our-day-${one.id}@call-of-the-house`,
              onDay: one.internalDueOn,
              title: `Our own day: ${one.name}`,
              text: `For ${one.organization}. Due at the office ${showDay(one.dueOn, { year: true })}.`,
            },
          ]),
      {
        uid: `due-${one.id}@call-of-the-house`,
        onDay: one.dueOn,
        title: `Due: ${one.name}`,
        text: `For ${one.organization}.`,
      },
    ]),
    ...hearings.map((one) => ({
      uid: `hearing-${one.id}@call-of-the-house`,
      startsAt: one.at,
      minutes: HEARING_MINUTES,
      title: `${one.billNumber}: hearing`,
      text: [
        one.billTitle,
        OUR_POSITION[one.position ?? ''],
        `${world.settings.publicUrl}/agenda/bills/${one.billId}/board`,
      ]
        .filter(Boolean)
        .join('\n'),
      place: [one.committee && committeeName(one.committee, one.chamber), one.note]
        .filter(Boolean)
        .join(', '),
    })),
  ];
  return calendarOf(events, now);
};
