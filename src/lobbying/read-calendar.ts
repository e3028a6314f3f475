import { instantOf, isDate, isZone, localDate, type LocalDate } from '../platform/days.ts';

/** An event of a calendar file, as far as the log asks for it. */
export interface CalendarEvent {
  uid: string;
  summary: string;
  onDate: LocalDate;
  /** Whole minutes; null for an event of whole days or without an end. */
  minutes: number | null;
  attendees: number;
}
export type CalendarResult =
  | { ok: true; events: CalendarEvent[]; leftOut: { why: string; count: number }[] }
  | { ok: false; reason: string };

export const CALENDAR_MAX_BYTES = 1024 * 1024;
const MOST_EVENTS = 500;

interface Property {
  name: string;
  params: Record<string, string>;
  value: string;
}
/** One unfolded content line (RFC 5545 §3.1): a name, parameters that may be quoted, a value. */
const propertyOf = (line: string): Property | null => {
  const head =
    /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^":;]*)(?:,(?:"[^"]*"|[^":;]*))*)*):(.*)$/su.exec(line);
  if (!head) return null;
  const params: Record<string, string> = {};
  for (const [, key = '', value = ''] of (head[2] ?? '').matchAll(/;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";])*)/gu))
    params[key.toUpperCase()] = value.replaceAll('"', '');
  return { name: (head[1] ?? '').toUpperCase(), params, value: head[3] ?? '' };
};
const textOf = (value: string) =>
  value
    .replaceAll(/\\([nN,;\\])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? ' ' : mark))
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300);

/** A moment in ms, or a whole day; null where it is neither. A zone that is not known is taken as the network's. */
const momentOf = ({ params, value }: Property, zone: string): { at: number } | { day: LocalDate } | null => {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(value.trim());
  if (!parts) return null;
  const [, year, month, dayOfMonth, hour, minute, , utc] = parts;
  const day = `${year}-${month}-${dayOfMonth}`;
  if (!isDate(day)) return null;
  if (hour === undefined) return { day };
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  const named = params.TZID && isZone(params.TZID) ? params.TZID : zone;
  return { at: instantOf(day, `${hour}:${minute}`, utc ? 'UTC' : named) };
};
const DURATION = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/;

/**
 * Reads the events of a calendar file: day, minutes, title and how many were invited, and nothing else of it. Events
 * that were cancelled, repeat by a rule, or cannot be read are left out and counted. Never throws.
 * @param zone of the network, for times that name none
 */
export const readCalendar = (file: string, zone: string): CalendarResult => {
  if (file.length > CALENDAR_MAX_BYTES)
    return { ok: false, reason: 'This file is larger than 1 MB. Export fewer weeks.' };
  const text = file.replace(/^\uFEFF/, '');
  if (!/^BEGIN:VCALENDAR\s*$/imu.test(text))
    return {
      ok: false,
      reason: 'This is not a calendar file. Export the calendar as .ics and choose that file.',
    };
  const lines = text
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/\n[ \t]/g, '')
    .split('\n');
  const events: CalendarEvent[] = [];
  const left = new Map<string, number>();
  const leaveOut = (why: string) => void left.set(why, (left.get(why) ?? 0) + 1);
  let open: Property[] | null = null;
  let inside = 0;
  for (const line of lines) {
    if (/^BEGIN:VEVENT\s*$/iu.test(line)) {
      open = [];
      inside = 0;
    } else if (open && /^BEGIN:/iu.test(line)) inside += 1;
    else if (open && inside > 0 && /^END:/iu.test(line)) inside -= 1;
    else if (open && /^END:VEVENT\s*$/iu.test(line)) {
      const event = eventOf(open, zone);
      open = null;
      if (typeof event === 'string') leaveOut(event);
      else if (events.length >= MOST_EVENTS) leaveOut(`beyond the first ${MOST_EVENTS}`);
      else events.push(event);
    } else if (open && inside === 0) {
      const property = propertyOf(line);
      if (property) open.push(property);
    }
  }
  if (open) leaveOut('cut off');
  return {
    ok: true,
    events: events.toSorted((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0)),
    leftOut: [...left].map(([why, count]) => ({ why, count })),
  };
};

const eventOf = (properties: Property[], zone: string): CalendarEvent | string => {
  const one = (name: string) => properties.find((property) => property.name === name);
  if (one('STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return 'cancelled';
  if (one('RRULE') || one('RDATE')) return 'repeating: set up an entry that comes back instead';
  const begins = one('DTSTART');
  const start = begins ? momentOf(begins, zone) : null;
  if (!start) return 'without a day that can be read';
  const ends = one('DTEND');
  const end = ends ? momentOf(ends, zone) : null;
  const duration = DURATION.exec(one('DURATION')?.value.trim() ?? '');
  const base = {
    uid: textOf(one('UID')?.value ?? ''),
    summary: textOf(one('SUMMARY')?.value ?? '') || 'Untitled',
    attendees: properties.filter(({ name }) => name === 'ATTENDEE').length,
  };
  if ('day' in start) return { ...base, onDate: start.day, minutes: null };
  const onDate = localDate(start.at, zone);
  const length =
    end && 'at' in end
      ? Math.round((end.at - start.at) / 60_000)
      : duration
        ? Number(duration[1] ?? 0) * 10_080 +
          Number(duration[2] ?? 0) * 1440 +
          Number(duration[3] ?? 0) * 60 +
          Number(duration[4] ?? 0)
        : null;
  if (length !== null && length < 0) return 'ending before they begin';
  if (length !== null && length > 1440) return 'longer than a day';
  return { ...base, onDate, minutes: length };
};
