import { expect, test } from 'vitest';
import { calendarOf } from '../../src/console/calendar.ts';

const NOW = Date.UTC(2027, 1, 9, 16);
const one = {
  uid: 'deadline-1@call-of-the-house',
  startsAt: Date.UTC(2027, 1, 10, 21, 30),
  minutes: 60,
  title: 'HB 203; call, please',
  text: 'First\nsecond \\ third',
  place: null,
};

/** Reads a calendar by RFC 5545 alone: unfolds, splits, unescapes. Knows nothing of how it was written. */
const read = (file: string) => {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const lines = file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  const open: string[] = [];
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const at = line.indexOf(':');
    const [name, value] = [line.slice(0, at).split(';')[0] ?? '', line.slice(at + 1)];
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({});
    } else if (name === 'END') expect(open.pop()).toBe(value);
    else if (open.at(-1) === 'VEVENT')
      events.at(-1)![name] = value.replaceAll(/\\([\\;,nN])/g, (_, mark: string) =>
        mark.toLowerCase() === 'n' ? '\n' : mark,
      );
  }
  expect(open).toEqual([]);
  return { lines, events };
};

test('a calendar file says when, what and where, and is read back as it was meant', () => {
  const { lines, events } = read(
    calendarOf([one, { ...one, uid: 'hearing-1', place: 'Room 137, Capitol' }], NOW),
  );
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
  expect(events).toHaveLength(2);
  expect(events[0]).toMatchObject({
    UID: one.uid,
    DTSTAMP: '20270209T160000Z',
    DTSTART: '20270210T213000Z',
    DTEND: '20270210T223000Z',
    SUMMARY: one.title,
    DESCRIPTION: one.text,
  });
  expect(events[0]).not.toHaveProperty('LOCATION');
  expect(events[1]?.LOCATION).toBe('Room 137, Capitol');
});

test.each([
  ['long', 'A very long title that goes on and on. '.repeat(12).trim()],
  ['Spanish', 'Llame a la representante: ampliación de vales, añádase “sí” ñ'.repeat(6)],
  ['of several code units', '🏛️ 👩‍🏫 '.repeat(40).trim()],
  ['with marks', 'BEGIN:VEVENT\\n; , \\ : "x"'],
  ['with a line break that would end the line', 'one\r\nATTACH:http://evil.example'],
])('a title that is %s stays whole, in lines of 75 octets', (_, title) => {
  const { events, lines } = read(calendarOf([{ ...one, title }], NOW));
  expect(events).toHaveLength(1);
  expect(events[0]?.SUMMARY).toBe(title.replaceAll('\r\n', '\n'));
  expect(lines.some((line) => line.startsWith('ATTACH'))).toBe(false);
});
