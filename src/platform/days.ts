import { Temporal } from 'temporal-polyfill';

/** A day of the calendar as text, YYYY-MM-DD, with no time and no zone. */
export type LocalDate = string;
export type DateResult = { ok: true; date: LocalDate } | { ok: false; reason: string };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NEAR_PAST_HOURS = 24;
const NEAR_FUTURE_HOURS = 48;
const SATURDAY = 6;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** The months by their names, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const day = (date: LocalDate) => Temporal.PlainDate.from(date);
const moment = (ms: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
const twoDigits = (value: number) => String(value).padStart(2, '0');

/** Whether the text is a real day written YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    day(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads a day as people and spreadsheets write it: 2027-02-09 or 2/9/2027. */
export function parseDate(text: string): DateResult {
  const trimmed = text.trim();
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  const date = slashed
    ? `${slashed[3]}-${twoDigits(Number(slashed[1]))}-${twoDigits(Number(slashed[2]))}`
    : trimmed;
  if (isDate(date)) return { ok: true, date };
  if (slashed || /^\d{4}-\d{2}-\d{2}$/.test(trimmed)) {
    return { ok: false, reason: 'This day is not on the calendar.' };
  }
  return { ok: false, reason: 'Write the date as 2027-02-09 or 2/9/2027.' };
}

/** Whether the text names a time zone of the IANA list, such as America/Denver. */
export function isZone(text: string): boolean {
  // Offsets and old abbreviations ("-07:00", "MST") know no daylight saving time.
  if (text !== 'UTC' && !/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/.test(text)) return false;
  try {
    moment(0, text);
    return true;
  } catch {
    return false;
  }
}

/** The day it is in the zone at that instant. */
export function localDate(ms: number, zone: string): LocalDate {
  return moment(ms, zone).toPlainDate().toString();
}

/** The clock in the zone at that instant, "HH:MM" on 24 hours. */
export function localTime(ms: number, zone: string): string {
  const { hour, minute } = moment(ms, zone);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/**
 * The instant, in ms, at which clocks in the zone show that day and "HH:MM". A time that the spring
 * change skips is taken as much later; of a time that autumn repeats, the first.
 */
export function instantOf(date: LocalDate, time: string, zone: string): number {
  if (!/^\d{2}:\d{2}$/.test(time)) throw new RangeError(`A time is written HH:MM: ${time}`);
  return day(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/**
 * The instant at which clocks in the zone show that day and "HH:MM", as a person typed them; of a time that
 * autumn repeats, the first. A time that the spring change skips is refused, since nobody's clock shows it.
 */
export function momentOf(
  date: LocalDate,
  time: string,
  zone: string,
): { ok: true; at: number } | { ok: false; reason: string } {
  const at = instantOf(date, time, zone);
  if (localTime(at, zone) === time) return { ok: true, at };
  return {
    ok: false,
    reason: `On ${showDay(date)} clocks go forward and no clock shows that time. ${showClock(at, zone)} is the same moment.`,
  };
}

/** The day `count` days later (earlier when below zero). */
export function addDays(date: LocalDate, count: number): LocalDate {
  return day(date).add({ days: count }).toString();
}

/** The same day of the month `count` months later, or the month's last day when it is shorter. */
export function addMonths(date: LocalDate, count: number): LocalDate {
  return day(date).add({ months: count }).toString();
}

/** The last day of the month that holds the date. */
export function endOfMonth(date: LocalDate): LocalDate {
  const start = day(date);
  return start.with({ day: start.daysInMonth }).toString();
}

/** How many days from `from` to `to`; below zero when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return day(from).until(day(to), { largestUnit: 'days' }).days;
}

/** Monday is 1, Sunday is 7. */
export function weekday(date: LocalDate): number {
  return day(date).dayOfWeek;
}

export function yearOf(date: LocalDate): number {
  return day(date).year;
}

/** The date itself when it is a business day, else the first one after it. */
export function nextBusinessDay(date: LocalDate, holidays: ReadonlySet<string>): LocalDate {
  return nearestBusinessDay(date, holidays, 1);
}

/** The date itself when it is a business day, else the last one before it. */
export function previousBusinessDay(date: LocalDate, holidays: ReadonlySet<string>): LocalDate {
  return nearestBusinessDay(date, holidays, -1);
}

function nearestBusinessDay(date: LocalDate, holidays: ReadonlySet<string>, step: 1 | -1): LocalDate {
  let open = date;
  while (weekday(open) >= SATURDAY || holidays.has(open)) open = addDays(open, step);
  return open;
}

/** "Tuesday, February 9", with the year when asked: "Tuesday, February 9, 2027". */
export function showDay(date: LocalDate, options: { year?: boolean } = {}): string {
  const { dayOfWeek, month, day: dayOfMonth, year } = day(date);
  const text = `${WEEKDAYS[dayOfWeek - 1]}, ${MONTHS[month - 1]} ${dayOfMonth}`;
  return options.year ? `${text}, ${year}` : text;
}

/** "Feb 9", with the year when asked: "Feb 9, 2027". */
export function showShortDay(date: LocalDate, options: { year?: boolean } = {}): string {
  const { month, day: dayOfMonth, year } = day(date);
  const text = `${MONTHS[month - 1]?.slice(0, 3)} ${dayOfMonth}`;
  return options.year ? `${text}, ${year}` : text;
}

/** "9:02 am" in the zone. */
export function showClock(ms: number, zone: string): string {
  const { hour, minute } = moment(ms, zone);
  return `${hour % 12 || 12}:${twoDigits(minute)} ${hour < 12 ? 'am' : 'pm'}`;
}

/**
 * How long ago or how soon when near ("12 min", "1 h", "in 26 hours"), else the day and the clock
 * ("Feb 9, 9:02 am"), with the year when it is not this one.
 */
export function showWhen(ms: number, nowMs: number, zone: string): string {
  const away = Math.abs(ms - nowMs);
  const minutes = Math.floor(away / MINUTE_MS);
  const hours = Math.floor(away / HOUR_MS);
  if (minutes < 1) return 'now';
  if (ms < nowMs && hours < NEAR_PAST_HOURS) return hours < 1 ? `${minutes} min` : `${hours} h`;
  if (ms > nowMs && hours <= NEAR_FUTURE_HOURS) {
    if (hours < 1) return `in ${minutes} min`;
    return hours === 1 ? 'in 1 hour' : `in ${hours} hours`;
  }
  const date = localDate(ms, zone);
  const year = yearOf(date) !== yearOf(localDate(nowMs, zone));
  return `${showShortDay(date, { year })}, ${showClock(ms, zone)}`;
}

/** "today 9:02 am", "Wednesday 3:00 pm", "Feb 9, 9:02 am": a moment by the nearest words that name it. */
export function showMoment(ms: number, nowMs: number, zone: string): string {
  const [date, today] = [localDate(ms, zone), localDate(nowMs, zone)];
  const away = daysBetween(today, date);
  const clock = showClock(ms, zone);
  if (away === 0) return `today ${clock}`;
  if (away === -1) return `yesterday ${clock}`;
  if (away > 0 && away < 7) return `${showDay(date).split(',')[0]} ${clock}`;
  return `${showShortDay(date, { year: yearOf(date) !== yearOf(today) })}, ${clock}`;
}

/** "2027-02-09T16:02:00.000Z". */
export function formatIso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The date as mail headers write it, in UTC: "Tue, 09 Feb 2027 16:02:00 +0000". */
export function rfc2822(ms: number): string {
  const { dayOfWeek, day: dayOfMonth, month, year, hour, minute, second } = moment(ms, 'UTC');
  const name = WEEKDAYS[dayOfWeek - 1]?.slice(0, 3);
  const date = `${twoDigits(dayOfMonth)} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
  return `${name}, ${date} ${[hour, minute, second].map(twoDigits).join(':')} +0000`;
}

const ZONE_WORDS: Record<string, string> = {
  'America/New_York': 'Eastern time',
  'America/Chicago': 'Central time',
  'America/Denver': 'Mountain time',
  'America/Phoenix': 'Arizona time',
  'America/Los_Angeles': 'Pacific time',
  'America/Anchorage': 'Alaska time',
  'Pacific/Honolulu': 'Hawaii time',
};

/** "Mountain time" for "America/Denver", where the zone is one of the country's. */
export function showZone(zone: string): string {
  return ZONE_WORDS[zone] ?? `times in ${zone}`;
}
