import { addDays, type LocalDate } from '../platform/days.ts';

/** One thing in a calendar: at an hour, or on a whole day. */
export type CalendarEvent = EventWords & ({ startsAt: number; minutes: number } | { onDay: LocalDate });
interface EventWords {
  /** The same for the same thing for ever, so that it is put into a calendar once. */
  uid: string;
  title: string;
  text: string;
  place?: string | null;
}

const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/** RFC 5545 3.3.11: a backslash, comma, semicolon or line break within a text. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[,;]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // Nothing else below a space may stand in a line.
    .replaceAll(/\p{Cc}/gu, ' ');

/** RFC 5545 3.1: no line is longer than 75 octets, and none is broken within a character. */
const folded = (line: string): string => {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
};

/** 20270210T220000Z */
const stamp = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d{3}/, '');

/** 20270210 */
const dayStamp = (day: LocalDate): string => day.replaceAll('-', '');

/**
 * A calendar file (RFC 5545) with these events, each at an hour with a reminder an hour before.
 * @param now ms UTC
 */
export const calendarOf = (events: CalendarEvent[], now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Call of the House//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((one) => [
      'BEGIN:VEVENT',
      `UID:${escaped(one.uid)}`,
      `DTSTAMP:${stamp(now)}`,
      ...('onDay' in one
        ? [`DTSTART;VALUE=DATE:${dayStamp(one.onDay)}`, `DTEND;VALUE=DATE:${dayStamp(addDays(one.onDay, 1))}`]
        : [`DTSTART:${stamp(one.startsAt)}`, `DTEND:${stamp(one.startsAt + one.minutes * 60_000)}`]),
      `SUMMARY:${escaped(one.title)}`,
      `DESCRIPTION:${escaped(one.text)}`,
      ...(one.place ? [`LOCATION:${escaped(one.place)}`] : []),
      'TRANSP:TRANSPARENT',
      ...('onDay' in one
        ? []
        : [
            'BEGIN:VALARM',
            'ACTION:DISPLAY',
            `DESCRIPTION:${escaped(one.title)}`,
            'TRIGGER:-PT1H',
            'END:VALARM',
          ]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
