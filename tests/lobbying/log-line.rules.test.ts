import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLogLine } from '../../src/lobbying/log-line.ts';

const CHOICES = {
  officials: [
    { id: 'hill', name: 'Ada Hill', title: 'Sen.' },
    { id: 'smith-a', name: 'Ann Smith', title: 'Rep.' },
    { id: 'smith-r', name: 'Robert Smith', title: 'Rep.' },
    { id: 'obrien', name: 'Pat O’Brien', title: 'Rep.' },
  ],
  bills: [
    { id: 'sb12', number: 'SB 12', title: 'School funding' },
    { id: 'hb203', number: 'HB 203', title: 'Vouchers' },
  ],
};
const TODAY = '2027-02-09';
const read = (line: string) => readLogLine(line, TODAY, CHOICES);
const short = (line: string) => {
  const { kind, official, bill, position, minutes, onDate, method, note, problems } = read(line);
  return [
    kind,
    method,
    official?.id ?? null,
    bill?.id ?? null,
    position,
    minutes,
    onDate,
    note,
    problems.map((one) => one.field).join(),
  ];
};

describe('a line', () => {
  test.each<[string, unknown[]]>([
    ['30m SB 12 Sen Hill oppose', ['direct_contact', null, 'hill', 'sb12', 'oppose', 30, TODAY, '', '']],
    ['LOG 30m SB 12 Sen Hill oppose', ['direct_contact', null, 'hill', 'sb12', 'oppose', 30, TODAY, '', '']],
    [
      'log: 1h15 hb203 called hill support',
      ['direct_contact', 'phone', 'hill', 'hb203', 'support', 75, TODAY, '', ''],
    ],
    ['1.5h prep HB 203 yesterday', ['preparation', null, null, 'hb203', null, 90, '2027-02-08', '', '']],
    ['45 min testified SB12 2/8', ['testimony', 'testimony', null, 'sb12', null, 45, '2027-02-08', '', '']],
    ['2h research SB 12 bond limits', ['research', null, null, 'sb12', null, 120, TODAY, 'bond limits', '']],
    ['20m Rep Robert Smith met', ['direct_contact', 'in_person', 'smith-r', null, null, 20, TODAY, '', '']],
    ['10m rep obrien emailed', ['direct_contact', 'email', 'obrien', null, null, 10, TODAY, '', '']],
    ['20m Rep Smith', ['direct_contact', null, null, null, null, 20, TODAY, '', 'officialId']],
    ['20m Sen Nobody SB 12', ['direct_contact', null, null, 'sb12', null, 20, TODAY, '', 'officialId']],
    ['20m prep HB 999', ['preparation', null, null, null, null, 20, TODAY, '', 'billId']],
    ['20m SB 12', [null, null, null, 'sb12', null, 20, TODAY, '', 'kind']],
    ['25h prep SB 12', ['preparation', null, null, 'sb12', null, 1500, TODAY, '', 'minutes']],
    ['30m prep SB 12 tomorrow', ['preparation', null, null, 'sb12', null, 30, TODAY, 'tomorrow', 'onDate']],
  ])('%s', (line, expected) => {
    expect(short(line)).toEqual(expected);
  });

  test('has its travel and its preparation as parts of the whole', () => {
    expect(read('30m Sen Hill SB 12 2h travel 15m prep')).toMatchObject({
      minutes: 165,
      minutesTravel: 120,
      minutesPrep: 15,
      official: { id: 'hill' },
    });
  });

  test('of any words is read without a fault, and what it names is among the choices', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (line) => {
        const { official, bill, onDate } = read(line);
        if (official) expect(CHOICES.officials).toContain(official);
        if (bill) expect(CHOICES.bills).toContain(bill);
        expect(onDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
    const words = fc.constantFrom(
      '30m',
      'SB 12',
      'Sen',
      'Hill',
      'Smith',
      'oppose',
      'prep',
      '1h',
      'call',
      'yesterday',
      'HB',
      '203',
      'with',
      'LOG',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (list) => {
        const { problems, kind, minutes } = read(list.join(' '));
        if (problems.length === 0) expect(kind).not.toBeNull();
        if (minutes !== null && minutes > 1440) expect(problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
