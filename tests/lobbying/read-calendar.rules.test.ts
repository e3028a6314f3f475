import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCalendar } from '../../src/lobbying/read-calendar.ts';
import { daysOf, fallsOn } from '../../src/lobbying/recurring.ts';

const ZONE = 'America/Denver';
const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((one) => ['BEGIN:VEVENT', ...one, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const eventsOf = (text: string) => {
  const read = readCalendar(text, ZONE);
  if (!read.ok) throw new Error(read.reason);
  return read;
};

describe('a calendar file', () => {
  test('gives day, minutes, title and how many were invited, in the zone of the network', () => {
    const { events } = eventsOf(
      file(
        [
          'UID:1',
          'DTSTART:20270210T010000Z',
          'DTEND:20270210T014500Z',
          'SUMMARY:Sen. Hill\\, SB 12',
          'ATTENDEE:mailto:a@x.example',
          'ATTENDEE;CN="B; C":mailto:b@x.example',
        ],
        [
          'UID:2',
          'DTSTART;TZID=America/New_York:20270209T093000',
          'DURATION:PT1H30M',
          'SUMMARY:A long ti',
          ' tle',
        ],
        ['UID:3', 'DTSTART;VALUE=DATE:20270208', 'SUMMARY:Lobby day'],
        [
          'UID:4',
          'DTSTART;TZID=Mountain Standard Time:20270207T230000',
          'DTEND;TZID=Mountain Standard Time:20270208T000000',
        ],
      ),
    );
    expect(events).toEqual([
      { uid: '4', summary: 'Untitled', onDate: '2027-02-07', minutes: 60, attendees: 0 },
      { uid: '3', summary: 'Lobby day', onDate: '2027-02-08', minutes: null, attendees: 0 },
      { uid: '1', summary: 'Sen. Hill, SB 12', onDate: '2027-02-09', minutes: 45, attendees: 2 },
      { uid: '2', summary: 'A long title', onDate: '2027-02-09', minutes: 90, attendees: 0 },
    ]);
  });

  test('leaves out, and counts, what is cancelled, repeats, ends before it begins, or cannot be read; alarms are not events', () => {
    const { events, leftOut } = eventsOf(
      file(
        ['DTSTART:20270209T090000', 'STATUS:CANCELLED'],
        ['DTSTART:20270209T090000', 'RRULE:FREQ=WEEKLY'],
        ['DTSTART:20270209T090000', 'DTEND:20270209T080000'],
        ['DTSTART:20270231T090000'],
        ['SUMMARY:No day'],
        [
          'DTSTART:20270209T090000',
          'BEGIN:VALARM',
          'SUMMARY:Not this',
          'DURATION:PT9H',
          'END:VALARM',
          'SUMMARY:This',
        ],
      ),
    );
    expect(events).toMatchObject([{ summary: 'This', minutes: null }]);
    expect(leftOut.map((one) => one.count)).toEqual([1, 1, 1, 2]);
  });

  test('that is none, or too large, is refused', () => {
    expect(readCalendar('hello', ZONE).ok).toBe(false);
    expect(readCalendar(`BEGIN:VCALENDAR\n${'x'.repeat(1024 * 1024)}`, ZONE).ok).toBe(false);
  });

  test('of any words never throws, and every event has a real day and at most a day of minutes', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VALARM',
        'END:VALARM',
        'DTSTART:20270209T090000Z',
        'DTEND:20270209T100000Z',
        'DTSTART;TZID=Nowhere/None:20270209T250000',
        'DURATION:P1D',
        'DURATION:-PT5M',
        'SUMMARY:x',
        ' folded',
        'RRULE:FREQ=DAILY',
      ),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .tuple(fc.constantFrom('DTSTART', 'DTEND', 'SUMMARY', 'DURATION'), fc.string({ maxLength: 20 }))
        .map(([name, value]) => `${name}:${value}`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (pieces, end) => {
        const read = readCalendar(['BEGIN:VCALENDAR', ...pieces].join(end), ZONE);
        if (!read.ok) return;
        for (const event of read.events) {
          expect(event.onDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          if (event.minutes !== null) expect(event.minutes >= 0 && event.minutes <= 1440).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an entry that comes back', () => {
  test('falls on its weekday, or its day of the month; the 31st on a short month’s last', () => {
    expect(fallsOn({ every: 'week', onDay: 2 }, '2027-02-09')).toBe(true);
    expect(fallsOn({ every: 'month', onDay: 31 }, '2027-02-28')).toBe(true);
    expect(
      daysOf({ every: 'month', onDay: 31, fromOn: '2027-01-31', toOn: null }, '2027-01-01', '2027-04-30'),
    ).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
    expect(
      daysOf(
        { every: 'week', onDay: 1, fromOn: '2027-02-09', toOn: '2027-02-20' },
        '2027-02-01',
        '2027-03-01',
      ),
    ).toEqual(['2027-02-15']);
  });
});
