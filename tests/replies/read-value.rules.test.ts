import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/alerts/index.ts';
import type { Own } from '../../src/replies/officials-named.ts';
import { readStance } from '../../src/replies/read-officials.ts';
import { readValue } from '../../src/replies/read-value.ts';

type Asked = Parameters<typeof readValue>[1];
const asks = (kind: Question['kind'], more: Partial<Asked> = {}): Asked => ({
  kind,
  options: [],
  least: null,
  most: null,
  unit: null,
  ...more,
});
const OPTIONS = ['Have contacted', 'Will contact', 'Cannot', 'Need help'].map((label, at) => ({
  id: `o${at + 1}`,
  no: at + 1,
  label,
  outcome: 'other' as const,
  synonyms: at === 2 ? ['busy', 'out of town'] : [],
}));
const OWN: Own[] = [
  { officialId: 'hill', title: 'Sen.', family: 'Hill' },
  { officialId: 'fox', title: 'Rep.', family: 'Foxworthy' },
  { officialId: 'kes', title: 'Rep.', family: 'Kestrelman' },
];
const numberOf = (text: string, asked: Asked) => {
  const { value } = readValue(text, asked, []);
  return value && 'number' in value ? value.number : null;
};

describe('one choice', () => {
  test.each([
    ['busy', 'o3'],
    ['Out of town', 'o3'],
    ['out of town, sorry', 'o3'],
    ['need help', 'o4'],
  ])('"%s" by a synonym or its words', (text, optionId) => {
    expect(readValue(text, asks('choice', { options: OPTIONS }), []).value).toEqual({
      kind: 'choice',
      optionId,
    });
  });
});

describe('several choices', () => {
  const many = asks('many', { options: OPTIONS });
  test.each([
    ['1 and 3', ['o1', 'o3'], ''],
    ['1,3', ['o1', 'o3'], ''],
    ['3 1', ['o1', 'o3'], ''],
    ['1, 2 & 4.', ['o1', 'o2', 'o4'], ''],
    ['#1 #2', ['o1', 'o2'], ''],
    ['1️⃣ 2️⃣', ['o1', 'o2'], ''],
    ['one and two', ['o1', 'o2'], ''],
    ['1', ['o1'], ''],
    ['all', ['o1', 'o2', 'o3', 'o4'], ''],
    ['All of them', ['o1', 'o2', 'o3', 'o4'], ''],
    ['will contact and need help', ['o2', 'o4'], ''],
    ['busy', ['o3'], ''],
    ['1 and 3 but not on Friday', ['o1', 'o3'], 'but not on Friday'],
  ])('%s', (text, optionIds, note) => {
    expect(readValue(text, many, [])).toEqual({ value: { kind: 'many', optionIds }, note });
  });
  test('"both" where there are two', () => {
    const two = asks('many', { options: OPTIONS.slice(0, 2) });
    expect(readValue('both', two, []).value).toEqual({ kind: 'many', optionIds: ['o1', 'o2'] });
    expect(readValue('both', many, []).value).toBeNull();
  });
  test.each(['1 and 7', '5', '12', '2 of us will come', '1 or 3pm', 'none', '', 'what do you mean'])(
    'nothing in "%s"',
    (text) => expect(readValue(text, many, []).value).toBeNull(),
  );
});

describe('a number', () => {
  const asked = asks('number', { least: 0, most: 5_000, unit: 'students' });
  test.each([
    ['12', 12],
    ['12.', 12],
    ['about twelve', 12],
    ['a dozen', 12],
    ['half a dozen', 6],
    ['two dozen', 24],
    ['1,200 students', 1200],
    ['We have 340', 340],
    ['twenty-five', 25],
    ['two hundred and six', 206],
    ['three thousand', 3000],
    ['zero', 0],
    ['approximately 15 students', 15],
    ['~30', 30],
    ['2.5', 2.5],
    ['12, maybe more by May', 12],
  ])('%s', (text, number) => expect(numberOf(text, asked)).toBe(number));
  test.each([
    '12-15',
    '12 to 15',
    '12 or 13',
    '10%',
    '5001',
    '-1',
    '3pm',
    '12th',
    'ten or twelve',
    'many',
    '',
    '1/2',
    '10k',
  ])('nothing in "%s"', (text) => expect(numberOf(text, asked)).toBeNull());
  test('what is said beside it is a note', () => {
    expect(readValue('12, maybe more by May', asked, []).note).toBe('maybe more by may');
    expect(readValue('12 students', asked, []).note).toBe('');
  });
});

describe('a place on a scale', () => {
  const asked = asks('scale', { most: 5 });
  test.each([
    ['4', 4],
    ['four', 4],
    ['4/5', 4],
    ['4 out of 5', 4],
    ['four of five', 4],
    ['about 3', 3],
  ])('%s', (text, number) => expect(numberOf(text, asked)).toBe(number));
  test.each(['0', '6', '4/10', '3.5', '3-4', 'high'])('nothing in "%s"', (text) =>
    expect(numberOf(text, asked)).toBeNull(),
  );
});

describe('officials', () => {
  const officials = (text: string) => {
    const { value } = readValue(text, asks('officials'), OWN);
    return value?.kind === 'officials'
      ? value.officials.map(({ officialId, stance }) => `${officialId} ${stance}`)
      : null;
  };
  test.each([
    ['1 oppose', ['hill oppose']],
    ['1 opposes it', ['hill oppose']],
    ['1 and 2 both undecided', ['hill undecided', 'fox undecided']],
    ['Hill leaning no', ['hill lean_oppose']],
    ['Sen. Hill is a yes', ['hill support']],
    ['1 yes, 2 no', ['hill support', 'fox oppose']],
    ['1 yes 2 no 3 on the fence', ['hill support', 'fox oppose', 'kes undecided']],
    ['Kestrelman leans toward support', ['kes lean_support']],
    ['undecided: 2', ['fox undecided']],
    ['all oppose', ['hill oppose', 'fox oppose', 'kes oppose']],
    ['2', ['fox null']],
    ['2 and 3', ['fox null', 'kes null']],
    ["1 didn't say", ['hill null']],
    ['Foxworthy probably no', ['fox lean_oppose']],
  ])('%s', (text, expected) => expect(officials(text)).toEqual(expected));
  test.each([
    '4 oppose',
    '1 oppose 1 support',
    'oppose',
    'Is 1 opposed?',
    '1 is not opposed',
    'Smith opposes',
    'HB 203',
    'both undecided',
    '',
  ])('nothing in "%s"', (text) => expect(officials(text)).toBeNull());
  test('more words than the answer are a note', () => {
    expect(readValue('1 oppose', asks('officials'), OWN).note).toBe('');
    expect(readValue('1 oppose, worried about the fiscal note', asks('officials'), OWN).note).toContain(
      'fiscal',
    );
  });
  test('one official needs no number', () => {
    expect(readValue('oppose', asks('officials'), OWN.slice(0, 1)).value).toEqual({
      kind: 'officials',
      officials: [{ officialId: 'hill', stance: 'oppose' }],
    });
  });
  test('where one stands is named by number or in words', () => {
    expect(['1', '3.', '6', 'leaning no', 'he is undecided', 'on the fence'].map(readStance)).toEqual([
      'support',
      'undecided',
      null,
      'lean_oppose',
      'undecided',
      'undecided',
    ]);
    expect(['7', 'maybe', 'who?', ''].map(readStance)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

const KINDS: Asked[] = [
  asks('choice', { options: OPTIONS }),
  asks('many', { options: OPTIONS }),
  asks('number', { least: 1, most: 60 }),
  asks('scale', { most: 7 }),
  asks('officials'),
  asks('known'),
  asks('text'),
];

test('nothing is ever answered that was not offered, and nothing throws', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '1',
      '12',
      ' and ',
      ' no ',
      'Hill',
      '/5',
      'a dozen',
      ',',
      'all',
      'lean',
      '-',
      '️⃣',
      'twenty',
      'thousand',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom(...KINDS), (pieces, asked) => {
      const { value } = readValue(pieces.join(''), asked, OWN);
      if (value?.kind === 'choice') expect(OPTIONS.map(({ id }) => id)).toContain(value.optionId);
      if (value?.kind === 'many')
        for (const id of value.optionIds) expect(OPTIONS.map((one) => one.id)).toContain(id);
      if (value?.kind === 'number' || value?.kind === 'scale') {
        expect(value.number).toBeGreaterThanOrEqual(1);
        expect(value.number).toBeLessThanOrEqual(asked.most ?? 0);
      }
      if (value?.kind === 'officials' || value?.kind === 'known')
        for (const { officialId } of value.officials)
          expect(OWN.map((one) => one.officialId)).toContain(officialId);
    }),
    { numRuns: 2_000 },
  );
});

test('a number that is not offered is never an answer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 9_999 }), (no) => {
      for (const asked of KINDS.slice(0, 2)) expect(readValue(String(no), asked, OWN).value).toBeNull();
      expect(readValue(`${no} oppose`, asks('officials'), OWN).value).toBeNull();
      if (no > 60)
        expect(readValue(String(no), asks('number', { least: 1, most: 60 }), OWN).value).toBeNull();
      if (no > 7) expect(readValue(String(no), asks('scale', { most: 7 }), OWN).value).toBeNull();
    }),
  );
});

test('a text of 100,000 characters takes a moment for every kind', () => {
  const began = performance.now();
  for (const asked of KINDS)
    for (const part of ['1 ', 'one and ', 'Hill no ', 'about ', '1,', 'twenty ', '\n', 'not ', '- '])
      readValue(part.repeat(100_000 / part.length), asked, OWN);
  expect(performance.now() - began).toBeLessThan(2_000);
});
