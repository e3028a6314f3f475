import type { LocalDate } from '../platform/days.ts';
import type { Days, Stretch } from './hours.ts';
import { clockWords, weekOf } from './hours-words.ts';
import type { HourBook, Place } from './window.ts';

/** Narrower hours are missed too easily: by a line at the carrier, a deadline, another reader of the number. */
const LEAST_MINUTES = 120;
const HOUR_MS = 3_600_000;
const WEEK_MS = 8 * 24 * HOUR_MS;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The widest hours in which texts may go to a place on any day of the week, by its readers' clock. */
export const widestAt = (book: HourBook, place: Pick<Place, 'state'>, today: LocalDate): Stretch => {
  const week: Record<Days, Stretch | null> = weekOf(book.rows, place.state ?? '*', today);
  const open = Object.values(week).filter((one) => one !== null);
  return {
    opens: open.map((one) => one.opens).toSorted()[0] ?? '00:00',
    closes:
      open
        .map((one) => one.closes)
        .toSorted()
        .at(-1) ?? '00:00',
  };
};

/**
 * What stands against hours that a member chooses; null where nothing does. They lie within those in which texts may
 * go, are at least two hours wide, and leave two hours on some day of the week to come, wherever the member may be.
 */
export const ownHoursProblem = (
  book: HourBook,
  place: Omit<Place, 'own'>,
  own: Stretch,
  at: { now: number; today: LocalDate },
): { field: 'opens' | 'closes'; message: string } | null => {
  const within = widestAt(book, place, at.today);
  const said = `We text between ${clockWords(within.opens)} and ${clockWords(within.closes)}.`;
  if (own.opens < within.opens)
    return { field: 'opens', message: `${said} Begin at ${clockWords(within.opens)} or later.` };
  if (own.closes > within.closes)
    return { field: 'closes', message: `${said} End at ${clockWords(within.closes)} or earlier.` };
  if (minutesOf(own.closes) - minutesOf(own.opens) < LEAST_MINUTES)
    return { field: 'closes', message: 'Leave at least two hours, or our texts may miss them.' };
  const whole = { ...place, own: [{ ...own, zones: place.zones }] };
  return longestAhead(book, whole, at.now) < LEAST_MINUTES * 60_000
    ? {
        field: 'closes',
        message:
          'With the hours in which we may text where you are, less than two hours a day are left. Choose wider ones, or have the staff of the network write down your time zone.',
      }
    : null;
};

/** The longest window of the eight days to come, so that the last of them is whole. */
const longestAhead = (book: HourBook, place: Place, now: number): number => {
  let longest = 0;
  for (let at = now; at < now + WEEK_MS;) {
    const { opensAt, closesAt } = book.at(at).of(place);
    longest = Math.max(longest, closesAt - opensAt);
    at = Math.max(at + HOUR_MS, closesAt);
  }
  return longest;
};
