import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { billNumber } from '../../src/legislature/bill-number.ts';
import { seatName, US_HOUSE, US_SENATE } from '../../src/legislature/chambers.ts';
import { matchOfficials } from '../../src/legislature/match-officials.ts';
import { moved } from '../../src/legislature/priority-order.ts';
import { shareOf } from '../../src/legislature/reach-rows.ts';

test.each([
  ['hb203', 'HB 203'],
  ['H.B. 203', 'HB 203'],
  ['HB 0203', 'HB 203'],
  ['H.4567', 'H 4567'],
  ['H.R. 1', 'HR 1'],
  ['S.J.Res. 12', 'SJRES 12'],
  ['LC 210a', 'LC 210A'],
  ['203', null],
  ['the bill', null],
  ['HB', null],
])('%s is the bill %s', (text, number) => expect(billNumber(text)).toBe(number));

test('a bill number written our way stays as it is', () =>
  fc.assert(
    fc.property(fc.constantFrom('HB', 'S', 'HJRES'), fc.integer({ min: 1, max: 99_999 }), (letters, no) => {
      expect(billNumber(`${letters} ${no}`)).toBe(`${letters} ${no}`);
    }),
  ));

const seat = (chamberId: string, seatLabel: string, state: string, district: string) =>
  seatName({ chamberId, seatLabel, state, district });

test('seats are named as each chamber names them', () => {
  expect(seat('mt-lower', 'HD', 'MT', '78')).toBe('HD 78');
  expect(seat('ma-lower', 'HD', 'MA', '1st Franklin')).toBe('1st Franklin');
  expect(seat('ma-upper', 'SD', 'MA', 'Second Middlesex and Norfolk')).toBe('Second Middlesex and Norfolk');
  expect(seat(US_HOUSE.id, '', 'MT', '2')).toBe('MT-2');
  expect(seat(US_HOUSE.id, '', 'WY', 'At-Large')).toBe('WY at large');
  expect(seat(US_SENATE.id, '', 'MT', 'Class 1')).toBe('MT Class 1');
});

const person = (officialId: string, given: string, family: string, title: 'Sen.' | 'Rep.') => ({
  officialId,
  name: `${given} ${family}`,
  given,
  family,
  title,
});
const cast = [
  person('1', 'Ada', 'Kestrelman', 'Rep.'),
  person('2', 'Bo', 'Kestrelman', 'Sen.'),
  person('3', 'José', 'Núñez', 'Rep.'),
  person('4', 'Kim', 'Best', 'Sen.'),
  person('5', 'Mary Ann', "O'Dell-Ray", 'Rep.'),
];
const found = (words: string, own: string[] = []) =>
  matchOfficials(words, cast, new Set(own)).map((one) => one.officialId);

test.each([
  ['Sen. Kestrelman', [], ['2']],
  ['rep kestrelman is a yes', [], ['1']],
  ['called ada kestrelman', [], ['1']],
  ['Kestrelman', [], ['1', '2']],
  ['Kestrelman', ['2'], ['2', '1']],
  ['kestrelman said no', ['1'], ['1']],
  ['Nunez', [], ['3']],
  ['Senator Nuñez', [], []],
  ['all the best', [], []],
  ['doing my best', ['1'], []],
  ['senator best will vote no', [], ['4']],
  ["spoke with Rep. O’Dell-Ray's aide", [], ['5']],
  ['Rep. O’Dell Ray leaning yes', [], ['5']],
  ['', [], []],
])('"%s" with own %j means %j', (words, own, meant) => expect(found(words, own)).toEqual(meant));

test('a move changes the place of one issue and loses none', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.constantFrom('up', 'down', 'add', 'remove'),
      (order, issue, move) => {
        const next = moved(order, issue, move);
        expect(next.filter((id) => id !== issue)).toEqual(order.filter((id) => id !== issue));
        expect(next.includes(issue)).toBe(move === 'add' || (move !== 'remove' && order.includes(issue)));
        expect(new Set(next).size).toBe(next.length);
      },
    ),
  ));

test('a move leads one place up or down and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', 'up')).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 'down')).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 'up')).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 'down')).toEqual(['a', 'b', 'c']);
});

test.each([
  ['0.84', 0.84],
  ['1', 1],
  ['1.0', 1],
  ['84%', 0.84],
  ['.5', 0.5],
  ['0', null],
  ['1.01', null],
  ['-0.5', null],
  ['half', null],
])('a share of %s is %s', (text, share) => expect(shareOf(text)).toBe(share));
